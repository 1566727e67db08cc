/** Puts the server together: API, live rooms and pages on one http server. Tests build it without a port. */
import type { Duplex } from 'node:stream';
import type { Tables } from '@yishiting/db/tables';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Connection } from '@yishiting/db/connect';
import type { Clock } from './clock.ts';
import type { ServerLog } from './log.ts';
import { registerPages, type Pages } from './pages.ts';
import { Rooms } from './room/rooms.ts';
import type { SealKey } from './room/seal-key.ts';
import { Sockets } from './room/sockets.ts';

export interface AppNeeds {
  db: Kysely<Tables>;
  pool: Connection['pool'];
  clock: Clock;
  log: ServerLog;
  sealKey: SealKey;
  newId: () => string;
  /** The address that links carry; undefined: one of this machine's. */
  publicOrigin: string | undefined;
  /** Absent where no pages are needed. */
  pages?: Pages;
}

export interface App {
  http: FastifyInstance;
  rooms: Rooms;
  /** Commits what was accepted, ends connections, closes the port. */
  stop(): Promise<void>;
}

export async function buildApp(needs: AppNeeds): Promise<App> {
  const { db, pool, clock, log, sealKey } = needs;
  const http = Fastify({ bodyLimit: 256 * 1024, forceCloseConnections: true });
  const sockets = new Sockets(http.server);
  const rooms = new Rooms({ db, pool, clock, log, sealKey, tell: (meeting) => sockets.tell(meeting) });
  http.server.on('upgrade', refuseUnknownUpgrade);
  if (needs.pages) registerPages(http, needs.pages);
  await http.ready();
  return {
    http,
    rooms,
    async stop() {
      await rooms.stop();
      await sockets.close();
      await http.close();
    },
  };
}

/** One listener tells upgrades apart; a path that nobody serves is answered instead of left hanging. */
function refuseUnknownUpgrade(request: { url?: string | undefined }, socket: Duplex): void {
  if (request.url?.startsWith('/socket.io/')) return;
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
