/** For tests: the minutes of the recorded hearing. What is typed stands beside a record; its facts are woven in. */
import type { Recorded } from './acts/event.ts';
import { anId } from './chain.fixtures.ts';
import type { RecordedEvent } from './chain.ts';
import { anItemId } from './fixtures.ts';
import { evolve, meetingAsCalled } from './meeting.ts';
import { sayFact } from './minutes-facts.ts';
import { heard, minutesHash, minutesText, opening, type WovenMinutes, type Written } from './minutes-text.ts';
import { factOf } from './recorded.ts';

export const recordedMeeting = anId(0x501);

/** What recorder and chair typed, by section; a block says which fact its author had seen last. */
export const typed: [string, Written[]][] = [
  [
    opening,
    [{ key: 'a1', after: 10, block: { kind: 'paragraph', depth: 0, text: [{ text: '到会人员已签到，名单附后。' }] } }],
  ],
  [
    anItemId(2),
    [
      {
        key: 'b1',
        after: 16,
        block: {
          kind: 'paragraph',
          depth: 0,
          text: [{ text: '刘工介绍：电梯加装于' }, { text: '3 号楼 2 单元', marks: ['bold'] }, { text: '北侧。' }],
        },
      },
    ],
  ],
  [
    anItemId(3),
    [
      { key: 'c1', after: 24, block: { kind: 'heading', level: 2, text: [{ text: '代表意见' }] } },
      { key: 'c2', after: 24, block: { kind: 'point', depth: 0, number: 1, text: [{ text: '李秀英：赞成方案二。' }] } },
      { key: 'c3', after: 36, block: { kind: 'point', depth: 0, number: 2, text: [{ text: '陈国强：注意采光。' }] } },
      // Written by a client that says nothing of what it saw.
      { key: 'c4', after: null, block: { kind: 'paragraph', depth: 0, text: [{ text: '倾向性方案：方案二。' }] } },
    ],
  ],
];

/** The minutes as they stand after these lines: what was typed, with every fact woven in. */
export const wovenFrom = (lines: readonly RecordedEvent[], written = typed): WovenMinutes =>
  wovenOf(lines.map(factOf), written);

/** … after these facts. */
export function wovenOf(facts: readonly Recorded[], written: typeof typed): WovenMinutes {
  let meeting = meetingAsCalled(facts[0]!);
  const told = [sayFact(null, facts[0]!, meeting)];
  for (const fact of facts.slice(1)) {
    const before = meeting;
    meeting = evolve(before, fact);
    told.push(sayFact(before, fact, meeting));
  }
  const text = minutesText({
    meeting: recordedMeeting,
    lang: meeting.called.language,
    order: meeting.agenda.order,
    written: new Map(written),
    facts: heard(
      [],
      told.filter((one) => one !== null),
    ),
  });
  return { text, hash: minutesHash(text), dropped: [] };
}
