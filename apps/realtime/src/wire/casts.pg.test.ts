import { aDatabase } from '@yishiting/db/testing';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { expect, it } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { enterRoom, holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { newId, type Json, type OutsiderRoom } from '../testing/outsider.ts';
import { mulberry32 } from '../testing/random.ts';

const house = await anOpenHouse(await aDatabase());
const members = ['李秀英', '陈国强', '孙丽', '吴桂芳', '郑立', '何敏'];
const hearing = await holdHearing(
  house,
  members.slice(3).map((name) => [name, ['member']]),
);
const seed = 20_261_122;
const variants = ['均摊', '按层递增', '按面积', '一层不摊'];
const grades = ['优先考虑', '可以接受', '不宜采用'];

/** What the chair may ask, one after the other, and what may be marked then. */
const ways: { asked: Json; marks: Json[] }[] = [
  { asked: { method: 'yes-no-abstain' }, marks: [{ choice: 'yes' }, { choice: 'no' }, { choice: 'abstain' }] },
  { asked: { method: 'choose-one', variants }, marks: [{ chosen: [1] }, { chosen: [4] }, { choice: 'abstain' }] },
  {
    asked: { method: 'choose-several', variants, most: 2 },
    marks: [{ chosen: [2] }, { chosen: [1, 3] }, { chosen: [3, 4] }, { choice: 'abstain' }],
  },
  {
    asked: { method: 'grade', variants, grades },
    marks: [{ graded: [1, 2, 3, 1] }, { graded: [3, 3, 3, 3] }, { choice: 'abstain' }],
  },
];

/** Each draws from a row of their own, so that who comes first does not change what the others do. */
class Chance {
  #random: () => number;
  constructor(round: number, who: number) {
    this.#random = mulberry32(seed + round * 100 + who);
  }
  one = <T>(of: readonly T[]): T => of[Math.floor(this.#random() * of.length)]!;
  moment = (most: number) => new Promise((resolve) => setTimeout(resolve, this.#random() * most));
}

/** What a member was answered, by command id; of a repeat the last answer counts. */
type Answers = Map<string, Json>;

interface Round {
  vote: string;
  marks: Json[];
  /** Resolves when the vote is closed. */
  closed: PromiseWithResolvers<void>;
  established: boolean;
  published: boolean;
}
let round: Round | null = null;

/** Nobody is shown counts before they may be: those who lead once established is asked for, the others once published. */
function watchFor(room: OutsiderRoom, leads: boolean): OutsiderRoom {
  room.socket.on('message', () => {
    const counts = round && room.view?.votes.byId[round.vote]?.counts;
    if (counts && !(leads ? round?.established : round?.published))
      early.push(`${leads ? 'lead' : 'member'} ${round?.vote}`);
  });
  return room;
}
const early: string[] = [];

class Member {
  readonly name: string;
  room: OutsiderRoom;
  chance = new Chance(0, 0);
  constructor(name: string) {
    this.name = name;
    this.room = watchFor(enterRoom(hearing, name), false);
  }

  async cast(answers: Answers, id = newId(), marks = this.chance.one(round!.marks), room = this.room): Promise<void> {
    const answer = await room.command({ type: 'cast-ballot', vote: round!.vote, ...marks }, id);
    if (answer) answers.set(id, answer);
    // The connection broke: the same command again, as the page says.
    else await this.cast(answers, id, marks, await this.comeBack());
  }

  async comeBack(): Promise<OutsiderRoom> {
    if (this.room.socket.readyState !== WebSocket.OPEN) this.room = watchFor(enterRoom(hearing, this.name), false);
    return this.room.joined();
  }
}

const tactics: Record<string, (member: Member, answers: Answers, again: string, marks: Json) => Promise<unknown>> = {
  once: (member, answers) => member.cast(answers),
  'a double tap': (member, answers, id, marks) =>
    Promise.all([member.cast(answers, id, marks), member.cast(answers, id, marks)]),
  'a change of mind': async (member, answers) => {
    await member.cast(answers);
    await member.chance.moment(5);
    await member.cast(answers);
  },
  'two tabs': async (member, answers) => {
    const tab = await watchFor(enterRoom(hearing, member.name), false).joined();
    await Promise.all([member.cast(answers), member.cast(answers, newId(), member.chance.one(round!.marks), tab)]);
    tab.close();
  },
  'a replay after the close': async (member, answers, id, marks) => {
    await member.cast(answers, id, marks);
    await round!.closed.promise;
    await Promise.all([member.cast(answers, id, marks), member.cast(answers)]);
  },
  'a broken connection': async (member, answers, id, marks) => {
    const cast = member.cast(answers, id, marks);
    await member.chance.moment(4);
    member.room.socket.terminate();
    await cast;
    await member.comeBack();
  },
};

const chair = watchFor(await enterRoom(hearing, '王建国').joined(), true);
const recorder = watchFor(await enterRoom(hearing, '周敏').joined(), true);
const seated = members.map((name) => new Member(name));
const done = async (command: Json) => expect(await chair.command(command)).toEqual({ answer: 'accepted' });

async function openVote(asked: Json): Promise<string> {
  const before = chair.view.votes.order.length;
  // The members, and the chair who opened the meeting.
  await done({ type: 'confirm-presence', count: members.length + 1 });
  await done({ type: 'open-vote', question: '您的意见', purpose: 'sounding', ...asked });
  await chair.until(({ view }) => view.votes.order.length > before);
  const vote = chair.view.votes.order.at(-1);
  await Promise.all(seated.map(({ room }) => room.until(({ mine }) => vote in mine.ballots)));
  return vote;
}

/** The chair closes at some moment and establishes, at times without waiting for the answer to the closing. */
async function closeAndEstablish({ vote, closed }: Round, chance: Chance): Promise<void> {
  await chance.moment(20);
  const closing = done({ type: 'close-vote', vote }).then(closed.resolve, closed.reject);
  if (chance.one([true, false])) await closing;
  round!.established = true;
  await Promise.all([closing, done({ type: 'establish-vote', vote })]);
}

/** The acknowledged ballots are exactly those in the record, one for each seat, and counted as they were last given. */
async function expectCounted(vote: string, answered: Map<string, Answers>, lines: readonly RecordedEvent[]) {
  const closedAt = lines.find(({ type }) => type === 'vote-closed')!.version;
  const cast = lines.filter(({ type }) => type === 'ballot-cast' || type === 'ballot-changed');
  expect(cast.every(({ version, data }) => version < closedAt && data['vote'] === vote)).toBe(true);
  for (const [seat, answers] of answered) {
    const accepted = [...answers].flatMap(([id, { answer }]) => (answer === 'accepted' ? [id] : []));
    const own = cast.filter((line) => line.seat === seat);
    expect(own.map(({ commandId }) => commandId).sort()).toEqual(accepted.sort());
    expect(own.map(({ type }) => type)).toEqual(own.map((_, n) => (n === 0 ? 'ballot-cast' : 'ballot-changed')));
    const refused = [...answers.values()].filter(({ answer }) => answer === 'refused');
    expect(refused.every(({ code }) => code === 'vote-not-open')).toBe(true);
  }
  const last = new Map(cast.map(({ seat, data }) => [seat, data as Json]));
  const opened = lines.find(({ type }) => type === 'vote-opened')!.data;
  const counts = countedByHand(opened, [...last.values()]);
  const established = lines.find(({ type }) => type === 'vote-established')!;
  expect(established.data).toMatchObject({ vote, roll: members.length, returned: last.size, counts });
  await expectRows(vote, last, counts);
}

/** The figures as somebody would find them who has nothing but the ballots. */
function countedByHand({ method }: Json, ballots: readonly Json[]): Json {
  const how = (test: (ballot: Json) => boolean) => ballots.filter(test).length;
  const [yes, no, abstain] = ['yes', 'no', 'abstain'].map((one) => how(({ choice }) => choice === one));
  if (method === 'yes-no-abstain') return { yes, no, abstain };
  const numbers = variants.map((_, n) => n + 1);
  if (method !== 'grade') return { variants: numbers.map((n) => how(({ chosen }) => chosen?.includes(n))), abstain };
  const rows = numbers.map((n) => grades.map((_, grade) => how(({ graded }) => graded?.[n - 1] === grade + 1)));
  return { grades: rows, abstain };
}

/** A row for each figure, and for each thing that one seat marked: variant, words, count or seat. */
const figures = (counts: Json): unknown[][] => [
  ...Object.entries(counts).flatMap(([choice, count]) => (Array.isArray(count) ? [] : [[0, choice, count]])),
  ...(counts['variants'] ?? []).map((count: number, n: number) => [n + 1, 'chosen', count]),
  ...(counts['grades'] ?? []).flatMap((row: number[], n: number) =>
    row.map((count, grade) => [n + 1, grades[grade], count]),
  ),
];
const marksOf = ([seat, { choice, chosen, graded }]: [string, Json]): unknown[][] => [
  ...(choice ? [[0, choice, seat]] : []),
  ...(chosen ?? []).map((n: number) => [n, 'chosen', seat]),
  ...(graded ?? []).map((grade: number, n: number) => [n + 1, grades[grade - 1], seat]),
];

async function expectRows(vote: string, last: Map<string, Json>, counts: Json) {
  const { db } = house;
  const row = await db.selectFrom('votes').selectAll().where('id', '=', vote).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ on_roll: members.length, ballots: last.size, outcome: 'counted' });
  expect(row.variants).toEqual(row.method === 'yes-no-abstain' ? null : variants);
  const outcomes = await db.selectFrom('vote_outcomes').selectAll().where('vote', '=', vote).execute();
  const found = outcomes.map(({ variant, choice, count }) => [variant, choice, count]);
  expect(found.sort()).toEqual(figures(counts).sort());
  const kept = await db.selectFrom('vote_choices').selectAll().where('vote', '=', vote).execute();
  expect(kept.every(({ way }) => way === 'device')).toBe(true);
  expect(kept.map(({ variant, choice, seat }) => [variant, choice, seat]).sort()).toEqual(
    [...last].flatMap(marksOf).sort(),
  );
}

it(`[R16] seed ${seed}: whatever the chair closes against, the acknowledged ballots are the counted ones, one for each seat`, async () => {
  await done({ type: 'open-meeting' });
  await done({ type: 'begin-item', item: chair.view.agenda.order[0] });
  for (const member of seated) {
    await member.comeBack();
    await member.room.command({ type: 'check-in', way: 'here', privacyNotice: '2026-11' });
  }
  let late = 0;
  for (let n = 0; n < rounds('castsAgainstClosing'); n += 1) {
    house.wait(20_000);
    const from = (await house.record(hearing)).length;
    const { asked, marks } = ways[n % ways.length]!;
    const vote = await openVote(asked);
    round = { vote, marks, closed: Promise.withResolvers<void>(), established: false, published: false };
    const answered = new Map<string, Answers>();
    const casting = seated.map(async (member, who) => {
      member.chance = new Chance(n, who + 1);
      const answers: Answers = new Map();
      answered.set(seatOf(hearing, member.name).seat, answers);
      const tactic = member.chance.one(Object.values(tactics));
      await member.chance.moment(20);
      await tactic(member, answers, newId(), member.chance.one(marks));
    });
    await Promise.all([...casting, closeAndEstablish(round, new Chance(n, 0))]);
    const lines = (await house.record(hearing)).slice(from);
    await expectCounted(vote, answered, lines);
    late += [...answered.values()]
      .flatMap((answers) => [...answers.values()])
      .filter(({ answer }) => answer === 'refused').length;
    round.published = true;
    await done({ type: 'publish-vote', vote });
    for (const { heard } of [chair, recorder, ...seated.map(({ room }) => room)]) heard.length = 0;
  }
  expect(early).toEqual([]);
  const shown = ({ view }: OutsiderRoom) => view.votes.byId[round!.vote].counts !== null;
  await Promise.all([recorder, ...seated.map(({ room }) => room)].map((room) => room.until(shown)));
  // Some came in time and some too late, else nothing was raced.
  expect(late).toBeGreaterThan(0);
});
