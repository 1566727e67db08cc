/** A meeting is the sum of its parts; `decide` and `evolve` hand on to each. Both are pure. */
import { decideAgreement, evolveAgreement, noAgreement, type Agreement } from './agreement.ts';
import { agendaAsCalled, decideAgenda, evolveAgenda, type Agenda } from './agenda.ts';
import { attendanceAsCalled, decideAttendance, evolveAttendance, type Attendance } from './attendance.ts';
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingCommand } from './acts/command.ts';
import type { ActingAs, Recorded } from './acts/event.ts';
import { decideChanges, evolveCalled, evolveChanges } from './changes.ts';
import { decideClock, evolveClock, type Clock } from './clock.ts';
import { decideDuties, evolveDuties, noDuties, type Duties } from './duties.ts';
import { decideFiles, evolveFiles, filesAsCalled, type Files } from './files.ts';
import { refuse, type Circumstances, type Decision, type Refusal, type Acceptance } from './decision.ts';
import { decideFloor, evolveFloor, silence, type Floor } from './floor.ts';
import { decideIdentity } from './identity.ts';
import { decideMediation, evolveMediation, nothingSettled, type Mediation } from './mediation.ts';
import { decideMinutes, evolveMinutes, noMinutes, type Minutes } from './minutes.ts';
import { decideNotice, evolveNotice, noticeAsCalled, type Change, type Servings } from './notice.ts';
import { decideOpinions, evolveOpinions, noOpinions, type Opinions } from './opinions.ts';
import { actingAs, hasItsPlace } from './permissions.ts';
import { decideProposal, evolveProposal, type Proposal } from './proposal.ts';
import { decideQuestions, evolveQuestions, noQuestions, type Questions } from './questions.ts';
import { decideResult, evolveResults, noResults, type Results } from './result.ts';
import { decideReplies, evolveReplies, repliesAsCalled, type Replies } from './replies.ts';
import { decideSession, evolveSession, type Session } from './session.ts';
import { decideSigning } from './signing-rules.ts';
import { evolveSigning, unsigned, type Signing } from './signing.ts';
import { sourceOfDecisions } from './steps.ts';
import { decideSupplements, evolveSupplements, noSupplements, type Supplements } from './supplements.ts';
import { unreachable } from './unreachable.ts';
import { decideVoting, evolveVoting, noVotes, type Voting } from './voting.ts';

export interface Meeting {
  /** Version of the last event taken in. */
  version: number;
  /** When that event was recorded, ms since 1970. */
  lastAt: number;
  /** As called, with time, place and notice as they are in force now. */
  called: MeetingCalled;
  /** Changes of time and place, in their order. */
  changes: readonly Change[];
  /** Where and when its notice was posted or handed over. */
  notice: Servings;
  session: Session;
  attendance: Attendance;
  /** Who said beforehand whether they will come. */
  replies: Replies;
  agenda: Agenda;
  clock: Clock;
  floor: Floor;
  voting: Voting;
  opinions: Opinions;
  questions: Questions;
  /** Null until one is stated. */
  proposal: Proposal | null;
  /** Of a mediation: what its parties agree to. */
  agreement: Agreement;
  /** How far the signing of its frozen text has come. */
  signing: Signing;
  minutes: Minutes;
  /** What was put right after the minutes were final. */
  supplements: Supplements;
  /** What was published of its result. */
  results: Results;
  files: Files;
  /** What was recorded of what is owed after it. */
  duties: Duties;
  /** Of a mediation: open or closed, the parties' rights, its end without an agreement. */
  mediation: Mediation;
}

/**
 * The meeting right after it was called.
 * @param recorded the record's first event; throws when it is another one, since no record begins otherwise
 */
export function meetingAsCalled({ event, version, at }: Recorded): Meeting {
  if (event.type !== 'meeting-called') throw new Error(`A record begins with meeting-called, not with ${event.type}`);
  return {
    version,
    lastAt: at,
    called: event,
    changes: [],
    notice: noticeAsCalled(event),
    session: { status: 'called' },
    attendance: attendanceAsCalled(event),
    replies: repliesAsCalled(event, at),
    agenda: agendaAsCalled(event),
    clock: { status: 'off' },
    floor: silence,
    voting: noVotes,
    opinions: noOpinions,
    questions: noQuestions,
    proposal: null,
    agreement: noAgreement,
    signing: unsigned,
    minutes: noMinutes,
    supplements: noSupplements,
    results: noResults,
    files: filesAsCalled(event, at),
    duties: noDuties,
    mediation: nothingSettled,
  };
}

/** The meeting after one more fact. */
export function evolve(meeting: Meeting, recorded: Recorded): Meeting {
  return {
    version: recorded.version,
    lastAt: recorded.at,
    called: evolveCalled(meeting.called, recorded),
    changes: evolveChanges(meeting, recorded),
    notice: evolveNotice(meeting.notice, recorded),
    session: evolveSession(meeting.session, recorded),
    attendance: evolveAttendance(meeting.attendance, recorded),
    replies: evolveReplies(meeting.replies, recorded),
    agenda: evolveAgenda(meeting.agenda, recorded),
    clock: evolveClock(meeting.clock, recorded),
    floor: evolveFloor(meeting.floor, recorded),
    voting: evolveVoting(meeting.voting, recorded),
    opinions: evolveOpinions(meeting.opinions, recorded),
    questions: evolveQuestions(meeting.questions, recorded),
    proposal: evolveProposal(meeting.proposal, recorded),
    agreement: evolveAgreement(meeting.agreement, recorded),
    signing: evolveSigning(meeting.signing, recorded),
    minutes: evolveMinutes(meeting.minutes, recorded),
    supplements: evolveSupplements(meeting.supplements, recorded),
    results: evolveResults(meeting.results, recorded),
    files: evolveFiles(meeting.files, recorded),
    duties: evolveDuties(meeting.duties, recorded),
    mediation: evolveMediation(meeting.mediation, recorded),
  };
}

