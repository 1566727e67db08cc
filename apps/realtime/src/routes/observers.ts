/** Those who registered to observe, before those who lead the meeting and staff of the body: nobody else learns of them. */
import { meeting as meetingRow } from '@yishiting/db/meetings';
import {
  holdsPlace,
  noteTakenIn,
  observersOf,
  personForObserver,
  registerObserver,
  strikeRegistrations,
} from '@yishiting/db/observers';
import {
  enterObserverRequest,
  strikeObserversRequest,
  takeInObserverRequest,
  type ObserverList,
  type Registered,
} from '@yishiting/domain/api-observers';
import { actingAs, hasItsPlace } from '@yishiting/domain/permissions';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { tokenHash } from '../identity/tokens.ts';
import { signedIn } from '../identity/sessions.ts';
import { fromRegister, whoIs } from '../identity/who-is.ts';
import { desk, type Seated } from './desk.ts';
import type { RouteDeps } from './deps.ts';
import { noBody } from './door.ts';
import { find, refusalFor } from './observing.ts';
import { notFound, refused, Refused } from './refusal.ts';

export function observerRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const path = '/c/:community/api/meetings/:meeting/observers';
  app.get(
    path,
    desk(deps, noBody, (who) => list(deps, who)),
  );
  app.post(
    path,
    desk(deps, enterObserverRequest, async ({ place, body }): Promise<Registered | Refused> => {
      const { name, contact, code } = body;
      const asked = { id: newId(), ...place, name, contact, codeHash: tokenHash(code), browser: null, at: clock.now() };
      const taken = await registerObserver(db, asked);
      return refusalFor(taken) ?? find(deps, place.meeting, { code });
    }),
  );
  app.post(
    `${path}/strike`,
    desk(deps, strikeObserversRequest, async (who) => {
      const { registrations: ids, reason } = who.body;
      await strikeRegistrations(db, who.place.meeting, { ids, reason });
      return list(deps, who);
    }),
  );
  app.post(
    `${path}/take-in`,
    desk(deps, takeInObserverRequest, async (who) => (await takeIn(deps, who)) ?? list(deps, who)),
  );
}

async function list(deps: RouteDeps, who: Seated<unknown>): Promise<ObserverList | Refused> {
  const { db, rooms } = deps;
  const { place } = who;
  const [row, meeting] = await Promise.all([meetingRow(db, place.community, place.meeting), rooms.meeting(place)]);
  if (!row || !meeting) return refused('try-again');
  const { called, session, attendance } = meeting;
  const registered = await observersOf(db, place.community, place.meeting);
  const holding = registered.filter(holdsPlace).length;
  const places = row.notice.observers;
  return {
    matter: called.matter,
    place: called.place,
    plannedAt: called.plannedAt,
    timeZone: called.community.timeZone,
    phase: session.status,
    places,
    left: Math.max(0, (places ?? 0) - holding),
    takesIn: await takesIn(deps, who),
    observers: registered.map(({ id, number, state, name, contact, at, byHand, reason, seat }) => {
      // Whoever was taken in is named by the record alone.
      const named = seat === null ? name : (attendance.people[seat]?.name ?? null);
      return { registration: id, number, state, name: named, contact, at, byHand, reason, seat };
    }),
  };
}

/** Whether the seats of this browser, or the one of the person signed in, may add people to the meeting. */
async function takesIn(deps: RouteDeps, { session, community, staff, own, attendance }: Seated<unknown>) {
  const person = staff ? (await signedIn(deps, session, community.id))?.person : undefined;
  const seats = Object.values(attendance.people).filter((one) => own.includes(one.seat) || one.person === person);
  return seats.some(({ capacities }) => actingAs('add-person', capacities, { staff }) !== undefined);
}

/** By the command that adds anybody else; a second tap finds the person on the list already. Null when it is done. */
async function takeIn(
  deps: RouteDeps,
  { place, session, body, attendance, phase }: Seated<z.output<typeof takeInObserverRequest>>,
): Promise<Refused | null> {
  const { db, rooms, clock, newId } = deps;
  const { seat, registration } = body;
  const known =
    session && (await whoIs(deps, session, place, seat === undefined ? { kind: 'account' } : { kind: 'seat', seat }));
  const actor = known?.actor;
  if (!actor) return notFound();
  // Asked before the register gets a row for it.
  if (!actingAs('add-person', attendance.people[actor.seat]?.capacities ?? [], actor)) return refused('not-entitled');
  if (!hasItsPlace('add-person', phase)) return refused('wrong-phase', { params: { phase } });
  const person = await personForObserver(db, { ...place, id: registration, newPerson: newId(), at: clock.now() });
  if (person === null) return null;
  const command = { type: 'add-person' as const, person, capacities: ['observer' as const] };
  const register = await fromRegister(deps, place, command);
  if (!register) return refused('try-again');
  const given = { commandId: registration.replaceAll('-', ''), command, receivedAt: clock.now() };
  const answer = await rooms.submit(place, { ...given, circumstances: { actor, newId, register } });
  if (answer.answer === 'refused' && answer.code !== 'person-already-listed')
    return refused(answer.code, answer.params && { params: answer.params });
  await noteTakenIn(db, registration, register.seat);
  return null;
}
