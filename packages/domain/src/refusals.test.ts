/** Every reason for which a meeting refuses something is reached once, and none stands in the list for nothing. */
import { describe, expect, it } from 'vitest';
import type { MeetingCommand } from './acts/command.ts';
import {
  aCalledMeeting,
  adjourned,
  aFile,
  after,
  anAnswerId,
  anItem,
  anItemId,
  anOpinionId,
  answerRecorded,
  aQuestionId,
  aRegisterRow,
  arrived,
  aResultId,
  aSeat,
  aSupplementId,
  assembled,
  aVoteId,
  begun,
  chair,
  closed as ended,
  confirmed,
  departed,
  frozen,
  dutyFulfilled,
  minute,
  given,
  li,
  observer,
  opened,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  recorder,
  resultPublished,
  skipped,
  start,
  stranger,
  supplementProposed,
  unit,
  voteOpened,
  when,
  wovenMinutes,
} from './fixtures.ts';
import {
  aDigest,
  agreementFrozen,
  agreementPrepared,
  allAgreed,
  aMediation,
  clauseAdded,
  come,
  drafted,
  owner,
} from './agreeing.fixtures.ts';
import { aCalledMediation, seatedForMediation } from './mediation.fixtures.ts';
import { hearing } from './procedures/hearing.ts';
import { refusalCodes, type RefusalCode } from './refusals.ts';
import { substituteAdded } from './replies.fixtures.ts';
import { refusedInSigning } from './signing-refusals.fixtures.ts';

/** Codes that no meeting gives: they come from the door, the API, the register, the minutes (minutes.test.ts) or the machinery. */
const elsewhere = [
  'malformed',
  'too-large',
  'too-fast',
  'not-signed-in',
  'wrong-origin',
  'protocol-outdated',
  'wrong-password',
  'password-overdue',
  'wrong-code',
  'link-void',
  'link-in-use',
  'no-such-request',
  'wrong-screen-code',
  'no-such-screen',
  'queue-full',
  'meeting-incomplete',
  'observers-full',
  'observers-closed',
  'observers-by-one',
  'minutes-not-drafting',
  'minutes-not-circulated',
  'minutes-empty',
  'minutes-changed',
  'no-such-amendment',
  'amendments-undecided',
  'reason-needed',
  'file-type',
  'file-empty',
  'file-too-large',
  'files-full',
  'upload-cut',
  'account-open',
  'last-administrator',
  'last-keeper',
  'keeper-account',
  'in-office',
  'nothing-to-erase',
  'login-to-be-erased',
  'register-changed',
  'character-missing',
  'document-failed',
  'documents-busy',
  'try-again',
  'stopping',
  'disk-full',
] as const satisfies RefusalCode[];
type OfTheMeeting = Exclude<RefusalCode, (typeof elsewhere)[number]>;

const vote = aVoteId(1);
const item = anItemId(1);
const put = { type: 'open-vote', question: '方案二', purpose: 'sounding', method: 'yes-no-abstain' } as const;
const cast = { type: 'cast-ballot', vote, choice: 'yes' } as const;
const hand = { type: 'enter-hand', vote, seat: li, choice: 'yes', reason: '没有手机' } as const;
const running = given([...assembled(), voteOpened()]);
const variants = ['均摊', '按层'];
const onVariants = given([...assembled(), voteOpened({ method: 'choose-one', variants })]);
const graded = given([...assembled(), voteOpened({ method: 'grade', variants, grades: ['可以', '不宜'] })]);
const closed = after(running, { type: 'vote-closed', vote });
const counting = after(closed, { type: 'counting-begun', vote });
const established = after(closed, {
  type: 'vote-established',
  vote,
  roll: 3,
  returned: 0,
  counts: { yes: 0, no: 0, abstain: 0 },
});
const late = aCalledMeeting({ notice: { way: 'served', servedAt: start } });
const stepped = (step: string, ...facts: Parameters<typeof given>[0] & object) =>
  given([opened, ...facts], aCalledMeeting({ agenda: [anItem(1, { step }), anItem(2)] }));
const said = { speaker: li, stance: 'for', gist: '赞成', category: null } as const;
const begunOnce = given([opened, begun(1), questionRecorded(), answerRecorded()]);
const circulated: Parameters<typeof given>[0] = [opened, begun(1), { type: 'minutes-circulated' }];
const minutes = wovenMinutes('李秀英：赞成。');
const confirm = { type: 'confirm-minutes', hash: minutes.hash } as const;
const withdrawn = given([opened, { type: 'item-withdrawn', item, reason: '材料未齐' }]);