/** The meeting that a whole record tells; throws when the record is empty. */
export function replay(record: readonly Recorded[]): Meeting {
  const [first, ...later] = record;
  if (!first) throw new Error('A record begins with meeting-called; this one is empty');
  return later.reduce(evolve, meetingAsCalled(first));
}

function hand(meeting: Meeting, command: MeetingCommand, circumstances: Circumstances): Decision {
  switch (command.type) {
    case 'check-in':
    case 'leave':
    case 'record-arrival':
    case 'record-departure':
    case 'add-person':
    case 'return-place':
    case 'confirm-presence':
    case 'take-chair':
      return decideAttendance(meeting, command, circumstances);
    case 'check-identity':
    case 'withdraw-identity-check':
      return decideIdentity(meeting, command, circumstances);
    case 'give-reply':
    case 'record-reply':
      return decideReplies(meeting, command, circumstances);
    case 'record-notice':
      return decideNotice(meeting, command, circumstances);
    case 'change-meeting':
    case 'call-off-meeting':
      return decideChanges(meeting, command, circumstances);
    case 'open-meeting':
    case 'adjourn-meeting':
    case 'resume-meeting':
    case 'close-meeting':
      return decideSession(meeting, command, circumstances);
    case 'begin-item':
    case 'skip-item':
    case 'omit-outcome':
    case 'undo-step':
    case 'add-item':
    case 'withdraw-item':
    case 'move-item':
      return decideAgenda(meeting, command, circumstances);
    case 'start-clock':
    case 'pause-clock':
    case 'resume-clock':
    case 'stop-clock':
      return decideClock(meeting, command);
    case 'ask-for-floor':
    case 'withdraw-floor-request':
    case 'enter-floor-request':
    case 'strike-floor-request':
    case 'move-floor-request':
    case 'give-floor':
    case 'pause-speech':
    case 'resume-speech':
    case 'end-speech':
    case 'give-more-time':
    case 'set-speaking-time':
      return decideFloor(meeting, command, circumstances);
    case 'open-vote':
    case 'cast-ballot':
    case 'close-vote':
    case 'begin-counting':
    case 'enter-hand':
    case 'establish-vote':
    case 'publish-vote':
    case 'annul-vote':
      return decideVoting(meeting, command, circumstances);
    case 'record-opinion':
    case 'correct-opinion':
    case 'withdraw-opinion':
    case 'mark-opinion':
    case 'show-opinions':
      return decideOpinions(meeting, command, circumstances);
    case 'record-question':
    case 'withdraw-question':
    case 'record-answer':
    case 'correct-answer':
      return decideQuestions(meeting, command, circumstances);
    case 'state-proposal':
      return decideProposal(meeting, command);
    case 'write-passage':
    case 'add-clause':
    case 'revise-clause':
    case 'move-clause':
    case 'strike-clause':
    case 'check-part':
    case 'record-check':
    case 'record-reading':
    case 'freeze-agreement':
    case 'reopen-agreement':
      return decideAgreement(meeting, command, circumstances);
    case 'open-signing':
    case 'identify-signer':
    case 'consent-to-signing':
    case 'sign-agreement':
    case 'refuse-signing':
    case 'record-refusal':
    case 'take-paper-way':
    case 'record-paper-signing':
    case 'confirm-paper-signing':
    case 'record-oral-agreement':
    case 'set-seal':
      return decideSigning(meeting, command, circumstances);
    case 'share-minutes':
    case 'admit-writer':
    case 'dismiss-writer':
    case 'circulate-minutes':
    case 'propose-amendment':
    case 'decide-amendment':
    case 'confirm-minutes':
      return decideMinutes(meeting, command, circumstances);
    case 'propose-supplement':
    case 'confirm-supplement':
    case 'withdraw-supplement':
      return decideSupplements(meeting, command, circumstances);
    case 'publish-result':
      return decideResult(meeting, command, circumstances.newId);
    case 'add-attachment':
    case 'withdraw-attachment':
    case 'take-photo':
    case 'discard-photo':
    case 'add-proof':
    case 'discard-proof':
      return decideFiles(meeting, command, circumstances);
    case 'assign-duty':
    case 'record-duty':
    case 'reopen-duty':
      return decideDuties(meeting, command, circumstances);
    case 'settle-openness':
    case 'acknowledge-rights':
    case 'record-rights-read':
    case 'end-without-agreement':
      return decideMediation(meeting, command, circumstances);
    default:
      return unreachable(command);
  }
}

/**
 * What follows from a command: facts, nothing, or a refusal with its code. Who may is asked before what is, so that
 * nobody learns by a refusal what they may not see.
 */
export function decide(
  meeting: Meeting,
  command: MeetingCommand,
  circumstances: Circumstances,
): Refusal | (Acceptance & { actingAs: ActingAs }) {
  const { actor } = circumstances;
  const held = meeting.attendance.people[actor.seat]?.capacities ?? [];
  const as = actingAs(command.type, held, actor);
  if (!as) return refuse('not-entitled');
  if (!hasItsPlace(command.type, meeting.session.status))
    return refuse('wrong-phase', {
      phase: meeting.session.status,
      // [H2] No sounding outside of a session: where it stands how the meeting comes to an outcome.
      ...(command.type === 'open-vote' && sourceOfDecisions(meeting.called)),
    });
  const decision = hand(meeting, command, circumstances);
  return decision.outcome === 'refused' ? decision : { ...decision, actingAs: as };
}
