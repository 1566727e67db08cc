/**
 * [H11] A room full of seats, each with a page of its own on a line that is cut by chance, through a hearing of forty
 * minutes that is played in seconds: the record's clock is moved on, nothing else is pretended.
 */
import { isDeepStrictEqual } from 'node:util';
import { aDatabase } from '@yishiting/db/testing';
import { verifyRecord } from '@yishiting/db/verify-record';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { opening } from '@yishiting/domain/minutes-text';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { shownOn } from '@yishiting/domain/screens';
import { timeSat } from '@yishiting/domain/session';
import { expect, it, onTestFinished } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { LiveMeeting } from '../../../web/src/lib/live/live.svelte.ts';
import { socketWire } from '../../../web/src/lib/live/socket-wire.ts';
import { openSealKey } from '../room/seal-key.ts';
import { screensOf } from '../screens/screens.ts';
import { asRead, differences, replayed, type Presence } from '../testing/as-replayed.ts';
import { aHearing } from '../testing/course/course.ts';
import { calledPeople, castOf } from '../testing/course/stage.ts';
import { FullHouse } from '../testing/full-house.ts';
import { holdHearing, seatOf } from '../testing/hearing.ts';
import { misfits } from '../testing/kept.ts';
import { chairIsTaken, commitFails, goForGood, takesPhoto, turnsWalls, walksIn } from '../testing/mishaps.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import type { MakeLive } from '../testing/page.ts';
import { outcomeRows } from '../testing/outcome-rows.ts';
import { mulberry32 } from '../testing/random.ts';
import { until } from '../testing/until.ts';

const seed = 20_261_122;
const seats = rounds('seats');
const database = await aDatabase();
const house = await anOpenHouse(database);

/** The pages' own client, which tells what it sends. */
const makeLive: MakeLive = (community, join, asked) =>
  new LiveMeeting(community, join, (as, of, listener) => {
    const wire = socketWire(as, of, listener);
    const ask: typeof wire.ask = (message) => {
      asked(message.id, message.command);
      return wire.ask(message);
    };
    return { ...wire, ask };
  });

async function aFullHouse(): Promise<FullHouse> {
  const people = calledPeople(seats);
  const called = people.map(({ name, capacities }) => [name, capacities] as [string, typeof capacities]);
  const hearing = await holdHearing(house, [], called);
  const cast = castOf(people, (name) => seatOf(hearing, name).seat);
  const row = house.db.selectFrom('meetings').select('community').where('id', '=', hearing.meeting);
  const place = { ...(await row.executeTakeFirstOrThrow()), meeting: hearing.meeting };
  const by = { playing: mulberry32(seed), cutting: mulberry32(seed + 1) };
  const full = new FullHouse({ house, hearing, place, cast }, by, { chance: 0.15, away: 0.3 }, makeLive);
  await full.fill();
  return full;
}

/** Who is connected the test knows; since when somebody is not, the chair's page says, and all who lead are told the same. */
function presenceIn(full: FullHouse): Presence {
  const connected = new Set(
    full.everybody
      .filter(({ live }) => live.connection.state === 'connected')
      .map(({ as }) => (as.kind === 'seat' ? as.seat : as.kind === 'screen' ? as.screen : '')),
  );
  const { view } = full.pages.get(full.cast.chair)!.live;
  const devices = [
    ...Object.values(view?.people.bySeat ?? {}).map(({ seat, device }) => [seat, device?.offlineSince]),
    ...Object.values(view?.desk?.screens.byId ?? {}).map(({ screen, offlineSince }) => [screen, offlineSince]),
  ] as [string, number | null][];
  return { connected, offlineSince: new Map(devices.flatMap(([id, since]) => (since ? [[id, since]] : []))) };
}

/** Kinds of facts that come in by requests, which answer for themselves. */
const requested = ['meeting-called', 'chair-taken', 'photo-taken'];

/**
 * Nothing is lost, nothing is there twice or though it was refused; and what each page keeps, made of a whole view and
 * patches, is what somebody is shown who reads the record anew.
 */
async function expectAsReplayed(full: FullHouse, scene: string): Promise<RecordedEvent[]> {
  await full.settled();
  let lines = await house.record(full.hearing);
  expect(misfits(lines, full.given, requested), scene).toEqual([]);
  let fresh = await replayed(house, full.place, lines);
  const unlike = () => {
    const presence = presenceIn(full);
    return full.everybody.flatMap((page) => {
      if (page.isGone) return [];
      const [kept, due] = [asRead(page.shown), fresh(page, presence)];
      return isDeepStrictEqual(kept, due) ? [] : [{ page: page.name, differs: differences(kept, due) }];
    });
  };
  // What changed just now may still be on its way, also to the record: the last words of somebody who is gone.
  const isLike = async () => {
    if (lines.length !== full.meeting().version) {
      lines = await house.record(full.hearing);
      fresh = await replayed(house, full.place, lines);
    }
    return unlike().length === 0;
  };
  const why = () => {
    const [first, ...others] = unlike();
    return { scene, ...first, alsoUnlike: others.map(({ page }) => page).join(' ') };
  };
  await until(isLike, why, 30_000);
  return lines;
}

