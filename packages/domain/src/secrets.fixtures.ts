/**
 * [R5] For every reader a list, written by hand, of what their view must never contain. The meeting below is full of
 * values that occur nowhere else, so that a search of the view's text finds them wherever they may have slipped in.
 */
import type { MeetingEvent } from './acts/event.ts';
import type { Audience, Capacity } from './capacities.ts';
import type { Floor } from './floor.ts';
import {
  aCalledMeeting,
  aFile,
  after,
  anOpinionId,
  answerRecorded,
  aPerson,
  arrived,
  anItemId,
  aSeat,
  aSupplementId,
  at,
  attachmentAdded,
  aVoteId,
  begun,
  by,
  chair,
  chen,
  confirmed,
  given,
  li,
  opened,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  photoTaken,
  resultPublished,
  proofAdded,
  start,
  supplementProposed,
  voteOpened,
  zhou,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { view, type Live, type Reader, type View } from './view.ts';

export const [running, established, published, annulled] = [1, 2, 3, 4].map(aVoteId) as [
  string,
  string,
  string,
  string,
];
/** Soundings on variants: chosen from, graded, and graded with its result established. */
export const [choosing, grading, graded] = [5, 6, 7].map(aVoteId) as [string, string, string];
export const variants = ['均摊', '按层递增'];
export const grades = ['优先考虑', '不宜采用'];
export const put = (vote: string, question: string): MeetingEvent => voteOpened({ vote, question });
export const found = (vote: string, yes: number, no: number, abstain: number): MeetingEvent => ({
  type: 'vote-established',
  vote,
  roll: 3,
  returned: 3,
  counts: { yes, no, abstain },
});

const { item: _item, ...recordedOpinion } = opinionRecorded();
export const correctedOpinion = { ...recordedOpinion, type: 'opinion-corrected' } as const;

/** Every kind of secret at once: votes in each state, devices, versions, observers, words said about a person. */
export function aMeetingFullOfSecrets(): Meeting {
  const called = aCalledMeeting();
  const people = [
    ...called.people,
    aPerson(8, { name: '黄旁听', capacities: ['observer'], standing: '旁听席九排' }),
    aPerson(9, { name: '吴未到' }),
  ];
  const meeting = given(
    [
      { type: 'reply-given', seat: aSeat(9), coming: false, reason: 'away', way: 'message', toldBy: '马转告' },
      ...[chair, li, chen, aSeat(8)].map((seat) => arrived(seat)),
      arrived(zhou, 'remote'),
      { type: 'identity-checked', seat: zhou, how: 'document', note: '看过老年证', by: '沈核对' },
      opened,
      begun(1),
      confirmed(4),
      put(established, '第二问'),
      found(established, 7717, 6616, 5515),
      put(published, '第三问'),
      found(published, 1001, 2002, 3003),
      { type: 'vote-published', vote: published },
      put(annulled, '第四问'),
      found(annulled, 8828, 9929, 4424),
      { type: 'vote-annulled', vote: annulled, reason: '表述有误' },
      voteOpened({ vote: running, question: '第一问', roll: [li, chen, zhou, aSeat(9)] }),
      by(li, { type: 'ballot-cast', vote: running, choice: 'yes' }),
      { fact: { type: 'ballot-cast', vote: running, choice: 'abstain' }, seat: chen, at: start + 123_456_789 },
      attachmentAdded(),
      attachmentAdded({ file: aFile(3), title: '撤回的测算表' }),
      { type: 'attachment-withdrawn', file: aFile(3), reason: '数据有误' },
      attachmentAdded({ file: aFile(4), kind: 'notice-proof', title: '东门公告栏' }),
      photoTaken(2),
      proofAdded(5),
      { type: 'hand-entered', vote: running, seat: aSeat(9), choice: 'no', reason: '手有旧伤' },
      opinionRecorded(1, { gist: '楼道先修灯', category: '楼道' }),
      { type: 'opinion-marked', opinion: anOpinionId(1), uptake: 'partly', reason: '修灯另有安排' },
      opinionRecorded(2, { gist: '误记的一句' }),
      { type: 'opinion-withdrawn', opinion: anOpinionId(2), reason: '记错了人家' },
      opinionRecorded(3, { gist: '改前的一句' }),
      { ...correctedOpinion, opinion: anOpinionId(3), gist: '改后的一句' },
      questionRecorded(1, { text: '何时开工？' }),
      answerRecorded(1, { text: '明年三月开工' }),
      proposalStated('先修灯，再装梯'),
      supplementProposed(1, { words: '待定的补正', reason: '有人来电' }),
      supplementProposed(2, { words: '作罢的补正' }),
      { type: 'supplement-withdrawn', supplement: aSupplementId(2), reason: '查无此事' },
      resultPublished(1, { examinedBy: '郑审核' }),
      voteOpened({ vote: choosing, method: 'choose-several', variants, most: 2 }),
      by(li, { type: 'ballot-cast', vote: choosing, chosen: [1, 2] }),
      voteOpened({ vote: grading, method: 'grade', variants, grades }),
      by(li, { type: 'ballot-cast', vote: grading, graded: [2, 1] }),
      voteOpened({ vote: graded, method: 'grade', variants, grades }),
      {
        type: 'vote-established',
        vote: graded,
        roll: 3,
        returned: 3,
        counts: { grades: [[7171], [6161]], abstain: 5151 },
      },
    ],
    aCalledMeeting({ people, notice: { way: 'start-now', waiver: '电话问过本人' } }),
  );
  const late = after({ ...meeting, version: 424_240 }, begun(2), at(90_000, { type: 'clock-started', seconds: 60 }));
  // The floor: whoever speaks is in everybody's sight, who waits is not. Undone steps are fixed by a speech: none is given.
  return { ...late, floor: aFloorFullOfSecrets };
}

export const [speaks, heard] = [aVoteId(81), aVoteId(82)];
export const asks = (n: number, seat: string, askedAt: number) =>
  ({ request: aVoteId(n), seat, kind: 'speech', item: anItemId(2), askedAt, moved: true }) as const;
export const speech = { item: anItemId(2), kind: 'speech', seconds: 180, ended: true, since: null } as const;

export const aFloorFullOfSecrets: Floor = {
  requests: [asks(71, zhou, start + 333_111), asks(72, aSeat(6), start + 333_222)],
  order: [heard, speaks],
  speeches: {
    [heard]: { ...speech, speech: heard, seat: chen, spent: 271_828 },
    [speaks]: { ...speech, speech: speaks, seat: li, spent: 0, since: start + 90_000, ended: false },
  },
  current: speaks,
  limits: { [anItemId(2)]: 180 },
  cutOff: null,
};

export const live: Live = {
  connected: new Set([chair, li]),
  offlineSince: new Map([[zhou, start + 987_654]]),
  joinCode: '735914',
  asking: [
    { request: aVoteId(91), name: '何来客', at: start + 555_111, seat: null },
    { request: aVoteId(92), name: '郑换机', at: start + 555_222, seat: zhou },
  ],
  video: { address: 'https://meet.example/j/5511', access: '会议号 662-662' },
  screens: {
    screens: [
      {
        screen: aVoteId(281),
        number: 1,
        since: start + 777_111,
        content: { kind: 'message', text: '请领取午餐券' },
        blanked: true,
        frame: { header: true, footer: true, clock: false },
      },
    ],
    queue: [{ entry: 'f'.repeat(32), on: aVoteId(281), content: { kind: 'message', text: '稍后公布名单' } }],
  },
};

/** What must be kept from someone: texts that betray it, wherever they stand in the view. */
export const secrets = {
  'what anyone chose': [
    ...['"choice"', ':"yes"', ':"no"', ':"abstain"', '"chosen"', '"graded"'],
    ...['"ballots"', '"way":"device"', '"way":"hand"', '"hands"'],
  ],
  // In this meeting yes and abstain were given on devices alone, and no by hand alone.
  'what anyone chose on a device': [':"yes"', ':"abstain"', '"chosen"', '"graded"', '"ballots"', '"way":"device"'],
  'when a ballot came in': [`${start + 123_456_789}`],
  'why a hand was entered for someone': ['手有旧伤'],
  'the tally of an annulled vote': ['8828', '9929', '4424'],
  'the tally of a vote before it is published': ['7717', '6616', '5515', '7171', '6161', '5151'],
  'who has not answered': ['"missing"'],
  'ids of the register': [2, 3, 4, 8, 9].map((n) => aPerson(n).person),
  'versions of the stream': ['424242'],
  'the step to undo': ['424241', '"undoable"'],
  'the number confirmed': ['"presenceConfirmed"'],
  'how the notice was waived': ['电话问过本人'],
  'why somebody cannot come, and who told it': ['"away"', '马转告', '"toldBy"', '"reply"'],
  'salted hashes of files': ['d1d1d1'],
  'photos before the minutes are final': [aFile(2)],
  'files that were withdrawn': ['撤回的测算表', aFile(3)],
  'proofs that the notice was posted': ['东门公告栏', aFile(4), aFile(5), '"notice-proof"'],
  'what is owed afterwards': ['"duties"', '"draw-up-minutes"'],
  'attachments and material': ['费用测算表', aFile(1)],
  devices: ['"device"', '"connected"', '"offlineSince"', `${start + 987_654}`],
  'the code to join': ['735914', '"joinCode"'],
  'who asks to be let in': ['何来客', '郑换机', '"asking"', aVoteId(91), aVoteId(92), `${start + 555_222}`],
  'whether an opinion is taken up': ['"partly"', '修灯另有安排', '"mark"'],
  'what was withdrawn or corrected': ['误记的一句', '记错了人家', '改前的一句'],
  'supplements that do not stand': ['待定的补正', '有人来电', '作罢的补正', '查无此事', '"behind"'],
  'who examined the result': ['郑审核', '"examinedBy"'],
  'opinions, questions, answers, the proposal': [
    '楼道先修灯',
    '改后的一句',
    '何时开工',
    '明年三月开工',
    '先修灯，再装梯',
  ],
  'who waits for the floor, and since when': [
    '"waiting"',
    '"askedAt"',
    '"moved"',
    aVoteId(71),
    aVoteId(72),
    `${start + 333_111}`,
  ],
  'how long everybody has spoken': ['"totals"', '271828', heard],
  'who is heard next': ['"next"'],
  'who has the floor': [speaks, '"nth"'],
  'what is prepared for the screens': ['"queue"', '稍后公布名单', 'f'.repeat(32)],
  'which screens there are': ['"screens"', '"blanked"', '请领取午餐券', aVoteId(281), `${start + 777_111}`],
  'how to get into the video meeting': ['meet.example', '662-662', '"video"'],
  'how an identity was checked': ['"identity"', '看过老年证', '沈核对'],
  'names of observers': ['黄旁听', '孙丽', '旁听席九排', aSeat(8), aSeat(7)],
  'names of those who take part': ['李秀英', '陈国强', '周立新', '周敏', '刘工', '吴未到', '3号楼2单元', '设计单位'],
  'seats of those who take part': [chair, li, chen, zhou],
} satisfies Record<string, string[]>;
export type Secret = keyof typeof secrets;

export const fromEverybody: Secret[] = [
  'what anyone chose on a device',
  'when a ballot came in',
  'why a hand was entered for someone',
  'the tally of an annulled vote',
  'ids of the register',
  'versions of the stream',
  'how the notice was waived',
  'what was withdrawn or corrected',
  'salted hashes of files',
];
export const fromThoseSeated: Secret[] = [
  ...fromEverybody,
  'what anyone chose',
  'the tally of a vote before it is published',
  'who has not answered',
  'the step to undo',
  'the number confirmed',
  'why somebody cannot come, and who told it',
  'whether an opinion is taken up',
  'supplements that do not stand',
  'who examined the result',
  'devices',
  'the code to join',
  'who asks to be let in',
  'who waits for the floor, and since when',
  'how long everybody has spoken',
  'who is heard next',
  'what is prepared for the screens',
  'which screens there are',
  'how to get into the video meeting',
  'how an identity was checked',
  'names of observers',
  'photos before the minutes are final',
  'files that were withdrawn',
  'proofs that the notice was posted',
  'what is owed afterwards',
];
export const fromTheWall: Secret[] = [
  ...fromThoseSeated.filter((secret) => secret !== 'the code to join' && secret !== 'who is heard next'),
  'opinions, questions, answers, the proposal',
  'attachments and material',
];
export const fromThePublic: Secret[] = [
  ...fromThoseSeated,
  'opinions, questions, answers, the proposal',
  'attachments and material',
  'who has the floor',
  'names of those who take part',
  'seats of those who take part',
];

/** Whoever may look on, and what must never reach them. */
export const never: Record<Capacity | Audience | 'staff' | 'member+recorder' | 'observer+member', Secret[]> = {
  chair: fromEverybody,
  recorder: fromEverybody,
  staff: fromEverybody,
  'member+recorder': fromEverybody,
  member: fromThoseSeated,
  party: fromThoseSeated,
  mediator: fromThoseSeated,
  'responsible-unit': fromThoseSeated,
  attendee: fromThoseSeated,
  observer: fromThoseSeated,
  'observer+member': fromThoseSeated,
  supervisor: fromThoseSeated,
  scrutineer: fromThoseSeated,
  teller: fromThoseSeated,
  witness: fromThoseSeated,
  projector: fromTheWall,
  public: fromThePublic,
};

export function readerOf(name: string): Reader {
  if (name === 'projector' || name === 'public') return { audience: name };
  return name === 'staff'
    ? { capacities: [], staff: true }
    : { capacities: name.split('+') as Capacity[], staff: false };
}

export const viewOf = (name: string): View => view({ meeting: aMeetingFullOfSecrets(), live }, readerOf(name));
export const betrayed = (shown: unknown, secret: Secret): string[] =>
  secrets[secret].filter((words) => JSON.stringify(shown).includes(words));
