/**
 * For tests: a whole short hearing as its record. The script below says what people do; the rules decide, and what they
 * refuse is refused. It is run to make the fixtures of a release (fixtures/records/README.md), and never again for that release.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingCommand } from './acts/command.ts';
import { privacyNotice } from './acts/attendance.ts';
import type { Stance } from './stances.ts';
import type { Choice } from './acts/voting.ts';
import { anId } from './chain.fixtures.ts';
import type { RecordedEvent } from './chain.ts';
import type { Circumstances } from './decision.ts';
import { aCalledMeeting, aPerson, aRegisterRow, anItem, anItemId, aSeat, chair, chen, li, minute } from './fixtures.ts';
import { observer, recorder, start, stranger, unit, zhou } from './fixtures.ts';
import { decide, evolve, meetingAsCalled, type Meeting } from './meeting.ts';
import { factOf, headBefore, lineOf } from './recorded.ts';
import { recordedMeeting, wovenFrom } from './recording-minutes.fixtures.ts';
import type { RefusalCode } from './refusals.ts';

const he = aSeat(8);
const walkIn = aSeat(9);

const hearingCalled = (): MeetingCalled =>
  aCalledMeeting({
    people: [...aCalledMeeting().people, aPerson(8, { name: '何桂芳', standing: '3号楼3单元' })],
    agenda: [
      anItem(1, { title: '介绍到会人员，宣布议程', step: 'introduction', minutes: 5 }),
      anItem(2, { title: '介绍项目情况', step: 'presentation', minutes: 15 }),
      anItem(3, { title: '听证代表发表意见和建议', step: 'opinions', minutes: 40 }),
      anItem(4, { title: '负责单位答复', step: 'answers', minutes: 20 }),
      anItem(5, { title: '主持人总结', step: 'summary', minutes: 10 }),
    ],
  });

type More = Partial<Circumstances> & { staff?: boolean };

/** A meeting that keeps its record while people act in it; every act takes a while, no two the same. */
class Recording {
  lines: RecordedEvent[] = [];
  meeting: Meeting;
  #at = start;
  #ids = 0;
  #commands = 0;

