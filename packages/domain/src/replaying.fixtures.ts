/** For tests: what a record comes to when it is read back, in a form that stands beside it and that a person can check. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { canonical } from './canonical.ts';
import { capacities, type Capacity } from './capacities.ts';
import type { RecordedEvent } from './chain.ts';
import { li, start, zhou } from './fixtures.ts';
import { replay, type Meeting } from './meeting.ts';
import { entriesOf } from './ledger.ts';
import { factOf } from './recorded.ts';
import { typed, wovenFrom } from './recording-minutes.fixtures.ts';
import { hearingRecorded, type HearingRecorded } from './recording.fixtures.ts';
import { mine, view, type Live, type Reader } from './view.ts';

/** What the moment knows beside the record, the same at every replay. */
const live: Live = {
  connected: new Set([li]),
  offlineSince: new Map([[zhou, start + 1_000]]),
  joinCode: '735914',
};

const readers: Record<string, Reader> = {
  ...Object.fromEntries(
    capacities.map((capacity): [Capacity, Reader] => [capacity, { capacities: [capacity], staff: false }]),
  ),
  'chair+member': { capacities: ['chair', 'member'], staff: false },
  'recorder+member': { capacities: ['recorder', 'member'], staff: false },
  staff: { capacities: [], staff: true },
  projector: { audience: 'projector' },
  public: { audience: 'public' },
};

/** What is needed beside the record to read it to the end. */
export interface Beside {
  moments: HearingRecorded['moments'];
  typed: typeof typed;
}

interface Result extends Beside {
  head: { version: number; hash: string };
  outcome: unknown;
  minutes: unknown;
  moments: (HearingRecorded['moments'][number] & { views: Shown[]; seats: unknown })[];
}

interface Shown {
  readers: string[];
  view: unknown;
}

/** Every different view of one moment, each with all who are shown it. */
function views(meeting: Meeting): Shown[] {
  const shown = new Map<string, Shown>();
  for (const [name, reader] of Object.entries(readers)) {
    // Through JSON, as it goes over the wire.
    const text = JSON.stringify(view({ meeting, live }, reader));
    const same = shown.get(text) ?? { readers: [], view: JSON.parse(text) as unknown };
    same.readers.push(name);
    shown.set(text, same);
  }
  return [...shown.values()];
}

const seated = (meeting: Meeting) =>
  Object.fromEntries(meeting.attendance.order.map((seat) => [seat, mine(meeting, seat, null)]));

function outcome({ session, agenda, attendance, voting, minutes }: Meeting) {
  const name = (seat: string) => attendance.people[seat]?.name ?? seat;
  return {
    session,
    items: agenda.order.map((id) => {
      const { title, progress, stretches } = agenda.items[id]!;
      return {
        title,
        progress,
        stretches,
        spent: stretches.reduce((sum, { from, to }) => sum + (to ?? from) - from, 0),
      };
    }),
    people: attendance.order.map((seat) => {
      const { capacities: held, presence } = attendance.people[seat]!;
      return { name: name(seat), capacities: held, presence };
    }),
    votes: voting.order.map((id) => {
      const { vote: _, item: __, roll, ballots, ...rest } = voting.votes[id]!;
      const given = Object.fromEntries(entriesOf(ballots).map(([seat, ballot]) => [name(seat), ballot]));
      return { ...rest, roll: roll.map(name), ballots: given };
    }),
    minutes,
  };
}

/**
 * All that a record of a hearing comes to: its head, its outcome, the text of its minutes, and who saw what at the
 * moments named. `typed` is what people typed, which stands beside the record.
 */
export function comesTo(lines: readonly RecordedEvent[], { moments, typed }: Beside): Result {
  const facts = lines.map(factOf);
  const last = lines.at(-1)!;
  return JSON.parse(
    JSON.stringify({
      head: { version: last.version, hash: last.hash },
      outcome: outcome(replay(facts)),
      typed,
      minutes: wovenFrom(lines, typed),
      moments: moments.map(({ version, about }) => {
        const meeting = replay(facts.slice(0, version));
        return { version, about, views: views(meeting), seats: seated(meeting) };
      }),
    }),
  );
}

/** The same with one view for each reader, since readers who were shown the same may be shown more one day, and not all the same. */
export function byReader({ moments, ...rest }: Result) {
  const apart = (views: Shown[]) => views.flatMap(({ readers: all, view: shown }) => all.map((one) => [one, shown]));
  return { ...rest, moments: moments.map((moment) => ({ ...moment, views: Object.fromEntries(apart(moment.views)) })) };
}

/** Writes the hearing's record and what it comes to into a folder of fixtures/records; only ever for a version not yet released. */
export function writeRecording(version: string): void {
  const folder = new URL(`../fixtures/records/${version}/`, import.meta.url);
  const { lines, moments } = hearingRecorded();
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('hearing.jsonl', folder), lines.map((line) => `${canonical(line)}\n`).join(''));
  writeFileSync(
    new URL('hearing.expected.json', folder),
    `${JSON.stringify(comesTo(lines, { moments, typed }), null, 1)}\n`,
  );
}
