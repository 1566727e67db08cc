/** [H6] Whatever happens in a meeting, the figures on its papers close and its dates are written as officials write them. */
import { describe, expect, it } from 'vitest';
import type { CalledPerson } from '../acts/called.ts';
import type { Method } from '../acts/voting.ts';
import { chance, type Chance } from '../chain.fixtures.ts';
import {
  aCalledMeeting,
  anItemId,
  anOpinionId,
  aPerson,
  arrived,
  aSeat,
  aVoteId,
  begun,
  by,
  departed,
  minute,
  nobodyConnected,
  opinionRecorded,
  recordOf,
  start,
  voteOpened,
  when,
  type Fact,
} from '../fixtures.ts';
import { replay } from '../meeting.ts';
import { placedBlock } from '../minutes-view.ts';
import { wovenOf } from '../recording-minutes.fixtures.ts';
import { stances, uptakes } from '../stances.ts';
import { view, type View } from '../view.ts';
import { replied } from '../replies.fixtures.ts';
import { minutesPaper } from './minutes-paper.ts';
import { summaryPaper } from './summary-paper.ts';

const day = 24 * 60 * minute;
const maybe = (any: Chance) => any(2) === 0;

function people(any: Chance): CalledPerson[] {
  const others = Array.from({ length: 1 + any(14) }, (_, n): CalledPerson => {
    const capacity = (['member', 'member', 'member', 'responsible-unit', 'attendee', 'observer'] as const)[any(6)]!;
    return aPerson(n + 3, { capacities: [capacity], ...(maybe(any) && { standing: `${n + 1}号楼` }) });
  });
  return [aPerson(1, { capacities: ['chair'] }), aPerson(2, { capacities: ['recorder'] }), ...others];
}

/** A sounding by any method, answered by some: how it was asked, and the ballots. */
function sounding(any: Chance, n: number, roll: string[]): Fact[] {
  const method = (['yes-no-abstain', 'choose-one', 'choose-several', 'grade'] as const satisfies Method[])[any(4)]!;
  const variants = method === 'yes-no-abstain' ? {} : { variants: ['甲案', '乙案', '丙案'] };
  const asked = {
    ...variants,
    ...(method === 'choose-several' && { most: 2 }),
    ...(method === 'grade' && { grades: ['好', '可', '不宜'] }),
  };
  const vote = aVoteId(n);
  const marks = () => {
    if (any(4) === 0) return { choice: 'abstain' as const };
    if (method === 'yes-no-abstain') return { choice: (['yes', 'no'] as const)[any(2)]! };
    if (method === 'grade') return { graded: [1, 2, 3].map(() => 1 + any(3)) };
    return { chosen: method === 'choose-several' && maybe(any) ? [1, 3] : [1 + any(3)] };
  };
  const ballots = roll.flatMap((seat): Fact[] =>
    any(5) === 0 ? [] : [by(seat, { type: 'ballot-cast', vote, ...marks() })],
  );
  return [voteOpened({ vote, method, roll, named: true, ...asked }), ...ballots, { type: 'vote-closed', vote }];
}

