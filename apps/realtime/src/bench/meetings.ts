/** A meeting with many seats: arranged and called as any other, each seat entered by a browser of its own. */
import { randomUUIDv7 } from 'node:crypto';
import { arrangeAgenda, arrangePeople } from '@yishiting/db/meetings';
import type { Tables } from '@yishiting/db/tables';
import { buildCommunity, buildMeeting } from '@yishiting/db/testing-rows';
import { seatsOf } from '@yishiting/db/seats';
import type { Capacity } from '@yishiting/domain/capacities';
import type { Insertable, Kysely } from 'kysely';
import { wallClock } from '../clock.ts';
import { cookieFor } from '../identity/cookies.ts';
import { sessionTerm } from '../identity/sessions.ts';
import { newToken, tokenHash } from '../identity/tokens.ts';
import { callMeeting } from '../room/calling.ts';
import type { Place } from '../room/outcomes.ts';
import type { Phone } from './asking.ts';

export interface CalledMeeting {
  place: Place;
  /** The code of the community in addresses. */
  community: string;
  chair: Phone & { person: string };
  members: Phone[];
  items: string[];
}

const newId = (): string => randomUUIDv7();
const clock = wallClock;

/** Many rows at a time, yet fewer parameters than a statement may have. */
async function insert<T extends 'people' | 'browser_sessions' | 'grants'>(
  db: Kysely<Tables>,
  table: T,
  rows: Insertable<Tables[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await db
      .insertInto(table)
      .values(rows.slice(from, from + 1_000) as never)
      .execute();
  }
}

/** Who comes, whoever calls and chairs it first, and what is on the agenda. */
export interface Called {
  people: readonly { name: string; capacities: Capacity[] }[];
  items: readonly { title: string; step: string | null }[];
}

/** One who leads and many who vote. */
const aSounding = (members: number): Called => ({
  people: [
    { name: '王建国', capacities: ['chair', 'recorder'] },
    ...Array.from({ length: members }, (_, n) => ({ name: `代表${n + 1}`, capacities: ['member' as const] })),
  ],
  items: ['说明方案', '征询意向'].map((title) => ({ title, step: null })),
});

type EpochOf = (community: string) => Promise<number | null>;

export const callLargeMeeting = (db: Kysely<Tables>, members: number, epochOf: EpochOf): Promise<CalledMeeting> =>
  callSuch(db, aSounding(members), epochOf);

/** @param epochOf asks the server that is to run it for its lease */
export async function callSuch(db: Kysely<Tables>, called: Called, epochOf: EpochOf): Promise<CalledMeeting> {
  const community = await buildCommunity(db);
  const meeting = await buildMeeting(db, community);
  const place = { community: community.id, meeting };
  const people = called.people.map(({ name }) => {
    return { id: newId(), community: community.id, created_at: clock.now(), name };
  });
  await insert(db, 'people', people);
  const listed = people.map(({ id: person }, n) => ({ person, capacities: called.people[n]!.capacities, note: '' }));
  await arrangePeople(db, community.id, meeting, listed);
  const items = called.items.map((item) => ({ id: newId(), ...item, plannedMinutes: 10 }));
  await arrangeAgenda(db, community.id, meeting, items);
  const epoch = await epochOf(community.id);
  if (epoch === null) throw new Error('The community is held by another server');
  const notice = { way: 'start-now' as const, waiver: '全体到会人员同意' };
  const caller = people[0]!.id;
  const call = { commandId: newId().replaceAll('-', ''), notice, caller, epoch };
  const answer = await callMeeting({ db, clock, newId }, place, call);
  if (answer.outcome !== 'called') throw new Error(`Calling: ${JSON.stringify(answer)}`);
  const phones = await enterAll(db, place);
  const phoneOf = ({ id }: { id: string }) => phones.get(id)!;
  const [chair, ...others] = people.map(phoneOf);
  return {
    ...{ place, community: community.code, items: items.map(({ id }) => id) },
    ...{ chair: { ...chair!, person: caller }, members: others },
  };
}

/** @returns the phones by person */
async function enterAll(db: Kysely<Tables>, { community, meeting }: Place): Promise<Map<string, Phone>> {
  const now = clock.now();
  const entered = (await seatsOf(db, community, meeting)).map(({ id: seat, person }) => {
    return { seat, person, session: newId(), token: newToken() };
  });
  await insert(
    db,
    'browser_sessions',
    entered.map(({ session: id, token }) => {
      const times = { created_at: now, seen_at: now, expires_at: now + sessionTerm.idle };
      return { id, token_hash: tokenHash(token), ...times };
    }),
  );
  const grant = { community, meeting, kind: 'seat' as const, granted_at: now };
  await insert(
    db,
    'grants',
    entered.map(({ seat, session }) => ({ id: newId(), session, seat, ...grant })),
  );
  return new Map(
    entered.map(({ seat, person, token }) => [person, { seat, cookie: cookieFor(token, false).split(';')[0]! }]),
  );
}
