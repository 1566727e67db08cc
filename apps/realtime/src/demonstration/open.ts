/** Makes the demonstration, or opens the one there is: two communities marked as such, the first with a called hearing. */
import { randomInt } from 'node:crypto';
import { changePassword, openAccount } from '@yishiting/db/accounts';
import { accountOfPerson } from '@yishiting/db/sign-ins';
import { addBody, bodiesOf, communityByCode, foundCommunity, type Community } from '@yishiting/db/communities';
import { arrangeAgenda, arrangeMeeting, arrangePeople, meetingsOf } from '@yishiting/db/meetings';
import { addPerson, person as personOf } from '@yishiting/db/people';
import { givePost, holdersOf } from '@yishiting/db/posts';
import type { Tables } from '@yishiting/db/tables';
import type { DemonstrationAnswer } from '@yishiting/domain/api';
import { hearing } from '@yishiting/domain/procedures/hearing';
import type { Kysely } from 'kysely';
import { stepsOf } from '../arranging.ts';
import { hashPassword } from '../identity/passwords.ts';
import { callMeeting, type CallingNeeds } from '../room/calling.ts';
import { beiyuan } from './beiyuan.ts';
import { nanmen, type DemonstrationCase } from './nanmen.ts';

export interface DemonstrationNeeds extends CallingNeeds {
  rooms: { epoch(community: string): Promise<number | null> };
}

export interface Opened {
  community: string;
  /** The chair's account, for the browser that opens the demonstration. */
  account: string;
  answer: DemonstrationAnswer;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Hours of Asia/Shanghai before UTC, all year round. */
const shanghai = 8 * hour;

/** Today at 19:00 in the community's time zone, ms since 1970. */
export const thisEvening = (now: number): number => Math.floor((now + shanghai) / day) * day - shanghai + 19 * hour;

/** @returns null while another server owns the demonstration */
export async function openDemonstration(needs: DemonstrationNeeds): Promise<Opened | null> {
  const first = await found(needs, nanmen);
  const second = await found(needs, beiyuan);
  const meeting = await calledHearing(needs, first);
  const accounts = [...(await renewAccounts(needs, first)), ...(await renewAccounts(needs, second))];
  const [chair] = accounts;
  if (!meeting || !chair) return null;
  const shown = accounts.map(({ community, name, login, password }) => ({ community, name, login, password }));
  return { community: first.id, account: chair.account, answer: { community: first.code, meeting, accounts: shown } };
}

/** The community of a case, made when it is not there; of two who ask at once both get the same. */
async function found(needs: DemonstrationNeeds, given: DemonstrationCase): Promise<Community> {
  const there = await communityByCode(needs.db, given.code);
  if (there) return there;
  try {
    return await needs.db.transaction().execute((tx) => make(tx, needs, given));
  } catch (error) {
    const made = (error as { code?: unknown }).code === '23505' && (await communityByCode(needs.db, given.code));
    if (made) return made;
    throw error;
  }
}

/** Community, body, register, posts, accounts and the meeting's arrangement. */
async function make(
  tx: Kysely<Tables>,
  { clock, newId }: DemonstrationNeeds,
  given: DemonstrationCase,
): Promise<Community> {
  const at = clock.now();
  const [id, body, meeting] = [newId(), newId(), newId()];
  const named = { id, code: given.code, name: given.community, demonstration: true, createdAt: at };
  const community: Community = { ...named, timeZone: 'Asia/Shanghai', recordLanguage: 'zh-CN' };
  await foundCommunity(tx, community);
  await addBody(tx, { id: body, community: id, name: given.body, position: 0, at });
  const people = given.people.map((one) => ({ ...one, person: newId() }));
  for (const { person, name, login } of people) {
    await addPerson(tx, { id: person, community: id, name, at });
    if (login === undefined) continue;
    await givePost(tx, { id: newId(), community: id, person, body, post: 'staff', from: at });
    // Nobody knows this password: the one that opens is given when the demonstration is opened.
    const passwordHash = await hashPassword(newId());
    await openAccount(tx, { id: newId(), community: id, person, login, passwordHash, at });
  }
  // Whoever leads also administers, so that accounts and erasing can be seen, too.
  const first = people.find(({ login }) => login !== undefined);
  if (first) {
    await givePost(tx, {
      id: newId(),
      community: id,
      person: first.person,
      body: null,
      post: 'administrator',
      from: at,
    });
  }
  const { matter, description, place, notice } = given;
  const said = { matter, description, place, notice, plannedAt: thisEvening(at), openToPublic: true };
  const held = { body, procedure: hearing.id, procedureVersion: hearing.version, recordLanguage: 'zh-CN' as const };
  await arrangeMeeting(tx, { id: meeting, community: id, at, ...held, ...said });
  await arrangePeople(
    tx,
    id,
    meeting,
    people.map(({ person, capacities, standing: note }) => ({ person, capacities, note })),
  );
  const agenda = stepsOf(hearing, 'zh-CN', newId).map((item) => {
    return { ...item, plannedMinutes: given.minutes[item.step ?? ''] ?? null };
  });
  await arrangeAgenda(tx, id, meeting, agenda);
  return community;
}

/** The first community's hearing, called when it is not yet; null while another server owns the community. */
async function calledHearing(needs: DemonstrationNeeds, { id: community }: Community): Promise<string | null> {
  const bodies = await bodiesOf(needs.db, community, needs.clock.now());
  const meetings = await meetingsOf(
    needs.db,
    community,
    bodies.map(({ id }) => id),
  );
  // The first one made: whoever tries the demonstration may have arranged others since.
  const [row] = meetings.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!row) return null;
  if (row.head > 0) return row.id;
  const epoch = await needs.rooms.epoch(community);
  const [caller] = await staffOf(needs, community);
  if (epoch === null || !caller) return null;
  const servedAt = (row.plannedAt ?? needs.clock.now()) - 4 * day;
  const commandId = row.id.replaceAll('-', '');
  const notice = { way: 'served', servedAt } as const;
  await callMeeting(needs, { community, meeting: row.id }, { commandId, notice, caller, epoch });
  return row.id;
}

async function staffOf({ db, clock }: DemonstrationNeeds, community: string): Promise<string[]> {
  const [body] = await bodiesOf(db, community, clock.now());
  return body ? holdersOf(db, { community, post: 'staff', body: body.id, at: clock.now() }) : [];
}

/** Every account of the community with a new password: letters, a symbol and six digits that change with each opening. */
async function renewAccounts(needs: DemonstrationNeeds, { id, code }: Community) {
  const { db, clock } = needs;
  const accounts = [];
  for (const person of await staffOf(needs, id)) {
    const [account, known] = [await accountOfPerson(db, id, person), await personOf(db, id, person)];
    if (!account || !known) continue;
    const password = `yanshi-${String(randomInt(0, 1_000_000)).padStart(6, '0')}`;
    await changePassword(db, {
      community: id,
      id: account.id,
      passwordHash: await hashPassword(password),
      at: clock.now(),
    });
    accounts.push({ account: account.id, community: code, name: known.name, login: account.login, password });
  }
  return accounts;
}
