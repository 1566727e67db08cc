/**
 * Votes. Course: open → closed (device ballots fixed) → counting (hands entered by name) → established (all ways
 * added, in one transaction) → published | annulled. Before established nobody is shown a tally, the chair included.
 */
import type { MeetingEvent, Recorded } from './acts/event.ts';
import type { Counts, VoteOpened, VotingCommand } from './acts/voting.ts';
import { presentIn, type Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { remoteAmong } from './identity.ts';
import { emptyLedger, entered, entriesOf, entry, type Ledger } from './ledger.ts';
import {
  answersOf,
  askedIn,
  marksFor,
  marksIn,
  refuseAsking,
  sameMarks,
  tally,
  type Answers,
  type Marked,
  type Marks,
} from './marks.ts';
import { unreachable } from './unreachable.ts';

export type Ballot = Marks & { at: number } & (
    | { way: 'device' }
    /** `told` and `first`: versions of the fact that tells of it as it stands, and of the one that told of it first. */
    | { way: 'hand'; reason: string; told: number; first: number }
  );

type HandEntered = Extract<MeetingEvent, { type: 'hand-entered' }>;

/** What was put, to whom, and what came back, by seat. */
interface Put extends Omit<VoteOpened, 'type'> {
  openedAt: number;
  ballots: Ledger<Ballot>;
}

export type Vote = Put &
  (
    | { status: 'open' }
    | { status: 'closed' }
    | { status: 'counting' }
    | { status: 'established'; counts: Counts; establishedAt: number }
    | { status: 'published'; counts: Counts; establishedAt: number; publishedAt: number }
    | { status: 'annulled'; reason: string }
  );

export interface Voting {
  order: string[];
  votes: Record<string, Vote>;
}

export const noVotes: Voting = { order: [], votes: {} };

/** The vote that is under way: opened and neither established nor annulled. */
export const voteUnderWay = (voting: Voting): Vote | undefined =>
  Object.values(voting.votes).find(({ status }) => status === 'open' || status === 'closed' || status === 'counting');

/** The roll as a set: thousands look themselves up in it for every ballot. Made once, since a roll never changes. */
const rolls = new WeakMap<readonly string[], ReadonlySet<string>>();

export function isOnRoll({ roll }: Vote, seat: string): boolean {
  let seats = rolls.get(roll);
  if (!seats) rolls.set(roll, (seats = new Set(roll)));
  return seats.has(seat);
}

export const ballotOf = ({ ballots }: Vote, seat: string): Ballot | undefined => entry(ballots, seat);

/** The answers entered by hand, by seat. */
export const handsOf = ({ ballots }: Vote): Record<string, Marks> =>
  Object.fromEntries(
    entriesOf(ballots).flatMap(([seat, ballot]) => {
      const marks = ballot.way === 'hand' ? marksIn(ballot) : null;
      return marks ? [[seat, marks]] : [];
    }),
  );

/** Worked out once for each state of a vote: it is shown to everybody in the room for the rest of the meeting. */
const answered = new WeakMap<Vote, Answers>();

/** Who answered what by seat, once the result of a vote by name is established; null otherwise. */
export function answersIn(vote: Vote): Answers | null {
  if (!vote.named || !('counts' in vote)) return null;
  let answers = answered.get(vote);
  if (!answers) answered.set(vote, (answers = answersOf(vote, (seat) => ballotOf(vote, seat))));
  return answers;
}

/** What a vote looks at besides itself: who is present, and which item is before the meeting. */
interface Assembled {
  voting: Voting;
  attendance: Attendance;
  agenda: { current: string | null };
}

function open(meeting: Assembled, command: VotingCommand & { type: 'open-vote' }, newId: () => string): Decision {
  if (voteUnderWay(meeting.voting)) return refuse('vote-running');
  if (!meeting.attendance.confirmed) return refuse('presence-unconfirmed');
  const roll = presentIn(meeting.attendance).filter(({ capacities }) => capacities.includes('member'));
  if (roll.length === 0) return refuse('roll-empty');
  const item = meeting.agenda.current;
  if (item === null) return refuse('no-current-item');
  const unfit = refuseAsking(command);
  if (unfit) return unfit;
  const { question, purpose } = command;
  const remote = remoteAmong(roll);
  return accept({
    type: 'vote-opened',
    vote: newId(),
    item,
    question,
    purpose,
    ...askedIn(command),
    roll: roll.map(({ seat }) => seat),
    ...(remote && { remote }),
    named: true,
  });
}

function cast(vote: Vote, seat: string, marked: Marked, { people }: Attendance): Decision {
  if (!isOnRoll(vote, seat)) return refuse('not-on-roll');
  if (vote.status !== 'open') return refuse('vote-not-open');
  // Who has left can check in again; what they cast before leaving stands.
  if (people[seat]?.presence.status !== 'present') return refuse('not-present');
  const marks = marksFor(vote, marked);
  if ('outcome' in marks) return marks;
  const former = ballotOf(vote, seat);
  if (former && sameMarks(former, marks)) return unchanged();
  return accept({ type: former ? 'ballot-changed' : 'ballot-cast', vote: vote.vote, ...marks });
}

function enterHand(vote: Vote, command: VotingCommand & { type: 'enter-hand' }): Decision {
  if (vote.status !== 'counting') return refuse('vote-not-counting');
  if (!isOnRoll(vote, command.seat)) return refuse('not-on-roll');
  const former = ballotOf(vote, command.seat);
  if (former?.way === 'device') return refuse('already-cast');
  const marks = marksFor(vote, command);
  if ('outcome' in marks) return marks;
  const { seat, reason } = command;
  if (former && sameMarks(former, marks) && former.reason === reason) return unchanged();
  return accept({ type: 'hand-entered', vote: vote.vote, seat, ...marks, reason });
}

function establish(vote: Vote): Decision {
  if (vote.status === 'established' || vote.status === 'published') return unchanged();
  if (vote.status !== 'closed' && vote.status !== 'counting') return refuse('vote-not-closed');
  return accept({
    type: 'vote-established',
    vote: vote.vote,
    roll: vote.roll.length,
    returned: vote.ballots.size,
    counts: tally(
      vote,
      entriesOf(vote.ballots).map(([, ballot]) => ballot),
    ),
  });
}

export function decideVoting(meeting: Assembled, command: VotingCommand, { actor, newId }: Circumstances): Decision {
  if (command.type === 'open-vote') return open(meeting, command, newId);
  const vote = meeting.voting.votes[command.vote];
  if (!vote) return refuse('no-such-vote');
  const named = { vote: vote.vote };
  switch (command.type) {
    case 'cast-ballot':
      return cast(vote, actor.seat, command, meeting.attendance);
    case 'close-vote':
      if (vote.status === 'closed') return unchanged();
      return vote.status === 'open' ? accept({ type: 'vote-closed', ...named }) : refuse('vote-not-open');
    case 'begin-counting':
      if (vote.status === 'counting') return unchanged();
      return vote.status === 'closed' ? accept({ type: 'counting-begun', ...named }) : refuse('vote-not-closed');
    case 'enter-hand':
      return enterHand(vote, command);
    case 'establish-vote':
      return establish(vote);
    case 'publish-vote':
      if (vote.status === 'published') return unchanged();
      return vote.status === 'established'
        ? accept({ type: 'vote-published', ...named })
        : refuse('vote-not-established');
    case 'annul-vote':
      if (vote.status === 'annulled') return unchanged();
      if (vote.status === 'published') return refuse('vote-already-published');
      return accept({ type: 'vote-annulled', ...named, reason: command.reason });
    default:
      return unreachable(command);
  }
}

function withBallot(vote: Vote, seat: string, marked: Marked, at: number): Vote {
  const marks = marksIn(marked);
  return marks ? { ...vote, ballots: entered(vote.ballots, seat, { ...marks, way: 'device', at }) } : vote;
}

function withHand(vote: Vote, event: HandEntered, { at, version }: Recorded): Vote {
  const marks = marksIn(event);
  if (!marks) return vote;
  const former = ballotOf(vote, event.seat);
  const first = former?.way === 'hand' ? former.first : version;
  const ballot: Ballot = { ...marks, way: 'hand', at, reason: event.reason, told: version, first };
  return { ...vote, ballots: entered(vote.ballots, event.seat, ballot) };
}

/** The same vote in another state; what belonged to the former state alone is left behind. */
function put(former: Vote): Put {
  const { vote, item, question, purpose, openedAt, roll, named, ballots } = former;
  const byName = named && { named };
  return { vote, item, question, purpose, ...askedIn(former), openedAt, roll, ...byName, ballots };
}

function evolveVote(vote: Vote, recorded: Recorded): Vote {
  const { event, at, seat } = recorded;
  switch (event.type) {
    case 'ballot-cast':
    case 'ballot-changed':
      return withBallot(vote, seat, event, at);
    case 'hand-entered':
      return withHand(vote, event, recorded);
    case 'vote-closed':
      return { ...put(vote), status: 'closed' };
    case 'counting-begun':
      return { ...put(vote), status: 'counting' };
    case 'vote-established':
      return { ...put(vote), status: 'established', counts: event.counts, establishedAt: at };
    case 'vote-published':
      return vote.status === 'established' ? { ...vote, status: 'published', publishedAt: at } : vote;
    case 'vote-annulled':
      return { ...put(vote), status: 'annulled', reason: event.reason };
    default:
      return vote;
  }
}

export function evolveVoting(voting: Voting, recorded: Recorded): Voting {
  const { event, at } = recorded;
  if (event.type === 'vote-opened') {
    const { type: _, ...question } = event;
    const opened: Vote = { ...question, openedAt: at, ballots: emptyLedger, status: 'open' };
    return { order: [...voting.order, opened.vote], votes: { ...voting.votes, [opened.vote]: opened } };
  }
  const vote = 'vote' in event ? voting.votes[event.vote] : undefined;
  return vote ? { ...voting, votes: { ...voting.votes, [vote.vote]: evolveVote(vote, recorded) } } : voting;
}
