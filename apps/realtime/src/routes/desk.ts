/** The door to what chair, recorder and staff do around a meeting that was called, each by their own grant. */
import { seatGrants } from '@yishiting/db/grants';
import type { Attendance } from '@yishiting/domain/attendance';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { signedIn } from '../identity/sessions.ts';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { door, meetingInPath, visiting, type Visitor } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

export interface AtDesk<Body> extends Visitor<Body> {
  place: Place;
  /** Who is seated in the meeting, as committed. */
  seated: Attendance;
}

/** Staff of the convening body, and whoever holds a seat that leads or keeps the record of the meeting in the path. */
export const desk = <Body>(
  deps: RouteDeps,
  schema: z.ZodType<Body>,
  handle: (who: AtDesk<Body>) => Promise<object | Refused>,
) => door<Body, AtDesk<Body>>(schema, (request, reply) => atDesk(deps, request, reply), handle);

async function atDesk(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const row = await meetingInPath(deps, request, community.id);
  if (!row || !session) return notFound();
  const place = { community: community.id, meeting: row.id };
  const seated = row.head > 0 ? (await deps.rooms.meeting(place))?.attendance : undefined;
  const staff = (await signedIn(deps, session, community.id))?.staffOf.includes(row.body) ?? false;
  const seats = await seatGrants(deps.db, session.id, community.id);
  const leads = seats.some(({ seat }) => {
    const held = seated?.people[seat]?.capacities ?? [];
    return held.includes('chair') || held.includes('recorder');
  });
  if (!staff && !leads) return notFound();
  if (row.head === 0) return refused('wrong-phase', { params: { phase: 'draft' } });
  return seated ? { who: { ...found.who, place, seated } } : refused('try-again');
}
