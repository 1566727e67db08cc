import { describe, expect, it } from 'vitest';
import {
  anId,
  aRecord,
  chance,
  type Falsify,
  falsifications,
  falsificationsOfAFile,
  hashedFrom,
  names,
} from './chain.fixtures.ts';
import { beginning, checkHead, eventHash, verifyChain, whereTheyPart } from './chain.ts';

const rounds = 60;

describe('the chain', () => {
  it('[R1] holds for a record that nobody touched', () => {
    expect(verifyChain(aRecord({ length: 40 }))).toEqual([]);
    expect(verifyChain([])).toEqual([]);
  });

  it('[R12] hashes as it always has (figures computed by hand, with Python)', () => {
    const first = {
      meeting: anId(1),
      version: 1,
      type: 'meeting-called',
      data: { matter: '老旧小区加装电梯' },
      seat: anId(100),
      actingAs: 'chair',
      commandId: '0123456789abcdef0123456789abcdef',
      part: 0,
      at: 1_795_000_000_000,
    };
    expect(beginning(anId(1))).toBe('1a7e838eb47fc1e3724782db407c1dae64d25958e37e01bb305a3bc892085a64');
    expect(eventHash(beginning(anId(1)), first)).toBe(
      '62576438b33f0d4273d83043ea840e598712cb25d005069e3034ebd74fd941de',
    );
  });

  it('ties the first event to its meeting, and every event to the one before', () => {
    const [first, second] = aRecord({ length: 2 });
    expect(beginning(anId(1))).not.toBe(beginning(anId(2)));
    expect(eventHash(beginning(anId(1)), first!)).toBe(first!.hash);
    expect(eventHash(beginning(anId(2)), first!)).not.toBe(first!.hash);
    expect(eventHash(first!.hash, second!)).toBe(second!.hash);
  });
});

describe('every kind of falsification is found and named', () => {
  const all: [string, Falsify][] = Object.entries({ ...falsifications, ...falsificationsOfAFile });
  const withoutCut = all.filter(([kind]) => kind !== 'cut off');

  for (const [kind, falsify] of withoutCut) {
    it(`[R1] ${kind} (seeds 1 to ${rounds})`, () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const { events, touched } = falsify(aRecord({ length: 2 + any(12), seed }), any);
        const findings = verifyChain(events, anId(1));
        expect(names(findings, touched), `seed ${seed}, version ${touched}: ${JSON.stringify(findings)}`).toBe(true);
      }
    });
  }

  it('[R1] changed with its own hash computed anew: the break is named', () => {
    const events = aRecord({ length: 9 });
    const forged = { ...events[4]!, actingAs: 'chair-of-all' };
    const findings = verifyChain(events.with(4, { ...forged, hash: eventHash(events[3]!.hash, forged) }));
    expect(findings).toEqual([{ code: 'does-not-follow', version: 6 }]);
  });

  it('[R1] a cut-off end is found against the head', () => {
    const events = aRecord({ length: 9 });
    const head = { version: 9, hash: events[8]!.hash };
    expect(checkHead(events, head)).toEqual([]);
    expect(checkHead(events.slice(0, 6), head)).toEqual([{ code: 'cut-off', version: 7, upTo: 9 }]);
    expect(checkHead([], head)).toEqual([{ code: 'cut-off', version: 1, upTo: 9 }]);
    expect(checkHead(events, { version: 8, hash: events[7]!.hash })).toEqual([
      { code: 'added', version: 9, position: 8 },
    ]);
    expect(checkHead(events, { version: 9, hash: '0'.repeat(64) })).toEqual([{ code: 'does-not-follow', version: 10 }]);
    expect(checkHead([], { version: 0, hash: null })).toEqual([]);
  });

  it('a chain computed anew from the change on holds in itself: that is what seals are for', () => {
    const events = aRecord({ length: 9 });
    expect(verifyChain(hashedFrom(events.with(4, { ...events[4]!, actingAs: 'chair' }), 5))).toEqual([]);
  });
});

