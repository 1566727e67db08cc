/** Puts the server together: API, live rooms and pages on one http server. Tests build it without a port. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connection } from '@yishiting/db/connect';
import Fastify, { type FastifyInstance } from 'fastify';
import { lanAddresses } from './addresses.ts';
import type { Clock } from './clock.ts';
import { Press } from './documents/press.ts';
import { patience, WrongGuesses } from './identity/limits.ts';
import { Revocations } from './identity/revocations.ts';
import type { ServerLog } from './log.ts';
import { attachMinutes, whoWrites, type MinutesDoor } from './minutes/door.ts';
import { registerPages, type Pages } from './pages.ts';
import { Rooms } from './live/rooms.ts';
import type { SealKey } from './room/seal-key.ts';
import type { RouteDeps } from './routes/deps.ts';
import { refuseUnknownRequests, refuseUnreadable, registerRoutes } from './routes/register.ts';
import { Sockets } from './sockets/sockets.ts';

export interface AppNeeds extends Pick<Connection, 'db' | 'pool'> {
  clock: Clock;
  log: ServerLog;
  sealKey: SealKey;
  newId: () => string;
  version: string;
  /** Where backups lie. */
  dataDir: string;
  /** The address that links carry; undefined: one of this machine's. */
  publicOrigin: string | undefined;
  /** Addresses of this machine, best first; told from its network when absent. */
  addresses?: () => string[];
  /** Absent where no pages are needed. */
  pages?: Pages;
}

export interface App {
  http: FastifyInstance;
  rooms: Rooms;
  /** What the routes work with; the start prints links with it. */
  deps: RouteDeps;
  /** Commits what was accepted, ends connections, closes the port. */
  stop(): Promise<void>;
}

/** Bytes of a request; a route may ask for less. */
const bodyLimit = 1024 * 1024;
/** Milliseconds in which a request must have come whole: 20 MB at a megabit a second fit, holding connections open does not. */
const requestTimeout = 180_000;
/** Milliseconds that a stopping server leaves to answers under way. */
const grace = 2_000;

export async function buildApp(needs: AppNeeds): Promise<App> {
  const { db, pool, clock, log, sealKey, newId, publicOrigin } = needs;
  // A proxy on this machine may say for whom it asks and whether by TLS; nobody else is believed.
  const http = Fastify({
    trustProxy: 'loopback',
    bodyLimit,
    requestTimeout,
    forceCloseConnections: true,
    frameworkErrors: refuseUnreadable,
  });
  const sockets = new Sockets(http.server, publicOrigin);
  const rooms = new Rooms({ db, pool, clock, log, sealKey, tell: (meeting) => sockets.tell(meeting) });
  const press = new Press({ trouble: (what, facts) => log.error({ what, ...facts }, 'a paper was not made') });
  const deps = routeDeps(needs, rooms, press, () => portOf(http));
  registerRoutes(http, deps);
  refuseUnknownRequests(http);
  if (needs.pages) registerPages(http, needs.pages);
  sockets.listen({ db, clock, newId, log, rooms, revocations: deps.revocations });
  const minutes = attachMinutes({
    deskOf: async (place) => (await rooms.open(place))?.minutes ?? null,
    whoJoins: whoWrites({ db, clock, newId }),
    revocations: deps.revocations,
    publicOrigin,
    log,
  });
  http.server.on('upgrade', (request, socket, head) => takeUpgrade(minutes, request, socket, head));
  await http.ready();
  return {
    http,
    rooms,
    deps,
    async stop() {
      press.stop();
      await rooms.stop();
      minutes.stop();
      // Closing waits for whoever is being answered; one that stopped in the middle of an upload would hold it for a minute.
      const cut = setTimeout(() => http.server.closeAllConnections(), grace);
      await sockets.close();
      await http.close();
      clearTimeout(cut);
    },
  };
}

function routeDeps(needs: AppNeeds, rooms: Rooms, press: Press, port: () => number): RouteDeps {
  const { db, clock, newId, log, sealKey, version, dataDir, publicOrigin, addresses } = needs;
  return {
    db,
    clock,
    newId,
    log,
    rooms,
    press,
    version,
    dataDir,
    publicOrigin,
    port,
    revocations: new Revocations(),
    guesses: new WrongGuesses(patience.guess),
    nobodysTries: new WrongGuesses(patience.password),
    publicKeys: [sealKey.publicKey],
    addresses: addresses ?? lanAddresses,
  };
}

function portOf({ server }: FastifyInstance): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** One listener tells upgrades apart; a path that nobody serves is answered instead of left hanging. */
function takeUpgrade(minutes: MinutesDoor, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (request.url?.startsWith('/socket.io/') || minutes.upgrade(request, socket, head)) return;
  // Node hands the bare socket over: a connection reset now would else end the process.
  socket.on('error', () => {});
  socket.once('finish', () => socket.destroy());
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