const over = given([opened, ended, ...frozen()]);
const supplement = { type: 'propose-supplement', section: item, quote: null, words: '补记', reason: '漏记' } as const;
const first = { supplement: aSupplementId(1) };
const stands = after(over, supplementProposed(), { type: 'supplement-confirmed', ...first, as: ['chair'] });
function publish(more: Partial<MeetingCommand & { type: 'publish-result' }> = {}) {
  const { result: _, ...said } = resultPublished();
  return { ...said, type: 'publish-result', ...more } as const;
}
const mediating = (...facts: Parameters<typeof given>[0] & object) => given([opened, ...facts], aMediation());
const clause = { type: 'strike-clause', clause: anItemId(1) } as const;
const mediated = given(seatedForMediation(), aCalledMediation());
const owing = given([opened, ended]);
const fulfilled = { ...dutyFulfilled({ at: start + minute }), type: 'record-duty' } as const;

/** For each code a meeting in which somebody is refused for it. */
const reached: Record<OfTheMeeting, () => ReturnType<typeof when>> = {
  'not-found': () => when(given(), { type: 'add-person', person: aRegisterRow(9), capacities: ['member'] }),
  'not-entitled': () => when(given(), { type: 'open-meeting' }, observer),
  'wrong-phase': () => when(given([opened, adjourned]), { type: 'begin-item', item }),
  'password-needed': () => when(given(), { type: 'take-chair' }, recorder),
  'notice-too-short': () => when(given([], late), { type: 'open-meeting' }),
  'no-such-notice': () =>
    when(given(), { type: 'record-notice', notice: 0, channel: 'to-each', at: start, by: '周敏' }),
  'notice-in-future': () =>
    when(given(), { type: 'record-notice', notice: 0, channel: 'public-board', at: start + 1, by: '周敏' }),
  'notice-before-change': () =>
    when(given([{ type: 'meeting-changed', plannedAt: start + 1, place: '大厅', reason: '停电' }]), {
      type: 'record-notice',
      notice: 0,
      channel: 'public-board',
      at: start - 3_600_000,
      by: '周敏',
    }),
  'planned-in-past': () => when(given(), { type: 'change-meeting', plannedAt: start - 1, reason: '停电' }),
  'items-pending': () => when(given([opened]), { type: 'close-meeting' }),
  'step-required': () => when(stepped('opinions'), { type: 'skip-item', item }),
  'step-not-held': () => when(stepped('summary'), { type: 'close-meeting' }),
  'outcome-missing': () => when(stepped('opinions', begun(1)), { type: 'begin-item', item: anItemId(2) }),
  'item-not-begun': () => when(given([opened]), { type: 'record-opinion', item, ...said }),
  'observer-silent': () => when(begunOnce, { type: 'record-opinion', item, ...said, speaker: observer }),
  'no-such-opinion': () => when(begunOnce, { type: 'mark-opinion', opinion: anOpinionId(9), uptake: 'taken' }),
  'no-such-question': () => when(begunOnce, { type: 'withdraw-question', question: aQuestionId(9), reason: '误记' }),
  'question-answered': () => when(begunOnce, { type: 'withdraw-question', question: aQuestionId(1), reason: '误记' }),
  'not-responsible-unit': () =>
    when(begunOnce, { type: 'record-question', item, asker: li, text: '噪声多大？', to: chair }),
  'no-such-answer': () =>
    when(begunOnce, { type: 'correct-answer', answer: anAnswerId(9), by: unit, text: '很小', material: false }),
  'proposal-missing': () => when(given([...circulated, ended]), confirm, chair, { minutes }),
  'opinions-unmarked': () =>
    when(given([...circulated, opinionRecorded(), proposalStated(), ended]), confirm, chair, { minutes }),
  'minutes-not-frozen': () => when(given([opened, ended]), supplement),
  'quote-not-found': () => when(over, { ...supplement, quote: '没有的话' }),
  'no-such-supplement': () => when(over, { type: 'confirm-supplement', supplement: aSupplementId(9) }),
  'supplement-awaits-other': () =>
    when(after(over, supplementProposed(1, { as: ['chair'] })), { type: 'confirm-supplement', ...first }),
  'supplement-stands': () => when(stands, { type: 'withdraw-supplement', ...first, reason: '重复' }),
  'supplement-withdrawn': () =>
    when(after(over, supplementProposed(), { type: 'supplement-withdrawn', ...first, reason: '重复' }), {
      type: 'confirm-supplement',
      ...first,
    }),
  'result-not-for-public': () =>
    when(given([opened, ended, ...frozen()], aCalledMeeting({ procedure: { ...hearing, notices: null } })), publish()),
  'result-already-published': () => when(after(over, resultPublished()), publish({ title: '又一份公告' })),
  'no-such-result': () =>
    when(
      after(over, resultPublished()),
      publish({ title: '更正公告', corrects: { result: aResultId(9), wrong: '人数有误', withheld: false } }),
    ),
  'private-number': () => when(over, publish({ body: '李秀英，身份证110101199003078515' })),
  'fine-address': () => when(over, publish({ body: '3号楼2单元601室住户赞成' })),
  'observer-named': () => when(over, publish({ body: '孙丽旁听' })),
  'result-unpublished': () => when(after(established, skipped(2), skipped(3)), { type: 'close-meeting' }),
  'vote-running': () => when(running, { type: 'adjourn-meeting' }),
  'chair-already-yours': () => when(given(), { type: 'take-chair' }, chair, { staff: true, passwordGiven: true }),
  'no-such-item': () => when(given([opened]), { type: 'begin-item', item: anItemId(9) }),
  'item-withdrawn': () => when(withdrawn, { type: 'begin-item', item }),
  'item-finished': () => when(given([opened, begun(1)]), { type: 'skip-item', item }),
  'step-not-last': () => when(given([opened]), { type: 'undo-step', step: 2 }),
  'no-current-item': () => when(given([opened, arrived(li), confirmed(1)]), put),
  'clock-not-running': () => when(given([opened]), { type: 'pause-clock' }),
  'clock-not-paused': () => when(given([opened]), { type: 'resume-clock' }),
  'observers-silent': () => when(given(assembled()), { type: 'enter-floor-request', seat: observer, kind: 'speech' }),
  'speaker-absent': () => when(given([opened]), { type: 'ask-for-floor', kind: 'speech' }, li),
  'no-such-floor-request': () => when(given([opened]), { type: 'strike-floor-request', request: vote }),
  'speech-over': () => when(given([opened]), { type: 'pause-speech', speech: vote }),
  'no-such-seat': () => when(given(), { type: 'record-arrival', seat: stranger, way: 'here' }),
  'not-present': () => when(after(running, departed(li)), cast, li),
  'person-already-listed': () =>
    when(given(), { type: 'add-person', person: aRegisterRow(3), capacities: ['member'] }, chair, {
      register: { name: '李秀英', seat: aSeat(9) },
    }),
  'not-remote': () => when(given([arrived(li)]), { type: 'check-identity', seat: li, how: 'video' }),
  'own-identity': () => when(given([arrived(chair, 'remote')]), { type: 'check-identity', seat: chair, how: 'video' }),
  'presence-differs': () => when(given([opened]), { type: 'confirm-presence', count: 5 }),
  'presence-unconfirmed': () => when(given([opened, begun(1), arrived(li)]), put),
  'privacy-notice-outdated': () => when(given(), { type: 'check-in', way: 'here', privacyNotice: '2020-01' }),
  'not-replaceable': () =>
    when(given(), { type: 'add-person', person: aRegisterRow(60), capacities: ['member'], substitutes: chair }, chair, {
      register: { name: '何平', seat: aSeat(60) },
    }),
  'place-taken': () =>
    when(given([substituteAdded(60, li), arrived(aSeat(60))]), { type: 'record-arrival', seat: li, way: 'here' }),
  'roll-empty': () => when(given([opened, begun(1), arrived(chair), confirmed(1)]), put),
  'no-such-vote': () => when(given([opened]), { type: 'close-vote', vote }),
  'vote-not-open': () => when(closed, cast, li),
  'vote-not-closed': () => when(running, { type: 'establish-vote', vote }),
  'vote-not-counting': () => when(closed, hand),
  'vote-not-established': () => when(closed, { type: 'publish-vote', vote }),
  'vote-already-published': () =>
    when(after(established, { type: 'vote-published', vote }), { type: 'annul-vote', vote, reason: '有误' }),
  'not-on-roll': () => when(given([...assembled(), voteOpened({ roll: [] })]), cast, li),
  'no-such-file': () => when(given(), { type: 'withdraw-attachment', file: aFile(9), reason: '有误' }),
  'no-such-duty': () => when(owing, { ...fulfilled, duty: 'report-to-the-moon' }),
  'duty-of-record': () => when(owing, { ...fulfilled, duty: 'draw-up-minutes' }),
  'duty-in-future': () => when(owing, fulfilled),
  'duty-before-meeting': () => when(owing, { ...fulfilled, at: start - minute }),
  'duty-recipient': () => when(owing, { ...fulfilled, to: '街道办事处' }, chair, { at: start + 3 * minute }),
  'minutes-not-final': () => when(owing, { ...fulfilled, duty: 'file-minutes', to: '街道办事处' }),
  'agreement-frozen': () => when(mediating(...allAgreed, agreementFrozen), clause),
  'agreement-not-frozen': () => when(mediating(...drafted), { type: 'reopen-agreement', reason: '金额写错' }),
  'agreement-incomplete': () => when(mediating(), { type: 'freeze-agreement', digests: [] }),
  'agreement-unchecked': () => when(mediating(...drafted), { type: 'freeze-agreement', digests: [] }),
  'party-spoke': () =>
    when(mediating(...come, ...allAgreed), {
      ...{ type: 'record-check', seat: owner, part: 'facts', digest: aDigest(1), says: 'agreed' },
    } as const),
  ...refusedInSigning,
  'mediation-without-outcome': () => when(mediating(...drafted), { type: 'close-meeting' }),
  'no-such-clause': () => when(mediating(), clause),
  'clause-changed': () => {
    const { command, more } = agreementPrepared['revise-clause'];
    const meeting = mediating(...drafted);
    return when(meeting, { ...command(meeting), digest: aDigest(9) }, chair, more);
  },
  'clauses-full': () => {
    const all = Array.from({ length: 60 }, (_, n) => clauseAdded(n + 1));
    return when(mediating(...all), { type: 'add-clause', text: '再加一条' });
  },
  'variants-unfit': () => when(given(assembled()), { ...put, variants: ['均摊', '按层'] }),
  'variants-alike': () => when(given(assembled()), { ...put, method: 'choose-one', variants: ['均摊', '均摊'] }),
  'marks-unfit': () => when(running, { type: 'cast-ballot', vote, chosen: [1] }, li),
  'no-such-variant': () => when(onVariants, { type: 'cast-ballot', vote, chosen: [3] }, li),
  'too-many-variants': () => when(onVariants, { type: 'cast-ballot', vote, chosen: [1, 2] }, li),
  'grade-missing': () => when(graded, { type: 'cast-ballot', vote, graded: [1] }, li),
  'not-a-mediation': () => when(given(), { type: 'settle-openness', open: true }),
  'not-a-party': () => when(given([], aCalledMediation()), { type: 'record-rights-read', seat: recorder, by: '周敏' }),
  'side-missing': () =>
    when(
      given([], aCalledMediation()),
      { type: 'add-person', person: aRegisterRow(60), capacities: ['party'] },
      chair,
      { register: { name: '何平', seat: aSeat(60) } },
    ),
  'rights-notice-outdated': () =>
    when(given([], aCalledMediation()), { type: 'acknowledge-rights', rightsNotice: '2020-01' }, li),
  'answer-missing': () => when(mediated, { type: 'end-without-agreement', told: true, answers: [] }),
  'answered-twice': () =>
    when(mediated, {
      type: 'end-without-agreement',
      told: true,
      answers: [
        { seat: li, next: 'mediate-again' },
        { seat: li, next: 'other-channel' },
      ],
    }),
  'already-cast': () =>
    when(after(counting, { fact: { type: 'ballot-cast', vote, choice: 'no' }, seat: li, actingAs: 'member' }), hand),
};

describe('refusals', () => {
  it('are each reached by a test, or come from elsewhere', () => {
    expect([...elsewhere, ...Object.keys(reached)].sort()).toEqual([...refusalCodes].sort());
  });

  it.each(Object.entries(reached))('%s', (code, ask) => {
    expect(ask()).toMatchObject({ refused: code });
  });
});
