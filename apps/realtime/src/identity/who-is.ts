/** Who stands behind a socket or a request in a meeting: asked of the session and the register, never of what was sent. */
import { communityByCode } from '@yishiting/db/communities';
import { meeting as meetingRow } from '@yishiting/db/meetings';
import { person } from '@yishiting/db/people';
import { seatPerson } from '@yishiting/db/seats';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Actor } from '@yishiting/domain/decision';
import type { Join } from '@yishiting/domain/protocol';
import type { Listener } from '../room/hall.ts';
import type { Place } from '../room/outcomes.ts';
import { heldScreen, heldSeat, sessionOf, signedIn, type Browser, type SessionNeeds } from './sessions.ts';

/** Somebody known, and the grant on which that rests: when it is revoked the connection ends. */
export interface Known {
  place: Place;
  listener: Listener;
  /** Null for a screen, which acts for nobody. */
  actor: Actor | null;
  grant: string;
}

/**
 * Who joins a meeting, by the cookie of the request; null when the session holds no matching grant, and when community or
 * meeting are not there: all alike.
 * @param community the code in the address
 */
export async function whoJoins(
  needs: SessionNeeds,
  cookie: string | undefined,
  community: string,
  join: Join,
): Promise<Known | null> {
  const [session, found] = await Promise.all([sessionOf(needs, cookie), communityByCode(needs.db, community)]);
  return session && found && whoIs(needs, session, { community: found.id, meeting: join.meeting }, join.as);
}

/** Who a session is in a meeting, in the way it names. */
export async function whoIs(
  needs: SessionNeeds,
  session: Browser,
  place: Place,
  as: Join['as'],
): Promise<Known | null> {
  switch (as.kind) {
    case 'account':
      return asStaff(needs, session, place);
    case 'seat': {
      const held = await heldSeat(needs.db, session, place.community, as.seat);
      if (held?.meeting !== place.meeting) return null;
      const actor = { seat: held.seat, person: held.person, name: held.name, staff: false };
      return {
        place,
        listener: { kind: 'seat', seat: held.seat, name: held.name, staff: false },
        actor,
        grant: held.id,
      };
    }
    case 'screen': {
      const held = await heldScreen(needs.db, session, place.community, as.screen);
      if (held?.meeting !== place.meeting) return null;
      return { place, listener: { kind: 'screen', screen: held.screen }, actor: null, grant: held.id };
    }
  }
}

/** Staff of the body that convenes the meeting; they get a seat when they first come, so that what they do has a doer. */
async function asStaff(needs: SessionNeeds, session: Browser, place: Place): Promise<Known | null> {
  const { db, clock, newId } = needs;
  const [account, row] = await Promise.all([
    signedIn(needs, session, place.community),
    meetingRow(db, place.community, place.meeting),
  ]);
  if (!account || !row || !account.staffOf.includes(row.body)) return null;
  const known = await person(db, place.community, account.person);
  if (!known) return null;
  const seat = await seatPerson(db, { id: newId(), ...place, person: known.id, at: clock.now() });
  const actor = { seat, person: known.id, name: known.name, staff: true };
  return { place, listener: { kind: 'seat', seat, name: known.name, staff: true }, actor, grant: account.id };
}

/** What the register adds to a command: for somebody added to the meeting the name and the seat; undefined when there is nobody. */
export async function fromRegister(
  { db, clock, newId }: SessionNeeds,
  place: Place,
  command: MeetingCommand,
): Promise<{ name: string; seat: string } | undefined> {
  if (command.type !== 'add-person') return undefined;
  const known = await person(db, place.community, command.person);
  if (!known) return undefined;
  const seat = await seatPerson(db, { id: newId(), ...place, person: known.id, at: clock.now() });
  return { name: known.name, seat };
}