describe('findings say exactly what is wrong', () => {
  const events = aRecord({ length: 9 });

  it('names what was taken out, and takes the chain up again behind it', () => {
    expect(verifyChain(events.toSpliced(3, 2))).toEqual([{ code: 'missing', version: 4, upTo: 5 }]);
    expect(verifyChain(events.slice(2))).toEqual([{ code: 'missing', version: 1, upTo: 2 }]);
  });

  it('tells the true one of two events with one version from the added one, whichever comes first', () => {
    const added = { ...events[4]!, type: 'vote-annulled' };
    expect(verifyChain(events.toSpliced(5, 0, added))).toEqual([{ code: 'added', version: 5, position: 5 }]);
    expect(verifyChain(events.toSpliced(4, 0, added))).toEqual([{ code: 'added', version: 5, position: 4 }]);
  });

  it('names lines out of order, whose chain holds', () => {
    expect(verifyChain([...events.slice(1), events[0]!])).toEqual([{ code: 'out-of-order', version: 1, position: 8 }]);
  });

  it('names events that bear another number than when they were written', () => {
    const moved = events.toSpliced(3, 1).map((event, i) => ({ ...event, version: i + 1 }));
    expect(verifyChain(moved)).toEqual([
      { code: 'does-not-follow', version: 4 },
      { code: 'renumbered', version: 5, was: 6 },
      { code: 'renumbered', version: 6, was: 7 },
      { code: 'renumbered', version: 7, was: 8 },
      { code: 'renumbered', version: 8, was: 9 },
    ]);
  });

  it('names events of another meeting', () => {
    expect(verifyChain([...events, ...aRecord({ meeting: anId(2), length: 1 })])).toEqual([
      { code: 'foreign', version: 1, position: 9 },
    ]);
  });

  it('names where two copies of a record part', () => {
    const other = hashedFrom(events.with(5, { ...events[5]!, at: events[5]!.at + 1 }), 6);
    expect(whereTheyPart(events, other)).toBe(6);
    expect(whereTheyPart(other.slice(0, 7), events)).toBe(6);
    expect(whereTheyPart(events, events.slice(0, 5))).toBeNull();
    expect(whereTheyPart([], events)).toBeNull();
  });
});

describe('hostile input', () => {
  it('[R8] is named and never thrown at', () => {
    const [event] = aRecord({ length: 1 });
    const getter = Object.defineProperty({ ...event }, 'hash', {
      enumerable: true,
      get() {
        throw new Error('boo');
      },
    });
    const proxy = new Proxy(
      {},
      {
        get() {
          throw new Error('boo');
        },
      },
    );
    const strange = [
      null,
      undefined,
      0,
      '',
      [],
      {},
      getter,
      proxy,
      Symbol('s'),
      () => event,
      { ...event, hash: 'x' },
      { ...event, version: 0 },
      { ...event, version: 1.5 },
      { ...event, data: [] },
      { ...event, note: 'more' },
      JSON.parse(`{"__proto__":{"version":1}}`),
    ];
    const findings = verifyChain(strange);
    expect(findings.map((one) => one.code)).toEqual(strange.map(() => 'unreadable'));
  });

  it('[R8] data without a canonical form does not follow', () => {
    const events = aRecord({ length: 2 });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const data of [circle, { x: 1.5 }, { x: '\ud800' }, { x: undefined }, JSON.parse('{"__proto__":1}')]) {
      expect(verifyChain(events.with(0, { ...events[0]!, data: data as never }))).toEqual([
        { code: 'does-not-follow', version: 1 },
      ]);
    }
  });

  it('[R8] a version beyond all measure is one gap, not a long count', () => {
    const events = aRecord({ length: 2 });
    expect(verifyChain(events.with(1, { ...events[1]!, version: Number.MAX_SAFE_INTEGER }))).toEqual([
      { code: 'missing', version: 2, upTo: Number.MAX_SAFE_INTEGER - 1 },
    ]);
  });
});