/** A meeting of chance, as its chair is shown it at the end. */
function aMeeting(seed: number): { seen: View; began: number } {
  const any = chance(seed);
  const everybody = people(any);
  const began = start + any(400) * day + any(24 * 60) * minute;
  const called = aCalledMeeting({ people: everybody, language: any(4) === 0 ? 'en' : 'zh-CN' });
  const came = everybody.filter(() => any(4) > 0).map(({ seat }) => seat);
  const members = came.filter((seat) => everybody.find((one) => one.seat === seat)!.capacities.includes('member'));
  const facts: Fact[] = [
    ...everybody.flatMap(({ seat }) => (any(3) === 0 ? [by(seat, replied(false, { seat }))] : [])),
    ...came.map((seat): Fact => ({ fact: arrived(seat), seat, at: began - minute })),
    { fact: { type: 'meeting-opened', present: came.length }, seat: aSeat(1), at: began },
    begun(1),
    ...came.filter(() => any(6) === 0).map((seat) => departed(seat)),
  ];
  const opinions = members.length === 0 ? 0 : any(9);
  for (let n = 1; n <= opinions; n += 1) {
    const speaker = members[any(members.length)]!;
    facts.push(opinionRecorded(n, { item: anItemId(1), speaker, stance: stances[any(4)]!, gist: `意见${n}。` }));
  }
  for (let n = 1, votes = members.length > 0 ? any(4) : 0; n <= votes; n += 1) {
    facts.push(...sounding(any, n, members));
    const established = when(replay(recordOf(facts, called)), { type: 'establish-vote', vote: aVoteId(n) });
    if (!Array.isArray(established)) throw new Error(JSON.stringify(established));
    facts.push(...established, { type: 'vote-published', vote: aVoteId(n) });
  }
  facts.push({ type: 'meeting-closed', present: came.length });
  for (let n = 1; n <= opinions; n += 1) {
    const uptake = uptakes[any(3)]!;
    const marked = { type: 'opinion-marked', opinion: anOpinionId(n), uptake } as const;
    if (maybe(any)) facts.push(uptake === 'taken' ? marked : { ...marked, reason: '另议' });
  }
  const record = recordOf(facts, called);
  const { text, hash, dropped } = wovenOf(record, []);
  const sections = Object.fromEntries(
    text.sections.map(({ item, blocks }) => [
      item,
      Object.fromEntries(blocks.map((block, n) => [`b${n}`, placedBlock(block, n + 1)])),
    ]),
  );
  const live = { ...nobodyConnected, minutes: { sections, hash, dropped } };
  return { seen: view({ meeting: replay(record), live }, { capacities: ['chair'], staff: false }), began };
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
/** Every number that stands where the pattern's group is. */
const numbers = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => Number(found));
const meetings = Array.from({ length: 40 }, (_, n) => n + 1);

function papers(seed: number) {
  const { seen, began } = aMeeting(seed);
  const made = { now: began, seal: null };
  const summary = summaryPaper(seen, made)!;
  const minutes = minutesPaper(seen, made)!;
  const chapters = summary.chapters.map(({ title, blocks }) => ({
    title,
    lines: blocks.map(({ label, runs }) => `${label ?? ''}${runs.map(({ text }) => text).join('')}`),
  }));
  const chapter = (name: RegExp) => chapters.find(({ title }) => name.test(title))?.lines ?? [];
  const strings = (part: unknown): string[] =>
    typeof part === 'string' ? [part] : typeof part === 'object' && part ? Object.values(part).flatMap(strings) : [];
  return { seen, began, minutes, chapter, all: [...strings(summary), ...strings(minutes)], zh: seen.language !== 'en' };
}

