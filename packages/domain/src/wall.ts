/**
 * The view of those who lead, cut down to what a screen of the meeting is sent: a picture of a screen on their page must
 * show what the wall shows, and not what they know besides. view.test.ts compares it with the view of the projector.
 */
import type { PersonView, View, VoteView } from './view.ts';

export function asOnTheWall(led: View): View {
  const { desk: _, ...shown } = led;
  const people = led.people.order
    .flatMap((seat) => led.people.bySeat[seat] ?? [])
    .filter(({ capacities }) => capacities.some((capacity) => capacity !== 'observer'))
    .map(personOnTheWall);
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
  };
}

const personOnTheWall = ({ arrived: _, device: __, ...person }: PersonView): PersonView => person;

const voteOnTheWall = ({ missing: _, ...vote }: VoteView): VoteView =>
  vote.status === 'published' ? vote : { ...vote, counts: null };
