/** For tests: what happens in a full house that no agenda foresees. */
import { randomUUIDv7 } from 'node:crypto';
import { openAccount } from '@yishiting/db/accounts';
import { aJpeg } from '@yishiting/db/uploads/testing-files';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { sql } from 'kysely';
import { hashPassword } from '../identity/passwords.ts';
import type { FullHouse } from './full-house.ts';
import { randomId } from './hearing.ts';
import { until } from './until.ts';

const pathIn = ({ hearing }: FullHouse, what: string) =>
  `/c/${hearing.community}/api/meetings/${hearing.meeting}/${what}`;

function browserOf({ hearing }: FullHouse, seat: string) {
  const found = hearing.seats.find((one) => one.seat === seat);
  if (!found) throw new Error(`No browser holds ${seat}`);
  return found.browser;
}

/** Each gives a last command, is cut off while it is under way, some ms one after the other, and does not come back. */
export function goForGood(full: FullHouse, seats: readonly string[], command: MeetingCommand): void {
  for (const [ms, seat] of seats.entries()) {
    const page = full.pages.get(seat);
    void page?.give(command);
    setTimeout(() => page?.goes(), 2 * ms);
  }
}

/**
 * The database breaks off the commit in which what these seats give goes. It is held up until it has begun, so that
 * nothing hangs on time.
 */
export async function commitFails(full: FullHouse, seats: readonly string[], command: MeetingCommand): Promise<void> {
  const answers = await full.house.db.transaction().execute(async (tx) => {
    await tx.selectFrom('meetings').where('id', '=', full.place.meeting).select('head').forUpdate().execute();
    const given = seats.map((seat) => full.gives(seat, command));
    const breakOff = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
    await until(
      async () => (await breakOff.execute(tx)).rows.length > 0,
      () => 'nothing is being committed',
    );
    return given;
  });
  await full.patience(answers);
}

/** The chair is unwell and stays in the room; the recorder takes the chair with a password of their own. */
export async function chairIsTaken(full: FullHouse): Promise<void> {
  const { cast, house } = full;
  const own = 'jilu-2026';
  await openAccount(house.db, {
    ...{ id: randomUUIDv7(), community: full.place.community, login: 'zhoumin', at: house.app.deps.clock.now() },
    person: full.meeting().attendance.people[cast.recorder]!.person,
    passwordHash: await hashPassword(own),
  });
  const body = { commandId: randomId(), seat: cast.recorder, password: own };
  const taken = await browserOf(full, cast.recorder).post(pathIn(full, 'take-chair'), body);
  if (taken.status !== 200) throw new Error(`The chair was not taken: ${JSON.stringify(taken)}`);
  full.cast = { ...cast, chair: cast.recorder };
}

/** Somebody walks in who is not on the list. */
export async function walksIn(full: FullHouse, name: string): Promise<void> {
  const { staff, community } = full.hearing;
  const { body } = await staff.post<{ person: string }>(`/c/${community}/api/people`, { name });
  const { recorder } = full.cast;
  await full.gives(recorder, { type: 'add-person', person: body.person, capacities: ['member'] });
  const seat = full.meeting().attendance.order.at(-1)!;
  await full.gives(recorder, { type: 'record-arrival', seat, way: 'here' });
}

/** The recorder takes a picture of the room. @returns the file */
export async function takesPhoto(full: FullHouse): Promise<string> {
  const seat = full.cast.recorder;
  const asked = new URLSearchParams({ kind: 'photo', name: '现场.jpg', seat, command: randomId() });
  const { origin } = full.house;
  const { cookie } = browserOf(full, seat);
  const response = await fetch(`${origin}${pathIn(full, 'files')}?${asked}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(aJpeg()),
  });
  if (response.status !== 200) throw new Error(`The photo was not taken: ${response.status}`);
  return ((await response.json()) as { file: string }).file;
}

/** Staff put a message on every wall. */
export async function turnsWalls(full: FullHouse, text: string): Promise<void> {
  const body = { on: null, content: { kind: 'message', text } };
  const { status } = await full.hearing.staff.post(pathIn(full, 'screens/show'), body);
  if (status !== 200) throw new Error(`The walls were not turned: ${status}`);
}
