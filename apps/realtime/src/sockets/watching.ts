/** Watches a raw connection below socket.io: what it sends and how fast, and whether it takes what it is sent. */
import type { EndCode } from '@yishiting/domain/end-codes';
import { limits } from '@yishiting/domain/protocol';
import type { Socket } from 'socket.io';
import type { Clock } from '../clock.ts';
import { Tap } from '../tap.ts';

type Connection = Socket['conn'];

/** Characters that may lie ready for a connection which does not read: a few whole views of the largest meeting. */
export const backlog = 4 * 1024 * 1024;

/** Joining itself and the pongs do not count against the burst. */
const spare = 4;

/** What a client may send below socket.io; all else is the server's to send, or no packet at all. */
const clientPackets: readonly string[] = ['message', 'pong', 'close'];

/** Calls `end` with the reason when the connection breaks a limit; one that does not read is cut off. */
export function watch(connection: Connection, clock: Clock, end: (code: EndCode) => void): void {
  const tap = new Tap(clock.now(), limits.burst + spare);
  const count = () => {
    if (!tap.take(clock.now())) end('too-fast');
  };
  connection.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    if (!clientPackets.includes(type)) return end('malformed');
    if (data !== undefined && typeof data !== 'string') return end('malformed');
    if (data !== undefined && Buffer.byteLength(data) > limits.messageBytes) return end('too-large');
    count();
  });
  countPings(connection.transport, count);
  connection.on('upgrade', (transport: Transport) => countPings(transport, count));
  watchBacklog(connection);
}

type Transport = Connection['transport'];
/** What lies below a transport that is a WebSocket. */
const webSocketOf = (transport: Transport) =>
  (transport as { socket?: { on(event: 'ping', heard: () => void): void; terminate(): void } }).socket;

/** Pings of WebSocket itself are answered below engine.io: they count like messages. */
function countPings(transport: Transport, count: () => void): void {
  webSocketOf(transport)?.on('ping', count);
}

function watchBacklog(connection: Connection): void {
  let ready = 0;
  connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    ready += data?.length ?? 0;
    if (ready <= backlog) return;
    // Not closed in good order: the farewell would wait behind all that is not read.
    webSocketOf(connection.transport)?.terminate();
    connection.close(true);
  });
  connection.on('flush', () => (ready = 0));
}
