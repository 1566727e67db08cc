/** The doors to what staff, chair, recorder and the seated do around a called meeting, each by their own grant. */
import { seatGrants } from '@yishiting/db/grants';
import type { MeetingRow } from '@yishiting/db/meetings';
import type { Phase } from '@yishiting/domain/acts/session';
import type { Attendance } from '@yishiting/domain/attendance';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { signedIn } from '../identity/sessions.ts';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { door, meetingInPath, visiting, type Visitor } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

export interface Seated<Body> extends Visitor<Body> {
  place: Place;
  /** Who is seated in the meeting, as committed. */
  attendance: Attendance;
  /** The seats of this meeting that this browser holds. */
  own: string[];
  /** Staff of the convening body. */
  staff: boolean;
  /** … or a seat that leads or keeps the record. */
  atDesk: boolean;
  /** What the meeting is about. */
  matter: string;
  phase: Phase;
}
type Handle<Body> = (who: Seated<Body>) => Promise<object | Refused>;

/** Whoever holds a seat in the meeting in the path, and staff of the convening body. */
export const seated = <Body>(deps: RouteDeps, schema: z.ZodType<Body>, handle: Handle<Body>) =>
  door<Body, Seated<Body>>(schema, (request, reply) => findSeated(deps, request, reply), handle);

/** Staff of the convening body, and whoever holds a seat that leads the meeting in the path or keeps its record. */
export const desk = <Body>(deps: RouteDeps, schema: z.ZodType<Body>, handle: Handle<Body>) =>
  door<Body, Seated<Body>>(
    schema,
    async (request, reply) => {
      const found = await findSeated(deps, request, reply);
      return found instanceof Refused || found.who.atDesk ? found : notFound();
    },
    handle,
  );

/** What a browser holds in a meeting: an account of the convening body's staff, and which of its seats. */
export async function heldIn(
  deps: RouteDeps,
  session: { id: string },
  { id, community, body }: Pick<MeetingRow, 'id' | 'community' | 'body'>,
): Promise<{ staff: boolean; own: string[] }> {
  const staff = (await signedIn(deps, session, community))?.staffOf.includes(body) ?? false;
  const grants = await seatGrants(deps.db, session.id, community);
  return { staff, own: grants.flatMap(({ meeting, seat }) => (meeting === id ? [seat] : [])) };
}

/** Whether they lead the meeting or keep its record: staff, or a seat that does. */
export function isAtDesk({ staff, own }: { staff: boolean; own: readonly string[] }, { people }: Attendance): boolean {
  const capacities = own.flatMap((seat) => people[seat]?.capacities ?? []);
  return staff || capacities.includes('chair') || capacities.includes('recorder');
}

/** Who asks around the meeting in the path, or that it is not there for them. */
export async function findSeated(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const row = await meetingInPath(deps, request, community.id);
  if (!row || !session) return notFound();
  const { staff, own } = await heldIn(deps, session, row);
  if (!staff && own.length === 0) return notFound();
  if (row.head === 0) return refused('wrong-phase', { params: { phase: 'draft' } });
  const place = { community: community.id, meeting: row.id };
  const meeting = await deps.rooms.meeting(place);
  if (!meeting) return refused('try-again');
  const { attendance } = meeting;
  const atDesk = isAtDesk({ staff, own }, attendance);
  const about = { matter: meeting.called.matter, phase: meeting.session.status };
  return { who: { ...found.who, place, attendance, own, staff, atDesk, ...about } };
}
