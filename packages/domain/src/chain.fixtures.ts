/** For tests: a meeting's record of any length, and every way of falsifying one. All chance comes from a seed. */
import { beginning, eventHash, type RecordedEvent, type UnhashedEvent } from './chain.ts';

/** Integers from 0 to below `n`, the same ones for the same seed (mulberry32). */
export type Chance = (n: number) => number;

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** A UUID that tells at a glance which one it is. */
export function anId(n: number): string {
  return `0199a0c2-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function aRecord({ meeting = anId(1), length = 12, seed = 1 } = {}): RecordedEvent[] {
  const any = chance(seed);
  const events: UnhashedEvent[] = [];
  let at = 1_795_000_000_000;
  for (let version = 1; version <= length; version += 1) {
    at += any(60_000);
    events.push({
      meeting,
      version,
      type: version === 1 ? 'meeting-called' : ['item-begun', 'arrived', 'ballot-cast'][any(3)]!,
      data: { item: anId(any(9)), words: ['同意加装', '底层采光怎么办?', '费用按楼层分摊'][any(3)]!, minutes: any(30) },
      seat: anId(100 + any(5)),
      actingAs: ['chair', 'member', 'recorder'][any(3)]!,
      commandId:
        any(2 ** 32)
          .toString(16)
          .padStart(8, '0')
          .repeat(3) + version.toString(16).padStart(8, '0'),
      part: 0,
      at,
    });
  }
  return hashedFrom(events, 1);
}

/** The events with the hashes from `version` on computed anew, as an owner who rewrites the record would. */
export function hashedFrom(events: readonly (UnhashedEvent | RecordedEvent)[], version: number): RecordedEvent[] {
  const hashed: RecordedEvent[] = [];
  for (const event of events) {
    const previous = hashed.at(-1)?.hash ?? beginning(event.meeting);
    const kept = event.version < version && 'hash' in event;
    hashed.push(kept ? event : { ...event, hash: eventHash(previous, event) });
  }
  return hashed;
}

/** `touched`: the version at which the record first differs from the true one. */
export type Falsified = { readonly events: RecordedEvent[]; readonly touched: number };
export type Falsify = (events: readonly RecordedEvent[], any: Chance) => Falsified;

const renumbered = (events: readonly RecordedEvent[]) => events.map((event, i) => ({ ...event, version: i + 1 }));
const otherHash = (hash: string) => (hash[0] === '0' ? '1' : '0') + hash.slice(1);

/** Falsifications that leave versions 1, 2, 3 … n in order, so that a database would hold them too. */
export const falsifications: Record<string, Falsify> = {
  ...Object.fromEntries(
    Object.entries({
      type: () => ({ type: 'vote-established' }),
      data: (event) => ({ data: { ...event.data, words: '反对' } }),
      'data left out': () => ({ data: {} }),
      seat: () => ({ seat: anId(999) }),
      'acting as': () => ({ actingAs: 'supervisor' }),
      'command id': () => ({ commandId: 'f'.repeat(32) }),
      part: (event) => ({ part: event.part + 1 }),
      time: (event) => ({ at: event.at + 1 }),
      hash: (event) => ({ hash: otherHash(event.hash) }),
    } satisfies Record<string, (event: RecordedEvent) => Partial<RecordedEvent>>).map(
      ([field, change]): [string, Falsify] => [`changed ${field}`, (events, any) => changed(events, any, change)],
    ),
  ),
  'removed and renumbered': (events, any) => {
    const touched = 1 + any(events.length - 1);
    return { events: renumbered(events.toSpliced(touched - 1, 1)), touched };
  },
  'added and renumbered': (events, any) => {
    const touched = 1 + any(events.length);
    const copy = { ...events[any(events.length)]!, commandId: 'e'.repeat(32) };
    return { events: renumbered(events.toSpliced(touched - 1, 0, copy)), touched };
  },
  'added at the end': (events, any) => {
    const copy = { ...events[any(events.length)]!, commandId: 'd'.repeat(32), version: events.length + 1 };
    return { events: [...events, copy], touched: copy.version };
  },
  'reordered and renumbered': (events, any) => {
    const touched = 1 + any(events.length - 1);
    const later = touched + any(events.length - touched);
    const moved = events.with(touched - 1, events[later]!).with(later, events[touched - 1]!);
    return { events: renumbered(moved), touched };
  },
  'cut off': (events, any) => {
    const left = 1 + any(events.length - 1);
    return { events: events.slice(0, left), touched: left + 1 };
  },
};

/** Falsifications that a table with (meeting, version) as its key cannot hold in this form, a file can. */
export const falsificationsOfAFile: Record<string, Falsify> = {
  removed: (events, any) => {
    const touched = 1 + any(events.length - 1);
    return { events: events.toSpliced(touched - 1, 1), touched };
  },
  doubled: (events, any) => {
    const touched = 1 + any(events.length);
    const twice = { ...events[touched - 1]!, data: { words: '另一份' } };
    return { events: events.toSpliced(any(events.length + 1), 0, twice), touched };
  },
  'reordered lines': (events, any) => {
    const touched = 1 + any(events.length - 1);
    const earlier = any(touched);
    return { events: events.toSpliced(touched, 1).toSpliced(earlier, 0, events[touched]!), touched: earlier + 1 };
  },
  'of another meeting': (events, any) => changed(events, any, () => ({ meeting: anId(77) })),
};

function changed(
  events: readonly RecordedEvent[],
  any: Chance,
  change: (event: RecordedEvent) => Partial<RecordedEvent>,
): Falsified {
  const touched = 1 + any(events.length);
  const event = events[touched - 1]!;
  return { events: events.with(touched - 1, { ...event, ...change(event) }), touched };
}

/**
 * Is the falsified version named? A broken link between two events names the later one: whether it was changed or the
 * hash before it cannot be told from the chain.
 */
export function names(
  findings: readonly { readonly code: string; readonly version?: number | null; readonly upTo?: number }[],
  touched: number,
): boolean {
  return findings.some(({ code, version, upTo }) => {
    if (version === undefined || version === null) return false;
    if (code === 'does-not-follow' && version === touched + 1) return true;
    return version <= touched && touched <= (upTo ?? version);
  });
}
