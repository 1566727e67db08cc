/** The table of who may do what is written by hand for people (fixtures/who-may.md); here every cell of it is carried out. */
import { describe, expect, it } from 'vitest';
import { privacyNotice } from './acts/attendance.ts';
import { meetingCommandSchema, type MeetingCommand } from './acts/command.ts';
import { phases, type Phase } from './acts/session.ts';
import type { Capacity } from './capacities.ts';
import { agreementPrepared } from './agreeing.fixtures.ts';
import { floorPrepared } from './floor.fixtures.ts';
import { anId } from './chain.fixtures.ts';
import type { Circumstances } from './decision.ts';
import {
  aCalledMeeting,
  adjourned,
  aPerson,
  aRegisterRow,
  arrived,
  aSeat,
  aSupplementId,
  aVoteId,
  anAnswerId,
  anItem,
  anItemId,
  anOpinionId,
  answerRecorded,
  aQuestionId,
  begun,
  by,
  circumstances,
  closed,
  confirmed,
  frozen,
  given,
  li,
  opened,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  resultPublished,
  dutyFulfilled,
  minute,
  proofAdded,
  skipped,
  start,
  supplementProposed,
  aFile,
  after,
  anUpload,
  attachmentAdded,
  photoTaken,
  voteOpened,
  wovenMinutes,
  type Fact,
} from './fixtures.ts';
import { mediationPrepared } from './mediation.fixtures.ts';
import { decide, type Meeting } from './meeting.ts';
import { hearing } from './procedures/hearing.ts';
import type { Procedure } from './procedures/schema.ts';
import { repliesPrepared } from './replies.fixtures.ts';
import { signingPrepared } from './signing.fixtures.ts';
import { columns, table } from './who-may.fixtures.ts';

const actor = aSeat(50);
const vote = aVoteId(1);
const item = anItemId(1);
const minutes = wovenMinutes('李秀英：赞成。');
const openVote: Fact[] = [begun(1), voteOpened({ roll: [actor, li] })];
const closedVote: Fact[] = [...openVote, { type: 'vote-closed', vote }];
const established: Fact = {
  type: 'vote-established',
  vote,
  roll: 2,
  returned: 0,
  counts: { yes: 0, no: 0, abstain: 0 },
};

/** The same of any command. */
interface Asked {
  facts: Fact[];
  command: (meeting: Meeting) => MeetingCommand;
  more?: Partial<Circumstances>;
  procedure?: Procedure;
}

