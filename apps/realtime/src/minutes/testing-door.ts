/**
 * For tests: a process with one room and the door of its minutes over a database, which can be killed. It takes anybody
 * for the seat they name and prints each state that it tells as saved.
 * Arguments: database URL, community, meeting. Prints `{"port"}` and then `{"saved"}` lines.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '@yishiting/db/connect';
import { takeLease } from '@yishiting/db/lease';
import { wallClock } from '../clock.ts';
import { Revocations } from '../identity/revocations.ts';
import { databaseRecord } from '../room/database-record.ts';
import { Room } from '../room/room.ts';
import { databaseMinutes } from './database-minutes.ts';
import { MinutesDesk } from './desk.ts';
import { attachMinutes } from './door.ts';

const [databaseUrl, community, meeting] = process.argv.slice(2) as [string, string, string];
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const fail = (what: string) => (_: unknown, error: unknown) => {
  process.stderr.write(`${what}: ${String(error)}\n`);
};

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { db, pool } = await connect({ databaseUrl, log: quiet });
let lease = await takeLease(pool, community);
// The database may take a moment to notice that the process before was killed.
while (!lease) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  lease = await takeLease(pool, community);
}
const place = { community, meeting };
const listener = { changed: () => undefined, reloaded: () => undefined, ended: () => undefined, trouble: fail('room') };
const noSeals = { seal: () => Promise.reject(new Error('No seals here')) } as never;
const room = await Room.open(meeting, databaseRecord(db, place, lease.epoch, noSeals), listener);
if (!room) throw new Error('The meeting was never called');
const desk = new MinutesDesk({
  room,
  store: databaseMinutes(db, place, lease.epoch, wallClock),
  clock: wallClock,
  changed: () => undefined,
  saved: (mark) => say({ saved: mark }),
  trouble: (what, error) => fail(what)(undefined, error),
});
const door = attachMinutes({
  deskOf: async () => desk,
  whoJoins: async (_, __, { as }) => {
    if (as.kind !== 'seat') return null;
    const actor = { seat: as.seat, person: as.seat, name: '写的人', staff: false };
    return { place, listener: { kind: 'seat', seat: as.seat, name: '写的人', staff: false }, actor, grant: as.seat };
  },
  revocations: new Revocations(),
  publicOrigin: undefined,
  log: quiet as never,
});
const server = createServer();
server.on('upgrade', (request, socket, head) => void door.upgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
