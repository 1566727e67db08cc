/** One of three servers of a text that many type at once, in a process of its own that can be killed. Started by scribes.ts. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUIDv7 } from 'node:crypto';
import { Server as Hocuspocus } from '@hocuspocus/server';
import { makePool, type Connection } from '@yishiting/db/connect';
import type { Tables } from '@yishiting/db/tables';
import { Kysely, PostgresDialect } from 'kysely';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { wallClock } from '../clock.ts';
import { Revocations } from '../identity/revocations.ts';
import { Rooms } from '../live/rooms.ts';
import { makeLog } from '../log.ts';
import { attachMinutes, whoWrites } from '../minutes/door.ts';
import { openSealKey } from '../room/seal-key.ts';
import type { ScribeKind } from './asking.ts';

const log = makeLog('error');

async function listening(http: HttpServer): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return (http.address() as AddressInfo).port;
}

/** The product's door of the minutes, its rooms and its record. */
async function ours(pool: Connection['pool'], keys: string): Promise<number> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const clock = wallClock;
  const rooms = new Rooms({ db, pool, clock, log, sealKey: openSealKey(keys), tell: () => () => {} });
  const minutes = attachMinutes({
    deskOf: async (place) => (await rooms.open(place))?.minutes ?? null,
    whoJoins: whoWrites({ db, clock, newId: () => randomUUIDv7() }),
    revocations: new Revocations(),
    publicOrigin: undefined,
    log,
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => void minutes.upgrade(request, socket, head));
  return listening(http);
}

/** As its documentation sets it up, with the document kept in the same Postgres when its hook says so. */
async function hocuspocus(pool: Connection['pool']): Promise<number> {
  await pool.query('create table if not exists bench_documents (name text primary key, state bytea not null)');
  const server = new Hocuspocus({
    port: 0,
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
    async onLoadDocument({ document, documentName }) {
      const { rows } = await pool.query('select state from bench_documents where name = $1', [documentName]);
      if (rows[0]) Y.applyUpdate(document, rows[0].state);
    },
    async onStoreDocument({ document, documentName }) {
      const keep =
        'insert into bench_documents values ($1, $2) on conflict (name) do update set state = excluded.state';
      await pool.query(keep, [documentName, Buffer.from(Y.encodeStateAsUpdate(document))]);
    },
  });
  await server.listen();
  return server.address.port;
}

/** Hands every message on to all others and keeps nothing: the least that can be done. */
async function relay(): Promise<number> {
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const other of server.clients) if (other !== socket) other.send(data, { binary: true });
    });
  });
  return listening(http);
}

process.on('message', async (asked: { kind: ScribeKind; database: string; keys: string } | 'processor') => {
  if (asked === 'processor') {
    const { user, system } = process.cpuUsage();
    return process.send?.({ processor: (user + system) / 1_000 });
  }
  const pool = makePool(asked.database, log);
  const started = { ours: () => ours(pool, asked.keys), hocuspocus: () => hocuspocus(pool), relay };
  process.send?.({ port: await started[asked.kind]() });
});
