/** The door to what is arranged around a meeting before it is called and while it runs. */
import type { MeetingRow } from '@yishiting/db/meetings';
import type { Capacity } from '@yishiting/domain/capacities';
import type { Meeting } from '@yishiting/domain/meeting';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { heldIn } from './desk.ts';
import { door, meetingInPath, visiting, type Visitor } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

export interface Leading<Body> extends Visitor<Body> {
  place: Place;
  row: MeetingRow;
  /** As committed; null while it is a draft. */
  meeting: Meeting | null;
}

/** Staff of the convening body at any time; once it was called also whoever holds a seat there in one of these capacities. */
export const leading = <Body>(
  deps: RouteDeps,
  capacities: readonly Capacity[],
  schema: z.ZodType<Body>,
  handle: (who: Leading<Body>) => Promise<object | Refused>,
) => door<Body, Leading<Body>>(schema, (request, reply) => findLeading(deps, capacities, request, reply), handle);

async function findLeading(
  deps: RouteDeps,
  capacities: readonly Capacity[],
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const row = await meetingInPath(deps, request, community.id);
  if (!row || !session) return notFound();
  const { staff, own } = await heldIn(deps, session, row);
  if (!staff && (own.length === 0 || row.head === 0)) return notFound();
  const place = { community: community.id, meeting: row.id };
  const meeting = row.head === 0 ? null : await deps.rooms.meeting(place);
  if (row.head > 0 && !meeting) return refused('try-again');
  const held = own.flatMap((seat) => meeting?.attendance.people[seat]?.capacities ?? []);
  if (!staff && !held.some((capacity) => capacities.includes(capacity))) return notFound();
  return { who: { ...found.who, place, row, meeting } };
}
