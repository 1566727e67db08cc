import { aDatabase } from '@yishiting/db/testing';
import { endCodes } from '@yishiting/domain/end-codes';
import { expect, it } from 'vitest';
import { holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';

const connection = await aDatabase();
const house = await anOpenHouse(connection);
const hearing = await holdHearing(house);
/** A second server on the same database: the first has the community. */
const other = await anOpenHouse(connection);

const { seat, browser } = seatOf(hearing, '李秀英');
const auth = { protocol: 2, meeting: hearing.meeting, as: { kind: 'seat', seat } };
const knockAt = (origin: string) => new OutsiderRoom({ origin, cookie: browser.cookie }, hearing.community, auth);

async function endedAt(origin: string): Promise<string | null> {
  const room = knockAt(origin);
  await room.closed;
  return room.ended;
}

it('[R4] who comes to a server that has not the community is told to come back, and is let in once it has', async () => {
  const inside = await knockAt(house.origin).joined();
  expect(await endedAt(other.origin)).toBe('room-reloaded');
  expect(endCodes['room-reloaded'].again).toBe(true);

  // The first server stops: whoever is in it, and whoever comes meanwhile, is told to come back.
  const stopping = house.app.rooms.stop();
  expect(await endedAt(house.origin)).toBe('stopping');
  await inside.closed;
  expect(inside.ended).toBe('stopping');
  expect(endCodes.stopping.again).toBe(true);
  await stopping;

  const room = await knockAt(other.origin).joined();
  expect(room.view).toEqual(inside.view);
  const checkIn = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
  expect(await room.command(checkIn)).toEqual({ answer: 'accepted' });
  await room.until(({ mine }) => mine.presence === 'present');
  room.close();
});