/** For each command what must have happened so that nothing but entitlement and phase can stand against it. */
const prepared: {
  [T in MeetingCommand['type']]: {
    facts: Fact[];
    command: (meeting: Meeting) => MeetingCommand & { type: T };
    more?: Partial<Circumstances>;
    procedure?: Procedure;
  };
} = {
  'check-in': { facts: [], command: () => ({ type: 'check-in', way: 'here', privacyNotice }) },
  leave: { facts: [arrived(actor)], command: () => ({ type: 'leave' }) },
  'record-arrival': { facts: [], command: () => ({ type: 'record-arrival', seat: li, way: 'here' }) },
  'record-departure': { facts: [arrived(li)], command: () => ({ type: 'record-departure', seat: li }) },
  'add-person': {
    facts: [],
    command: () => ({ type: 'add-person', person: aRegisterRow(60), capacities: ['member'] }),
    more: { register: { name: '何平', seat: aSeat(60) } },
  },
  ...repliesPrepared,
  ...agreementPrepared,
  ...signingPrepared,
  'confirm-presence': { facts: [arrived(li)], command: () => ({ type: 'confirm-presence', count: 1 }) },
  'take-chair': { facts: [], command: () => ({ type: 'take-chair' }), more: { passwordGiven: true } },
  'check-identity': {
    facts: [arrived(li, 'remote')],
    command: () => ({ type: 'check-identity', seat: li, how: 'video' }),
  },
  'withdraw-identity-check': {
    facts: [arrived(li, 'remote'), { type: 'identity-checked', seat: li, how: 'video', by: '周敏' }],
    command: () => ({ type: 'withdraw-identity-check', seat: li, reason: '不是本人' }),
  },
  'record-notice': {
    facts: [],
    command: () => ({ type: 'record-notice', notice: 0, channel: 'public-board', at: start, by: '周敏' }),
  },
  'change-meeting': {
    facts: [],
    command: () => ({ type: 'change-meeting', place: '一楼大厅', reason: '二楼停电' }),
  },
  'call-off-meeting': { facts: [], command: () => ({ type: 'call-off-meeting', reason: '项目中止' }) },
  'open-meeting': { facts: [], command: () => ({ type: 'open-meeting' }) },
  'adjourn-meeting': { facts: [], command: () => ({ type: 'adjourn-meeting' }) },
  'resume-meeting': { facts: [], command: () => ({ type: 'resume-meeting' }) },
  'close-meeting': {
    facts: [skipped(1), skipped(2), skipped(3), skipped(4)],
    command: () => ({ type: 'close-meeting' }),
  },
  'begin-item': { facts: [], command: () => ({ type: 'begin-item', item }) },
  'skip-item': { facts: [], command: () => ({ type: 'skip-item', item }) },
  'omit-outcome': {
    facts: [begun(4)],
    command: () => ({ type: 'omit-outcome', item: anItemId(4), reason: '代表没有发言' }),
  },
  'undo-step': {
    facts: [begun(1)],
    command: ({ agenda }) => ({ type: 'undo-step', step: agenda.undoable.at(-1)?.step ?? 0 }),
  },
  'add-item': { facts: [], command: () => ({ type: 'add-item', title: '物业费', minutes: null, after: null }) },
  'withdraw-item': { facts: [], command: () => ({ type: 'withdraw-item', item, reason: '材料未齐' }) },
  'move-item': { facts: [], command: () => ({ type: 'move-item', item, after: anItemId(3) }) },
  ...floorPrepared,
  'start-clock': { facts: [], command: () => ({ type: 'start-clock', seconds: 180 }) },
  'pause-clock': { facts: [{ type: 'clock-started', seconds: 180 }], command: () => ({ type: 'pause-clock' }) },
  'resume-clock': {
    facts: [{ type: 'clock-started', seconds: 180 }, { type: 'clock-paused' }],
    command: () => ({ type: 'resume-clock' }),
  },
  'stop-clock': { facts: [{ type: 'clock-started', seconds: 180 }], command: () => ({ type: 'stop-clock' }) },
  'open-vote': {
    facts: [begun(1), arrived(li), confirmed(1)],
    command: () => ({ type: 'open-vote', question: '方案二', purpose: 'sounding', method: 'yes-no-abstain' }),
  },
  'cast-ballot': {
    facts: [arrived(actor), ...openVote],
    command: () => ({ type: 'cast-ballot', vote, choice: 'yes' }),
  },
  'close-vote': { facts: openVote, command: () => ({ type: 'close-vote', vote }) },
  'begin-counting': { facts: closedVote, command: () => ({ type: 'begin-counting', vote }) },
  'enter-hand': {
    facts: [...closedVote, { type: 'counting-begun', vote }],
    command: () => ({ type: 'enter-hand', vote, seat: li, choice: 'no', reason: '手机没电' }),
  },
  'establish-vote': { facts: closedVote, command: () => ({ type: 'establish-vote', vote }) },
  'publish-vote': { facts: [...closedVote, established], command: () => ({ type: 'publish-vote', vote }) },
  'annul-vote': { facts: openVote, command: () => ({ type: 'annul-vote', vote, reason: '表述有误' }) },
  'record-opinion': {
    facts: [begun(1)],
    command: () => ({ type: 'record-opinion', item, speaker: li, stance: 'for', gist: '赞成', category: null }),
  },
  'correct-opinion': {
    facts: [begun(1), opinionRecorded()],
    command: () => ({
      type: 'correct-opinion',
      opinion: anOpinionId(1),
      speaker: li,
      stance: 'against',
      gist: '反对',
      category: null,
    }),
  },
  'withdraw-opinion': {
    facts: [begun(1), opinionRecorded()],
    command: () => ({ type: 'withdraw-opinion', opinion: anOpinionId(1), reason: '记错了人' }),
  },
  'mark-opinion': {
    facts: [begun(1), opinionRecorded()],
    command: () => ({ type: 'mark-opinion', opinion: anOpinionId(1), uptake: 'taken' }),
  },
  'show-opinions': { facts: [], command: () => ({ type: 'show-opinions', shown: true }) },
  'record-question': {
    facts: [begun(1)],
    command: () => ({ type: 'record-question', item, asker: li, text: '噪声多大？', to: null }),
  },
  'withdraw-question': {
    facts: [begun(1), questionRecorded()],
    command: () => ({ type: 'withdraw-question', question: aQuestionId(1), reason: '重复' }),
  },
  'record-answer': {
    facts: [begun(1), questionRecorded()],
    command: () => ({
      type: 'record-answer',
      item,
      question: aQuestionId(1),
      by: li,
      text: '不大',
      material: true,
    }),
  },
  'correct-answer': {
    facts: [begun(1), questionRecorded(), answerRecorded()],
    command: () => ({ type: 'correct-answer', answer: anAnswerId(1), by: li, text: '很小', material: false }),
  },
  'state-proposal': { facts: [begun(1)], command: () => ({ type: 'state-proposal', text: '采用方案二。' }) },
  'share-minutes': { facts: [], command: () => ({ type: 'share-minutes', shared: true }) },
  'admit-writer': { facts: [], command: () => ({ type: 'admit-writer', seat: li }) },
  'dismiss-writer': {
    facts: [{ type: 'writer-admitted', seat: li }],
    command: () => ({ type: 'dismiss-writer', seat: li }),
  },
  'circulate-minutes': { facts: [], command: () => ({ type: 'circulate-minutes' }), more: { minutes } },
  'propose-amendment': {
    facts: [{ type: 'minutes-circulated' }],
    command: () => ({ type: 'propose-amendment', section: item, words: '一层不分摊', reason: '记录有误' }),
  },
  'decide-amendment': {
    facts: [
      { type: 'minutes-circulated' },
      by(li, {
        type: 'amendment-proposed',
        amendment: anId(1),
        section: item,
        words: '一层不分摊',
        reason: '记录有误',
      }),
    ],
    command: () => ({ type: 'decide-amendment', amendment: anId(1), taken: true }),
  },
  'confirm-minutes': {
    facts: [proposalStated(), { type: 'minutes-circulated' }],
    command: () => ({ type: 'confirm-minutes', hash: minutes.hash }),
    more: { minutes },
  },
  'propose-supplement': {
    facts: frozen(),
    command: () => ({ type: 'propose-supplement', section: item, quote: null, words: '一层不分摊', reason: '漏记' }),
  },
  // Proposed by one who held both: either capacity confirms.
  'confirm-supplement': {
    facts: [...frozen(), supplementProposed(1, { as: ['chair', 'recorder'] })],
    command: () => ({ type: 'confirm-supplement', supplement: aSupplementId(1) }),
  },
  'withdraw-supplement': {
    facts: [...frozen(), supplementProposed()],
    command: () => ({ type: 'withdraw-supplement', supplement: aSupplementId(1), reason: '重复' }),
  },
  'publish-result': {
    facts: frozen(),
    command: () => {
      const { result: _, ...said } = resultPublished();
      return { ...said, type: 'publish-result' };
    },
  },
  'add-attachment': {
    facts: [],
    command: () => ({ type: 'add-attachment', file: aFile(1) }),
    more: { upload: anUpload() },
  },
  'withdraw-attachment': {
    facts: [attachmentAdded()],
    command: () => ({ type: 'withdraw-attachment', file: aFile(1), reason: '数据有误' }),
  },
  'take-photo': {
    facts: [],
    command: () => ({ type: 'take-photo', file: aFile(1) }),
    more: { upload: anUpload({ kind: 'photo' }) },
  },
  'add-proof': {
    facts: [],
    command: () => ({ type: 'add-proof', file: aFile(1), duty: null }),
    more: { upload: anUpload({ kind: 'notice-proof' }) },
  },
  'discard-proof': { facts: [proofAdded()], command: () => ({ type: 'discard-proof', file: aFile(1) }) },
  'assign-duty': { facts: [], command: () => ({ type: 'assign-duty', duty: 'post-result', person: '周敏' }) },
  'record-duty': {
    facts: [],
    command: () => ({ ...dutyFulfilled(), type: 'record-duty' }),
    more: { at: start + 180 * minute },
  },
  'reopen-duty': {
    facts: [dutyFulfilled()],
    command: () => ({ type: 'reopen-duty', duty: 'post-result', reason: '登错了' }),
  },
  ...mediationPrepared,
  'discard-photo': { facts: [photoTaken()], command: () => ({ type: 'discard-photo', file: aFile(1) }) },
};