  constructor(called: MeetingCalled) {
    const signed = { ...this.#signed(stranger), actingAs: 'staff' as const };
    this.lines.push(lineOf(called, 0, headBefore(recordedMeeting), signed));
    this.meeting = meetingAsCalled(factOf(this.lines[0]!));
  }

  wait(ms: number): void {
    this.#at += ms;
  }

  does(seat: string, command: MeetingCommand, more: More = {}): void {
    const decision = this.#decide(seat, command, more);
    if (decision.outcome === 'refused') throw new Error(`${command.type} was refused: ${decision.code}`);
    const signed = { ...this.#signed(seat), actingAs: decision.actingAs };
    decision.events.forEach((event, part) => {
      this.lines.push(lineOf(event, part, this.lines.at(-1)!, signed));
      this.meeting = evolve(this.meeting, factOf(this.lines.at(-1)!));
    });
  }

  isRefused(code: RefusalCode, seat: string, command: MeetingCommand, more: More = {}): void {
    const decision = this.#decide(seat, command, more);
    if (decision.outcome !== 'refused' || decision.code !== code) throw new Error(`${command.type}: not ${code}`);
  }

  /** The vote that was opened last. */
  get vote(): string {
    return this.meeting.voting.order.at(-1) ?? '';
  }

  #decide(seat: string, command: MeetingCommand, { staff = false, ...more }: More) {
    this.#at += 7_001 + 13 * this.lines.length;
    const person = this.meeting.attendance.people[seat];
    const actor = { seat, person: person?.person ?? aRegisterRow(0x99), name: person?.name ?? '赵干事', staff };
    return decide(this.meeting, command, { actor, at: this.#at, newId: () => anId(0x600 + (this.#ids += 1)), ...more });
  }

  #signed(seat: string) {
    const commandId = (this.#commands += 1).toString(16).padStart(32, '0');
    return { meeting: recordedMeeting, seat, commandId, at: this.#at };
  }
}

const sounding = (question: string): MeetingCommand => ({
  type: 'open-vote',
  question,
  purpose: 'sounding',
  method: 'yes-no-abstain',
});
const begin = (n: number): MeetingCommand => ({ type: 'begin-item', item: anItemId(n) });
const undoLast = ({ agenda }: Meeting): MeetingCommand => ({
  type: 'undo-step',
  step: agenda.undoable.at(-1)?.step ?? 0,
});

function peopleArrive(record: Recording): void {
  for (const seat of [chair, recorder, li, chen, observer]) {
    record.does(seat, { type: 'check-in', way: 'here', privacyNotice });
  }
  record.does(zhou, { type: 'check-in', way: 'remote', privacyNotice });
  record.does(zhou, { type: 'check-in', way: 'remote', privacyNotice });
  record.isRefused('privacy-notice-outdated', unit, { type: 'check-in', way: 'here', privacyNotice: '2020-01' });
  record.does(recorder, { type: 'record-arrival', seat: unit, way: 'here' });
  record.does(recorder, { type: 'record-arrival', seat: he, way: 'here' });
}

/** Forward, back, skipped, undone; a clock that is paused and one that a new item takes away. */
function theAgendaRuns(record: Recording): void {
  record.isRefused('wrong-phase', chair, begin(1));
  record.does(chair, { type: 'open-meeting' });
  record.does(chair, begin(1));
  record.does(chair, { type: 'start-clock', seconds: 300 });
  record.does(recorder, { type: 'pause-clock' });
  record.does(recorder, { type: 'resume-clock' });
  record.wait(5 * minute);
  record.does(chair, begin(2));
  record.does(chair, { type: 'start-clock', seconds: 900 });
  record.isRefused('step-required', chair, { type: 'skip-item', item: anItemId(4) });
  record.does(chair, { type: 'skip-item', item: anItemId(4), reason: '负责单位尚未到会' });
  record.does(chair, undoLast(record.meeting));
  record.does(chair, { type: 'stop-clock' });
  record.wait(12 * minute);
  record.does(chair, begin(3));
  record.does(chair, begin(2));
  record.does(chair, undoLast(record.meeting));
  record.isRefused('step-not-last', chair, { type: 'undo-step', step: 2 });
}

function someoneWalksIn(record: Recording): void {
  const register = { name: '吴强', seat: walkIn };
  record.does(recorder, { type: 'add-person', person: aRegisterRow(9), capacities: ['member'] }, { register });
  record.does(recorder, { type: 'record-arrival', seat: walkIn, way: 'here' });
}

function cast(record: Recording, ballots: [string, Choice][]): void {
  for (const [seat, choice] of ballots) record.does(seat, { type: 'cast-ballot', vote: record.vote, choice });
}

/** Changed ballots, a hand entered, ballots that come too late or from someone not entitled. */
function theFirstSounding(record: Recording, mark: (about: string) => void): void {
  record.isRefused('presence-unconfirmed', chair, sounding('费用分摊采用方案二'));
  record.isRefused('presence-differs', chair, { type: 'confirm-presence', count: 3 });
  record.does(chair, { type: 'confirm-presence', count: 8 });
  record.does(chair, sounding('费用分摊采用方案二：一至二层不分摊，三层起逐层递增'));
  const { vote } = record;
  cast(record, [
    [li, 'yes'],
    [chen, 'no'],
    [zhou, 'yes'],
    [chen, 'yes'],
    [chen, 'yes'],
    [walkIn, 'no'],
  ]);
  mark('the first sounding is open');
  record.isRefused('not-entitled', observer, { type: 'cast-ballot', vote, choice: 'yes' });
  record.isRefused('vote-running', chair, begin(4));
  record.does(chair, { type: 'close-vote', vote });
  record.isRefused('vote-not-open', li, { type: 'cast-ballot', vote, choice: 'no' });
  record.does(recorder, { type: 'begin-counting', vote });
  record.does(recorder, { type: 'enter-hand', vote, seat: he, choice: 'no', reason: '没有手机' });
  record.does(recorder, { type: 'enter-hand', vote, seat: he, choice: 'abstain', reason: '没有手机，当场口头表示' });
  record.isRefused('already-cast', recorder, { type: 'enter-hand', vote, seat: li, choice: 'no', reason: '改主意' });
  record.does(chair, { type: 'establish-vote', vote });
  mark('its result is established, not yet announced');
  record.does(chair, { type: 'publish-vote', vote });
}

function theyAdjourn(record: Recording): void {
  record.does(chair, { type: 'adjourn-meeting', reason: '会议室停电' });
  record.does(zhou, { type: 'leave' });
  record.wait(47 * minute);
  record.does(chair, { type: 'resume-meeting' });
}

/** The chair's machine dies: the recorder leads, then staff with an account of their own, without a seat until then. */
function theChairIsTaken(record: Recording, mark: (about: string) => void): void {
  record.isRefused('password-needed', recorder, { type: 'take-chair' });
  record.does(recorder, { type: 'take-chair' }, { passwordGiven: true });
  record.does(recorder, { type: 'confirm-presence', count: 7 });
  record.does(recorder, sounding('电梯年检费用由全体住户均摊'));
  cast(record, [[li, 'no']]);
  record.does(recorder, { type: 'annul-vote', vote: record.vote, reason: '议题漏写“二层以上”' });
  mark('a sounding was annulled');
  record.does(stranger, { type: 'take-chair' }, { staff: true, passwordGiven: true });
  record.does(stranger, { type: 'check-in', way: 'here', privacyNotice });
}

function theSecondSounding(record: Recording): void {
  record.does(stranger, { type: 'confirm-presence', count: 8 });
  record.does(stranger, sounding('电梯年检费用由二层以上住户均摊'));
  cast(record, [
    [li, 'yes'],
    [chen, 'yes'],
    [he, 'yes'],
    [walkIn, 'abstain'],
  ]);
  record.does(stranger, { type: 'close-vote', vote: record.vote });
  record.does(stranger, { type: 'establish-vote', vote: record.vote });
  record.does(stranger, { type: 'publish-vote', vote: record.vote });
}

const says = (speaker: string, stance: Stance, gist: string, category: string | null = null) => ({
  speaker,
  stance,
  gist,
  category,
});

/** Opinions as spoken; one is put right, one was nobody's; a question that waits and one that is answered. */
function opinionsAreHeard(record: Recording): void {
  const item = anItemId(3);
  record.isRefused('outcome-missing', stranger, begin(4));
  const { opinions, questions } = {
    opinions: () => record.meeting.opinions.order.at(-1)!,
    questions: () => record.meeting.questions.order.at(-1)!,
  };
  record.does(recorder, { type: 'record-opinion', item, ...says(li, 'for', '赞成方案二，一层不分摊。', '费用分摊') });
  record.does(recorder, { type: 'record-opinion', item, ...says(chen, 'for', '保证采光和通风就不反对。') });
  const conditional = says(chen, 'conditional', '保证采光和通风的，不反对。');
  record.does(recorder, { type: 'correct-opinion', opinion: opinions(), ...conditional });
  record.does(stranger, { type: 'record-opinion', item, ...says(he, 'suggestion', '请说明施工期间的通行安排。') });
  record.isRefused('observer-silent', recorder, { type: 'record-opinion', item, ...says(observer, 'for', '赞成。') });
  record.does(recorder, { type: 'record-opinion', item, ...says(zhou, 'against', '误记') });
  record.does(recorder, { type: 'withdraw-opinion', opinion: opinions(), reason: '发言人并未发言，系误记' });
  record.does(recorder, { type: 'record-question', item, asker: chen, text: '一层采光受多大影响？', to: unit });
  const asked = questions();
  record.does(recorder, { type: 'record-question', item, asker: li, text: '施工多长时间', to: null });
  record.does(recorder, { type: 'withdraw-question', question: questions(), reason: '材料中已有说明' });
  record.does(stranger, begin(4));
  const text = '井道与一层窗户净距 3.2 米，满足日照要求。';
  const answer = { type: 'record-answer', item: anItemId(4), question: asked, by: unit, text } as const;
  record.isRefused('outcome-missing', stranger, begin(5));
  record.does(recorder, { ...answer, material: false });
  const [first] = record.meeting.questions.answerOrder;
  record.does(recorder, { type: 'correct-answer', answer: first!, by: unit, text, material: true });
}

/** After the close: stated, stated anew, and of each opinion whether it is taken up. */
function theProposalIsStated(record: Recording): void {
  record.does(stranger, { type: 'state-proposal', text: '采用方案二。' });
  record.does(stranger, { type: 'state-proposal', text: '采用方案二：\n一、一至二层不分摊；\n二、三层起逐层递增。' });
  const [first, second, third] = record.meeting.opinions.order;
  record.does(recorder, { type: 'mark-opinion', opinion: first!, uptake: 'taken' });
  record.isRefused('reason-needed', recorder, { type: 'mark-opinion', opinion: second!, uptake: 'partly' });
  record.does(recorder, { type: 'mark-opinion', opinion: second!, uptake: 'not-taken', reason: '误点' });
  record.does(recorder, { type: 'mark-opinion', opinion: second!, uptake: 'partly', reason: '通风另作检测' });
  record.does(recorder, { type: 'mark-opinion', opinion: third!, uptake: 'taken' });
}

function theyClose(record: Recording): void {
  record.does(stranger, { type: 'add-item', title: '电梯日常管理', minutes: 10, after: anItemId(4) });
  record.wait(9 * minute);
  const added = record.meeting.agenda.order[4]!;
  record.isRefused('step-not-held', stranger, { type: 'close-meeting' });
  record.does(stranger, { type: 'skip-item', item: anItemId(5), reason: '主持人已随各项小结' });
  record.isRefused('items-pending', stranger, { type: 'close-meeting' });
  record.does(stranger, { type: 'withdraw-item', item: added, reason: '另行召开会议讨论' });
  record.does(recorder, { type: 'record-departure', seat: chen });
  record.does(stranger, { type: 'close-meeting' });
  record.does(stranger, { type: 'close-meeting' });
}

/** Circulated, amended, confirmed by the recorder and by whoever holds the chair by then, frozen with the second. */
function theMinutesAreConfirmed(record: Recording): void {
  record.does(stranger, { type: 'share-minutes', shared: true });
  record.does(recorder, { type: 'admit-writer', seat: unit });
  record.does(recorder, { type: 'circulate-minutes' }, { minutes: wovenFrom(record.lines) });
  const words = '陈国强：注意一层采光和噪声。';
  theProposalIsStated(record);
  record.does(chen, { type: 'propose-amendment', section: anItemId(3), words, reason: '漏记噪声' });
  const { amendment } = record.meeting.minutes.amendments[0]!;
  const minutes = wovenFrom(record.lines);
  const confirm: MeetingCommand = { type: 'confirm-minutes', hash: minutes.hash };
  record.isRefused('amendments-undecided', recorder, confirm, { minutes });
  record.does(recorder, { type: 'decide-amendment', amendment, taken: false, reason: '会上没有提到' });
  record.does(recorder, { type: 'dismiss-writer', seat: unit });
  record.does(recorder, confirm, { minutes });
  record.isRefused('not-entitled', chair, confirm, { minutes });
  record.does(stranger, confirm, { minutes });
}

export interface HearingRecorded {
  lines: RecordedEvent[];
  /** Moments worth looking at, each with the last version before it. */
  moments: { version: number; about: string }[];
}

/** The hearing's record, the same bytes at every run of the same program. */
export function hearingRecorded(): HearingRecorded {
  const record = new Recording(hearingCalled());
  const moments: HearingRecorded['moments'] = [];
  const mark = (about: string) => moments.push({ version: record.meeting.version, about });
  mark('the meeting is called');
  peopleArrive(record);
  theAgendaRuns(record);
  someoneWalksIn(record);
  theFirstSounding(record, mark);
  theyAdjourn(record);
  theChairIsTaken(record, mark);
  theSecondSounding(record);
  opinionsAreHeard(record);
  theyClose(record);
  mark('the meeting is closed');
  theMinutesAreConfirmed(record);
  mark('its minutes are frozen');
  return { lines: record.lines, moments };
}
