import { aDatabase } from '@yishiting/db/testing';
import { limits } from '@yishiting/domain/protocol';
import { afterEach, expect, it } from 'vitest';
import { connectionsOfOne } from '../sockets/crowd.ts';
import { backlog } from '../sockets/watching.ts';
import { enterRoom, holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';

const connection = await aDatabase();
const house = await anOpenHouse(connection);
const hearing = await holdHearing(house);
const open = (name: string) => enterRoom(hearing, name);
const checkIn = (way: string) => ({ type: 'check-in', way, privacyNotice: '2026-11' });
const others = await Promise.all(['周敏', '陈国强'].map((name) => open(name).joined()));

afterEach(async () => {
  // Those who were there all the time noticed nothing.
  expect(house.logged.splice(0)).toEqual([]);
  for (const room of others) {
    expect(room.ended).toBeNull();
    expect(room.asked).toBe(0);
    expect(await room.command({ type: 'leave' })).toEqual({ answer: 'unchanged' });
  }
});

it.each<[what: string, send: (room: OutsiderRoom) => void]>([
  ['messages', (room) => room.socket.send('42["up",{"t":"whole"}]')],
  ['commands', (room) => void room.command({ type: 'leave' })],
  ['messages that are none', (room) => room.socket.send('42["up",null]')],
  ['answers to nothing', (room) => room.socket.send('43999[]')],
  ['joinings of what is not there', (room) => room.socket.send('40/nothing,{}')],
  ['pongs', (room) => room.socket.send('3')],
  ['pings of WebSocket', (room) => room.socket.ping()],
])('[R8] who sends %s too fast is ended with too-fast', async (_, send) => {
  const room = await open('李秀英').joined();
  for (let n = 0; n < 3 * limits.burst; n += 1) send(room);
  await room.closed;
  expect(room.ended).toBe('too-fast');
});

it('[R8] a burst within the limit is served, and after a pause another one', async () => {
  const room = await open('李秀英').joined();
  for (const _ of [1, 2]) {
    const answers = await Promise.all(Array.from({ length: limits.pending }, () => room.command({ type: 'leave' })));
    expect(answers).toEqual(answers.map(() => ({ answer: 'unchanged' })));
    for (let n = limits.pending; n < limits.burst; n += 1) room.askForWhole();
    expect(await room.command({ type: 'leave' })).toEqual({ answer: 'unchanged' });
    house.wait(((limits.burst + 1) / limits.perSecond) * 1000);
  }
  expect(room.ended).toBeNull();
  room.close();
});

it('[R8] what awaits its answer is limited; the rest is refused and may come again', async () => {
  const room = await open('李秀英').joined();
  const before = (await house.record(hearing)).length;
  // Nothing commits while the table of events is held.
  const holder = await connection.pool.connect();
  await holder.query('begin');
  await holder.query('lock table meeting_events in access exclusive mode');
  const asked = Array.from({ length: limits.pending + 5 }, (_, n) => room.command(checkIn(n % 2 ? 'here' : 'remote')));
  const refused = await Promise.all(asked.slice(limits.pending));
  expect(refused).toEqual(refused.map(() => ({ answer: 'refused', code: 'too-fast' })));
  await holder.query('rollback');
  holder.release();
  expect(await Promise.all(asked.slice(0, limits.pending))).toEqual(
    Array.from({ length: limits.pending }, () => ({ answer: 'accepted' })),
  );
  expect((await house.record(hearing)).length).toBe(before + limits.pending);
  expect(await room.command({ type: 'leave' })).toEqual({ answer: 'accepted' });
  room.close();
});

it('[R8] too many connections of one seat: the oldest goes, and other seats are not counted', async () => {
  const rooms: OutsiderRoom[] = [];
  for (let n = 0; n <= connectionsOfOne; n += 1) rooms.push(await open('李秀英').joined());
  await rooms[0]!.closed;
  expect(rooms.map(({ ended }) => ended)).toEqual(['too-fast', ...rooms.slice(1).map(() => null)]);
  for (const room of rooms) room.close();
  await Promise.all(rooms.map(({ closed }) => closed));
});

it('[R8] who does not read what is sent is cut off before it fills the memory', async () => {
  const recorder = others[0]!;
  const { seat } = seatOf(hearing, '李秀英');
  const room = await open('李秀英').joined();
  await recorder.until(({ view }) => view.people.bySeat[seat].device.connected);
  const tcp = (room.socket as unknown as { _socket: { pause(): void; resume(): void } })._socket;
  tcp.pause();
  let asks = 0;
  while (recorder.view.people.bySeat[seat].device.connected && asks < 100_000) {
    for (let n = 0; n < limits.burst / 2; n += 1) room.askForWhole();
    asks += limits.burst / 2;
    house.wait(10_000);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(asks * JSON.stringify(room.view).length).toBeGreaterThan(backlog);
  expect(asks).toBeLessThan(100_000);
  tcp.resume();
  await room.closed;
  expect(room.ended).toBeNull();
});