const ended: Record<Phase, Fact[]> = {
  called: [],
  'in-session': [],
  adjourned: [adjourned],
  closed: [closed],
  'called-off': [{ type: 'meeting-called-off', reason: '项目中止' }],
};

/** A meeting in the phase in which `held` sit in one seat; nobody sits there when it is null. */
function meetingFor(held: readonly Capacity[] | null, phase: Phase, facts: Fact[], procedure = hearing): Meeting {
  const { people: called, agenda } = aCalledMeeting();
  const others = called.map((person) =>
    held?.includes('chair') && person.capacities.includes('chair')
      ? { ...person, capacities: ['attendee' as const] }
      : person,
  );
  const people = held ? [...others, aPerson(50, { capacities: [...held] })] : others;
  const before = phase === 'called' || phase === 'called-off' ? [] : [opened];
  return given(
    [...before, ...facts, ...ended[phase]],
    aCalledMeeting({ people, procedure, agenda: [...agenda, anItem(4, { step: 'opinions' })] }),
  );
}

function decided(type: MeetingCommand['type'], who: string, phase: Phase) {
  const held = who === 'staff' || who === 'nobody' ? null : (who.split('+') as Capacity[]);
  const { facts, command, more, procedure }: Asked = prepared[type];
  const meeting = meetingFor(held, phase, facts, procedure);
  const decision = decide(meeting, command(meeting), circumstances(actor, { ...more, staff: who === 'staff' }));
  return { decision, meeting, held: held ?? [] };
}