/** Each wall is told what the rows say that it shows. */
async function expectWallsTurned(full: FullHouse, lines: RecordedEvent[]): Promise<void> {
  const { files } = replay(lines.map(factOf));
  const screens = await screensOf(house.db, full.place, { now: () => Date.now() })();
  for (const { as, live, name } of full.others) {
    if (as.kind === 'screen') expect(live.shows, name).toEqual(shownOn(screens, as.screen, files.byId));
  }
}

/** The facts that such a hearing leaves; a course that leaves one of them out tries less than it should. */
const played: MeetingEvent['type'][] = [
  ...(['arrived', 'departed', 'person-added', 'presence-confirmed', 'chair-taken'] as const),
  ...(['meeting-opened', 'meeting-adjourned', 'meeting-resumed', 'meeting-closed'] as const),
  ...(['item-begun', 'item-skipped', 'item-moved', 'item-added', 'item-withdrawn', 'step-undone'] as const),
  ...(['clock-started', 'clock-paused', 'clock-resumed', 'clock-stopped'] as const),
  ...(['floor-asked', 'floor-given', 'floor-request-moved', 'floor-request-withdrawn', 'speaking-time-set'] as const),
  ...(['speech-paused', 'speech-resumed', 'speech-extended', 'speech-ended'] as const),
  ...(['vote-opened', 'ballot-cast', 'ballot-changed', 'vote-closed', 'counting-begun', 'hand-entered'] as const),
  ...(['vote-established', 'vote-published', 'vote-annulled'] as const),
  ...(['opinion-recorded', 'opinion-corrected', 'opinion-withdrawn', 'opinion-marked', 'opinions-shown'] as const),
  ...(['question-recorded', 'question-withdrawn', 'answer-recorded', 'answer-corrected', 'proposal-stated'] as const),
  ...(['minutes-shared', 'writer-admitted', 'writer-dismissed', 'minutes-circulated', 'amendment-proposed'] as const),
  ...(['amendment-decided', 'minutes-confirmed', 'minutes-frozen', 'photo-taken', 'photo-discarded'] as const),
];

/** What happens between the scenes that nobody planned. */
const mishaps: Record<string, (full: FullHouse) => Promise<unknown>> = {
  async 'the project is presented'(full) {
    await takesPhoto(full);
    const file = await takesPhoto(full);
    await full.gives(full.cast.recorder, { type: 'discard-photo', file });
  },
  async 'opinions are heard'(full) {
    // In the middle of it: many ask, and whoever has no answer yet asks the server that comes after.
    for (const seat of full.cast.members) void full.gives(seat, { type: 'ask-for-floor', kind: 'point-of-order' });
    full.types(full.cast.recorder, opening, '服务器重新启动前记下。');
    await new Promise((resolve) => setTimeout(resolve, 4));
    await full.restart();
  },
  async 'the first soundings'(full) {
    goForGood(full, full.cast.members.slice(0, 3), { type: 'leave' });
  },
  async 'an adjournment'(full) {
    await walksIn(full, '吴强');
    await commitFails(full, full.cast.members.slice(3), { type: 'ask-for-floor', kind: 'speech' });
  },
  async 'more opinions are heard'(full) {
    await full.saved();
    await chairIsTaken(full);
  },
};

it(`[H11] seed ${seed}: ${seats} seats in one room through a hearing with cuts and returns lose nothing, and each sees what a fresh replay shows`, async () => {
  const full = await aFullHouse();
  onTestFinished(() => full.close());
  for await (const scene of aHearing(full)) {
    await turnsWalls(full, scene);
    await mishaps[scene]?.(full);
    await expectWallsTurned(full, await expectAsReplayed(full, scene));
  }
  const lines = await expectAsReplayed(full, 'the end');

  // Only whoever never came back has no answer.
  const unheard = full.given.filter(({ answer }) => answer === null).map(({ who }) => who);
  const gone = full.everybody.filter(({ isGone }) => isGone).map(({ name }) => name);
  expect(unheard.filter((who) => !gone.includes(who))).toEqual([]);
  const key = openSealKey(house.keys);
  expect(await verifyRecord(house.db, { publicKeys: [key.publicKey] })).toEqual([]);
  const { standing, rebuilt } = await outcomeRows(house.db, full.place, lines, key);
  expect(rebuilt).toEqual(standing);

  // What was typed stands in the confirmed text.
  const { minutes } = full.meeting();
  expect(minutes.status).toBe('frozen');
  const text = JSON.stringify(minutes.status === 'frozen' && minutes.text);
  const typed = [...full.scribes.values()].flatMap((scribe) => scribe.typed.map(({ words }) => words));
  expect(typed.filter((words) => !text.includes(words))).toEqual([]);

  // That it was a hearing: forty minutes in session, all that one is made of, and lines cut as often as there are seats.
  expect(timeSat(full.meeting().session, Infinity)).toBeGreaterThanOrEqual(40 * 60_000);
  const kinds = new Set<string>(lines.map(({ type }) => type));
  expect(played.filter((type) => !kinds.has(type))).toEqual([]);
  expect(full.cuts).toBeGreaterThan(seats);
  expect(full.given.filter(({ answer }) => answer?.answer === 'refused').length).toBeGreaterThan(seats / 2);
}, 0);
