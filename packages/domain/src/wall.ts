/**
 * The view of those who lead, cut down to what a screen of the meeting is sent: a picture of a screen on their page must
 * show what the wall shows, and not what they know besides. view.test.ts compares it with the view of the projector.
 */
import { closedView } from './closed-view.ts';
import type { Phase } from './acts/session.ts';
import { namedNext, type FloorView } from './floor-view.ts';
import type { OpinionView } from './opinions-view.ts';
import type { PersonView, View, VoteView } from './view.ts';

export function asOnTheWall(led: View): View {
  const { desk: _, signing: __, mediation, ...shown } = led;
  if (mediation && !mediation.open) return closedView(led);
  const people = led.people.order
    .flatMap((seat) => led.people.bySeat[seat] ?? [])
    .filter(({ capacities }) => capacities.some((capacity) => capacity !== 'observer'))
    .map((person) => personOnTheWall(person, led.phase));
  return {
    ...shown,
    people: {
      order: people.map(({ seat }) => seat),
      bySeat: Object.fromEntries(people.map((person) => [person.seat, person])),
    },
    votes: {
      ...led.votes,
      byId: Object.fromEntries(Object.entries(led.votes.byId).map(([id, vote]) => [id, voteOnTheWall(vote)])),
    },
    minutes: null,
    floor: floorOnTheWall(led),
    ...opinionsOnTheWall(led),
    files: { order: [], byId: {} },
    agreement: null,
    ...(mediation && { mediation: { open: true, asked: mediation.asked, ended: null } }),
  };
}

function floorOnTheWall({ floor, people }: View): FloorView {
  const { waiting, totals: _, ...shown } = floor;
  const next = (waiting?.order ?? []).slice(0, namedNext).flatMap((id) => waiting?.byId[id] ?? []);
  return { ...shown, next: next.map(({ seat, kind }) => ({ seat, kind, way: people.bySeat[seat]?.way ?? null })) };
}

/** Counts always; the rest while the chair shows it, and never whether it is taken up. */
function opinionsOnTheWall({ opinions, questions, proposal }: View): Pick<View, 'opinions' | 'questions' | 'proposal'> {
  if (!opinions.shown) {
    return {
      opinions: { ...opinions, order: [], byId: {} },
      questions: { order: [], byId: {}, answerOrder: [], answers: {}, open: questions.open },
      proposal: null,
    };
  }
  const byId = Object.fromEntries(Object.entries(opinions.byId).map(([id, opinion]) => [id, unmarked(opinion)]));
  return { opinions: { ...opinions, byId }, questions, proposal };
}

const unmarked = ({ mark: _, ...opinion }: OpinionView): OpinionView => opinion;

/** Who is excused is settled, and said, at the opening. */
function personOnTheWall(
  { arrived: _, device: __, identity: ___, reply: ____, onLeave, ...person }: PersonView,
  phase: Phase,
): PersonView {
  return onLeave && phase !== 'called' && phase !== 'called-off' ? { ...person, onLeave } : person;
}

const voteOnTheWall = ({ missing: _, hands: __, ...vote }: VoteView): VoteView => ({
  ...vote,
  counts: vote.status === 'published' ? vote.counts : null,
  answers: null,
});
