/**
 * The door of the minutes: y-websocket at `/c/<community code>/minutes/<meeting>`, `?seat=<seat>` or, for staff with
 * their own account, `?account`. The upgrade is taken for whoever asks, so that a refusal has a code that a browser can
 * read; nothing that is sent is read before the session was asked.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { minutesCloses, minutesLimits, type MinutesClose } from '@yishiting/domain/minutes-wire';
import { joinSchema, protocolNumber, type Join } from '@yishiting/domain/protocol';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { isOwnOrigin } from '../identity/origin.ts';
import type { Revocations } from '../identity/revocations.ts';
import type { SessionNeeds } from '../identity/sessions.ts';
import { whoJoins, type Known } from '../identity/who-is.ts';
import type { ServerLog } from '../log.ts';
import type { Place } from '../room/outcomes.ts';
import type { MinutesDesk } from './desk.ts';

/** Who asks to write, by the cookie of the request; null for everybody the session does not vouch for, all alike. */
export type WhoWrites = (cookie: string | undefined, community: string, join: Join) => Promise<Known | null>;

export interface MinutesDoorNeeds {
  /** The desk of a meeting that was called; null when there is no room for it here. */
  deskOf: (place: Place) => Promise<MinutesDesk | null>;
  whoJoins: WhoWrites;
  revocations: Revocations;
  publicOrigin: string | undefined;
  log: Pick<ServerLog, 'error'>;
}

export interface MinutesDoor {
  /** Takes an upgrade whose path is that of minutes; false for every other path, of which nothing was touched. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends every connection that a desk does not. */
  stop(): void;
}

/** Milliseconds between two pings; who has not answered the one before is gone. */
const heartbeat = 20_000;

/** @returns the door; `upgrade` is to be called by the server's one upgrade listener */
export function attachMinutes(needs: MinutesDoorNeeds): MinutesDoor {
  const server = new WebSocketServer({
    noServer: true,
    // Twice what a message may have, so that who sends a little more is told why.
    maxPayload: 2 * minutesLimits.messageBytes,
    perMessageDeflate: false,
  });
  const alive = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, heartbeat);
  timer.unref();
  return {
    upgrade(request, socket, head) {
      const asked = askedFor(request.url ?? '');
      if (!asked) return false;
      const { origin, host, cookie } = request.headers;
      if (!isOwnOrigin({ origin, host, cookie }, needs.publicOrigin)) {
        socket.on('error', () => undefined);
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return true;
      }
      server.handleUpgrade(request, socket, head, (connection) => {
        alive.add(connection);
        connection.on('pong', () => alive.add(connection));
        connection.on('error', () => undefined);
        void seat(needs, connection, cookie, asked);
      });
      return true;
    },
    stop() {
      clearInterval(timer);
      for (const socket of server.clients) close(socket, 'stopping');
      server.close();
    },
  };
}

/** The same for the server as it stands: sessions, grants and rooms of the database. */
export const whoWrites =
  (needs: SessionNeeds): WhoWrites =>
  (cookie, community, join) =>
    whoJoins(needs, cookie, community, join);

interface Asked {
  community: string;
  /** Null when the address names no meeting or seat at all. */
  join: Join | null;
}

function askedFor(url: string): Asked | null {
  const { pathname, searchParams } = new URL(url, 'http://minutes');
  const [, community, meeting] = /^\/c\/([^/]+)\/minutes\/([^/]+)$/.exec(pathname) ?? [];
  if (community === undefined || meeting === undefined) return null;
  const seat = searchParams.get('seat');
  const as = searchParams.has('account') ? { kind: 'account' } : { kind: 'seat', seat };
  const parsed = joinSchema.safeParse({ protocol: protocolNumber, meeting, as });
  return { community, join: parsed.success ? parsed.data : null };
}

function close(socket: WebSocket, why: MinutesClose): void {
  socket.close(minutesCloses[why].code, why);
}

/** Asks who it is and seats them. */
async function seat(
  needs: MinutesDoorNeeds,
  socket: WebSocket,
  cookie: string | undefined,
  { community, join }: Asked,
): Promise<void> {
  socket.pause();
  try {
    const known = join && (await needs.whoJoins(cookie, community, join));
    const desk = known?.actor ? await needs.deskOf(known.place) : null;
    if (!known?.actor || !desk) return close(socket, known?.actor ? 'try-again' : 'not-found');
    const unlisten = needs.revocations.on(known.grant, () => close(socket, 'revoked'));
    socket.once('close', unlisten);
    const writer = await desk.enter(socket, known.actor);
    if (!writer) return;
    socket.once('close', () => desk.leave(writer));
    socket.on('message', (data, isBinary) => writer.receive(bytesOf(data), isBinary));
  } catch (error) {
    needs.log.error({ code: (error as { code?: unknown }).code }, 'minutes: join failed');
    close(socket, 'try-again');
  } finally {
    // Also to read the other side's goodbye.
    socket.resume();
  }
}

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data;
