/** Watches a raw connection below socket.io: what it sends and how fast, and whether it takes what it is sent. */
import type { EndCode } from '@yishiting/domain/end-codes';
import { limits } from '@yishiting/domain/protocol';
import type { Socket } from 'socket.io';
import type { Clock } from '../clock.ts';
import { Tap } from './tap.ts';

type Connection = Socket['conn'];

/** Characters that may lie ready for a connection which does not read: a few whole views of the largest meeting. */
export const backlog = 4 * 1024 * 1024;

/** Joining itself and the pongs do not count against the burst. */
const spare = 4;

/** What a client may send below socket.io; all else is the server's to send, or no packet at all. */
const clientPackets: readonly string[] = ['message', 'pong', 'close'];

/** Calls `end` with the reason when the connection breaks a limit; `cut` when it does not read. */
export function watch(connection: Connection, clock: Clock, end: (code: EndCode) => void, cut: () => void): void {
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
  connection.on('upgrade', (transport: Connection['transport']) => countPings(transport, count));
  watchBacklog(connection, cut);
}

/** Pings of WebSocket itself are answered below engine.io: they count like messages. */
function countPings(transport: Connection['transport'], count: () => void): void {
  const { socket } = transport as { socket?: { on(event: 'ping', heard: () => void): void } };
  socket?.on('ping', count);
}

function watchBacklog(connection: Connection, cut: () => void): void {
  let ready = 0;
  connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    ready += data?.length ?? 0;
    if (ready > backlog) cut();
  });
  connection.on('flush', () => (ready = 0));
}