const typed = (command: string): MeetingCommand['type'] => {
  const found = meetingCommandSchema.options.find((option) => option.shape.type.value === command);
  if (!found) throw new Error(`The table names a command that there is not: ${command}`);
  return found.shape.type.value;
};

describe('[R6] who may do what', () => {
  it('has one row for every command and one cell for every capacity', () => {
    const commands = meetingCommandSchema.options.map((option) => option.shape.type.value);
    expect(table.map(({ command }) => command).sort()).toEqual([...commands].sort());
    for (const { command, cells } of table) expect([...cells.keys()], command).toEqual(columns);
  });

  it.each(table)('$command, in every capacity and every phase', ({ command, cells }) => {
    for (const [who, cell] of cells) {
      for (const phase of phases) {
        const where = `${command} by ${who} while ${phase}`;
        const { decision, meeting, held } = decided(typed(command), who, phase);
        const allowed = cell[phase];
        if (!allowed) {
          const code = Object.keys(cell).length > 0 ? 'wrong-phase' : 'not-entitled';
          expect(decision, where).toMatchObject({ outcome: 'refused', code });
          continue;
        }
        expect(decision, where).toMatchObject({ outcome: 'accepted' });
        if (decision.outcome === 'refused') continue;
        expect([...held, 'staff'], where).toContain(decision.actingAs);
        expect(decision.events.length > 0, where).toBe(allowed === 'recorded');
        after(meeting, ...decision.events.map((fact) => ({ fact, seat: actor, actingAs: decision.actingAs })));
      }
    }
  });

  it('refuses everything to a seat without a capacity', () => {
    for (const command of table.map((row) => typed(row.command))) {
      const { facts, command: asked, more, procedure }: Asked = prepared[command];
      const meeting = meetingFor([], 'in-session', facts, procedure);
      expect(decide(meeting, asked(meeting), circumstances(actor, more)), command).toMatchObject({
        code: 'not-entitled',
      });
    }
  });

  it('lets nobody hold the chair and another capacity without what each of them may', () => {
    for (const { cells, command } of table) {
      for (const pair of ['chair+member', 'recorder+member']) {
        const union = Object.assign({}, ...pair.split('+').map((one) => cells.get(one)));
        expect(cells.get(pair), `${command} by ${pair}`).toEqual(union);
      }
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'nothing-known'])('knows no command %s', (type) => {
    expect(meetingCommandSchema.safeParse(JSON.parse(`{"type":"${type}"}`)).success).toBe(false);
  });
});
