/** For tests: a hearing of which everything is on record, step by step, so that one thing can be left out of it. */
import type { MeetingCalled } from '../acts/called.ts';
import type { MeetingEvent } from '../acts/event.ts';
import {
  aCalledMeeting,
  anItem,
  anItemId,
  anOpinionId,
  answerRecorded,
  aPerson,
  arrived,
  aSeat,
  begun,
  by,
  chair,
  chen,
  li,
  nobodyConnected,
  observer,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  recorder,
  recordOf,
  unit,
  type Fact,
} from '../fixtures.ts';
import { replay } from '../meeting.ts';
import { placedBlock } from '../minutes-view.ts';
import { hearing } from '../procedures/hearing.ts';
import { wovenOf, type typed } from '../recording-minutes.fixtures.ts';
import { view, type Reader, type View } from '../view.ts';

export interface Course {
  called: MeetingCalled;
  /** Seats of those who came before the opening. */
  came: string[];
  /** What happens under each of the five steps, the first being the introduction; a text: why it is skipped. */
  steps: (Fact[] | string)[];
  /** What the recorder typed, by step from 1. */
  typed: Record<number, string>;
  /** After the closing: what becomes of the opinions. */
  marked: Fact[];
  /** Whether chair and recorder confirm the minutes. */
  final: boolean;
}

const speaks = (seat: string, n: number): [Fact, Fact] => {
  const speech = anOpinionId(0x60 + n);
  const given = { speech, seat, kind: 'speech', item: anItemId(3), request: null, seconds: null } as const;
  return [
    { type: 'floor-given', ...given },
    { type: 'speech-ended', speech },
  ];
};
const [liBegins, liEnds] = speaks(li, 1);
const [chenBegins, chenEnds] = speaks(chen, 2);
const marked = (n: number, uptake: 'taken' | 'partly', reason?: string): MeetingEvent => ({
  type: 'opinion-marked',
  opinion: anOpinionId(n),
  uptake,
  ...(reason !== undefined && { reason }),
});

/** A hearing with everything that the regulation asks of its papers. */
export function wholeHearing(): Course {
  const item = anItemId(3);
  const called = aCalledMeeting();
  return {
    called: {
      ...called,
      people: [...called.people, aPerson(8, { name: '曹敏', capacities: ['attendee'], standing: '街道办事处' })],
      agenda: (hearing.agenda ?? []).map(({ value }, n) =>
        anItem(n + 1, { title: value.title[called.language], step: value.id }),
      ),
    },
    // 周立新 does not come.
    came: [chair, recorder, li, chen, unit, observer, aSeat(8)],
    steps: [
      [],
      [],
      [
        liBegins,
        by(recorder, opinionRecorded(1, { item, category: '费用分摊' }), 'recorder'),
        liEnds,
        chenBegins,
        by(recorder, opinionRecorded(2, { item, speaker: chen, stance: 'against', gist: '预算偏高。' }), 'recorder'),
        chenEnds,
      ],
      [questionRecorded(1, { item: anItemId(4) }), answerRecorded(1, { item: anItemId(4), material: true })],
      [{ ...proposalStated(), item: anItemId(5) } as MeetingEvent],
    ],
    typed: { 2: '刘工介绍：电梯加装于2单元北侧。', 5: '主持人小结：下周公布方案。' },
    marked: [marked(1, 'taken'), marked(2, 'partly', '预算另行审核')],
    final: true,
  };
}

/** The hearing as this reader is shown it when all is done. */
export function shown(course: Course, reader: Reader = { capacities: ['chair'], staff: false }): View {
  const { called, came, steps, final } = course;
  const held = steps.flatMap((step, n): Fact[] =>
    typeof step === 'string'
      ? [{ type: 'item-skipped', item: anItemId(n + 1), reason: step }]
      : [begun(n + 1), ...step],
  );
  const present = came.filter((seat) => seat !== observer).length;
  const opening: Fact[] = [...came.map((seat) => arrived(seat)), { type: 'meeting-opened', present }];
  const facts = [...opening, ...held, { type: 'meeting-closed', present } as const, ...course.marked];
  const written: typeof typed = Object.entries(course.typed).map(([step, text]) => [
    anItemId(Number(step)),
    // As one who had seen all of the item before.
    [{ key: `t${step}`, after: facts.length, block: { kind: 'paragraph', depth: 0, text: [{ text }] } }],
  ]);
  const woven = wovenOf(recordOf(facts, called), written);
  const { hash, text, dropped } = woven;
  const freezing: Fact[] = [
    { type: 'minutes-circulated' },
    { type: 'minutes-confirmed', hash, as: ['chair'] },
    by(recorder, { type: 'minutes-confirmed', hash, as: ['recorder'] }, 'recorder'),
    by(recorder, { type: 'minutes-frozen', hash, text, dropped }, 'recorder'),
  ];
  const record = recordOf([...facts, ...(final ? freezing : [])], called);
  const sections = Object.fromEntries(
    text.sections.map(({ item, blocks }) => [
      item,
      Object.fromEntries(blocks.map((block, n) => [`b${n}`, placedBlock(block, n + 1)])),
    ]),
  );
  const live = { ...nobodyConnected, minutes: { sections, hash, dropped } };
  return view({ meeting: replay(record), live }, reader);
}