describe('[H6] figures on the papers of any meeting', () => {
  it.each(meetings)('attendance closes: due = came + on leave + absent, and the groups add up, seed %i', (seed) => {
    const { seen, minutes, chapter, zh } = papers(seed);
    const basics = chapter(/基本情况|Basic facts/);
    const [due, came, leave, absent] = numbers(basics[2]!, /(\d+)/g).slice(0, 4) as [number, number, number, number];
    expect(due).toBe(
      seen.people.order.filter((seat) => !seen.people.bySeat[seat]!.capacities.includes('observer')).length,
    );
    expect(came + leave + absent).toBe(due);
    const inGroups = (line = '') => numbers(line, zh ? /（(\d+) 人）/g : /\((\d+)\):/g);
    const rows = Object.fromEntries(minutes.facts.map(({ name, said }) => [name, said.join('；')]));
    expect(rows[zh ? '人数' : 'Attendance']).toBe(
      zh
        ? `应到 ${due} 人，实到 ${came} 人，请假 ${leave} 人，缺席 ${absent} 人`
        : `Due: ${due}; came: ${came}; excused: ${leave}; absent: ${absent}`,
    );
    for (const [name, count] of zh
      ? ([
          ['到会人员', came],
          ['请假人员', leave],
          ['缺席人员', absent],
        ] as const)
      : ([
          ['Who came', came],
          ['Excused', leave],
          ['Absent', absent],
        ] as const)) {
      expect(sum(inGroups(rows[name])), name).toBe(count);
      expect(sum(inGroups(basics.find((line) => line.startsWith(name)))), name).toBe(count);
      // Each is named, and nobody twice.
      const names = [...(rows[name] ?? '').matchAll(/代表\d+/g)].map(([one]) => one);
      expect(new Set(names).size, name).toBe(count);
    }
  });

  it.each(meetings)(
    'opinions close: the whole = the sum by stance = the sum by outcome = those listed, seed %i',
    (seed) => {
      const { seen, chapter, zh } = papers(seed);
      const count = seen.opinions.order.length;
      const lines = chapter(/代表意见|Opinions/);
      if (count === 0) return expect(lines).toHaveLength(1);
      const listed = lines.filter((line) => /^\d+\./.test(line));
      expect(listed.map((line) => Number.parseInt(line))).toEqual(seen.opinions.order.map((_, n) => n + 1));
      const parts = (line: string) => numbers(line.split(zh ? '其中' : ': ')[1]!, /(\d+)/g);
      expect(sum(parts(lines[0]!))).toBe(count);
      const taken = chapter(/倾向性方案|Tendency/)[0]!;
      expect(taken).toContain(zh ? `共 ${count} 条` : count === 1 ? 'the opinion' : `the ${count} opinions`);
      expect(sum(parts(taken))).toBe(count);
      const outcomes = lines.filter((line) => /^采纳情况|^Outcome/.test(line));
      expect(outcomes).toHaveLength(count);
    },
  );

  it.each(meetings)('soundings close: those who answered = the sum over what they answered, seed %i', (seed) => {
    const { seen, chapter, zh } = papers(seed);
    const said = chapter(/意向征询|Soundings/).filter((line) => /意向征询|was sounded|会议就/.test(line));
    expect(said).toHaveLength(seen.votes.order.length);
    if (!zh) return;
    said.forEach((line, n) => {
      const { method } = seen.votes.byId[seen.votes.order[n]!]!;
      const [roll, returned] = [numbers(line, /应表态 (\d+) 人/g)[0]!, numbers(line, /已表态 (\d+) 人/g)[0]!];
      expect(returned).toBeLessThanOrEqual(roll);
      const figures = line.slice(line.indexOf('已表态') + 3);
      const abstained = numbers(figures, /弃权 (\d+) 人/g)[0]!;
      const counts = numbers(figures.slice(figures.indexOf('：')), /(?<!弃权) (\d+) 人/g);
      if (method === 'grade') {
        for (const from of [0, 3, 6]) expect(sum(counts.slice(from, from + 3)) + abstained).toBe(returned);
      } else if (method === 'choose-several') {
        // Each marks one variant or two.
        expect(sum(counts)).toBeGreaterThanOrEqual(returned - abstained);
        expect(sum(counts)).toBeLessThanOrEqual(2 * (returned - abstained));
      } else expect(sum(counts) + abstained).toBe(returned);
      expect(line).not.toMatch(/通过/);
    });
  });

  it.each(meetings)('dates and sentences are written as documents have them, seed %i', (seed) => {
    const { all, began, zh } = papers(seed);
    const text = all.join('\n');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|。。|，。|：。|；。/);
    if (!zh) return expect(text).not.toMatch(/年\d|月\d/);
    expect(text).not.toMatch(/年0|月0|[上下]午0\d|\b[AP]M\b|午1[3-9]:/i);
    const shanghai = new Date(began + 8 * 3_600_000);
    const [year, month, date] = [shanghai.getUTCFullYear(), shanghai.getUTCMonth() + 1, shanghai.getUTCDate()];
    const weekday = '日一二三四五六'.charAt(shanghai.getUTCDay());
    const hour = shanghai.getUTCHours();
    const half = `${hour < 12 ? '上' : '下'}午${hour > 12 ? hour - 12 : hour}`;
    const minutes = String(shanghai.getUTCMinutes()).padStart(2, '0');
    const opens = `${year}年${month}月${date}日（星期${weekday}）${half}:${minutes}至`;
    expect(all.filter((line) => line.startsWith(opens))).toHaveLength(2);
  });
});
