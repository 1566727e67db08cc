/** socket.io at the door of the rooms: who joins is asked of the session, what comes up is parsed, what goes down is told. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import {
  joinSchema,
  limits,
  protocolNumber,
  upSchema,
  type Answer,
  type Down,
  type EndCode,
} from '@yishiting/domain/protocol';
import { Server, type Socket } from 'socket.io';
import { isOwnOrigin } from '../identity/origin.ts';
import type { Revocations } from '../identity/revocations.ts';
import type { SessionNeeds } from '../identity/sessions.ts';
import { fromRegister, whoJoins, type Known } from '../identity/who-is.ts';
import type { ServerLog } from '../log.ts';
import type { RoomSocket, TellAudience } from '../room/hall.ts';
import type { LiveRoom, Rooms } from '../room/rooms.ts';
import { Tap } from './tap.ts';

export interface SocketNeeds extends SessionNeeds {
  rooms: Rooms;
  log: ServerLog;
  revocations: Revocations;
}

const audienceRoom = (meeting: string, audience: string): string => `${meeting} ${audience}`;

/** The live connections of one http server. */
export class Sockets {
  readonly io: Server;

  constructor(server: HttpServer, publicOrigin: string | undefined) {
    this.io = new Server(server, {
      serveClient: false,
      // Unknown paths are answered by the server itself; the minutes have an upgrade of their own.
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: limits.messageBytes,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      allowRequest: ({ headers: { origin, host, cookie } }, answer) =>
        answer(null, isOwnOrigin({ origin, host, cookie }, publicOrigin)),
    });
  }

  tell(meeting: string): TellAudience {
    return (audience, message) => this.io.to(audienceRoom(meeting, audience)).emit('down', message);
  }

  /** Lets connections in from now on. */
  listen(needs: SocketNeeds): void {
    this.io.on('connection', (socket) => {
      void join(socket, socket.request, needs).catch((error: unknown) => {
        needs.log.error({ code: (error as { code?: unknown }).code }, 'join failed');
        end(socket, 'room-reloaded');
      });
    });
  }

  async close(): Promise<void> {
    await this.io.close();
  }
}

function end(socket: Socket, code: EndCode): void {
  socket.emit('down', { t: 'ended', code } satisfies Down);
  socket.disconnect(true);
}

async function join(socket: Socket, request: IncomingMessage, needs: SocketNeeds): Promise<void> {
  const up = waitingUp(socket, needs);
  const parsed = joinSchema.safeParse(socket.handshake.auth);
  const community = socket.handshake.query['c'];
  if (!parsed.success || typeof community !== 'string') return end(socket, 'malformed');
  if (parsed.data.protocol !== protocolNumber) return end(socket, 'protocol-outdated');
  const known = await whoJoins(needs, request.headers.cookie, community, parsed.data);
  const live = known && (await needs.rooms.open(known.place));
  if (!known || !live) return end(socket, 'not-found');
  if (!socket.connected) return;
  const roomSocket = roomSocketOf(socket, known.place.meeting);
  if (!live.hall.enter(roomSocket, known.listener)) return end(socket, 'not-found');
  const unlisten = needs.revocations.on(known.grant, () => end(socket, 'revoked'));
  socket.on('disconnect', () => {
    unlisten();
    live.hall.leave(roomSocket);
  });
  up.open((message, answer) => void receive(message, answer, { known, live, roomSocket, needs }));
}

/** Messages may arrive while the session is still being asked; they wait, a few of them. */
function waitingUp(socket: Socket, { clock }: SocketNeeds) {
  type Handle = (message: unknown, answer: (answer: Answer) => void) => void;
  const early: [unknown, (answer: Answer) => void][] = [];
  const tap = new Tap(clock.now());
  let handle: Handle = (message, answer) => {
    if (early.length >= limits.pending) end(socket, 'too-fast');
    else early.push([message, answer]);
  };
  socket.on('up', (message: unknown, answer: unknown) => {
    if (!tap.take(clock.now())) return end(socket, 'too-fast');
    handle(message, typeof answer === 'function' ? (given) => void answer(given) : () => {});
  });
  socket.onAny((name: string) => {
    if (name !== 'up') end(socket, 'malformed');
  });
  return {
    open(then: Handle) {
      handle = then;
      for (const [message, answer] of early.splice(0)) then(message, answer);
    },
  };
}

function roomSocketOf(socket: Socket, meeting: string): RoomSocket {
  let following: string | null = null;
  return {
    send: (message) => void socket.emit('down', message),
    follow(audience) {
      if (following !== null) void socket.leave(following);
      following = audienceRoom(meeting, audience);
      void socket.join(following);
    },
    end: () => void socket.disconnect(true),
  };
}

interface Conversation {
  known: Known;
  live: LiveRoom;
  roomSocket: RoomSocket;
  needs: SocketNeeds;
}

async function receive(message: unknown, answer: (answer: Answer) => void, talk: Conversation): Promise<void> {
  const { known, live, roomSocket, needs } = talk;
  const parsed = upSchema.safeParse(message);
  if (!parsed.success) return answer({ answer: 'refused', code: 'malformed' });
  if (parsed.data.t === 'whole') return live.hall.whole(roomSocket);
  const { actor, place } = known;
  if (!actor) return answer({ answer: 'refused', code: 'not-entitled' });
  const { id: commandId, command } = parsed.data;
  const receivedAt = needs.clock.now();
  try {
    const register = await fromRegister(needs, place, command);
    const circumstances = { actor, newId: needs.newId, ...(register && { register }) };
    answer(await live.room.submit({ commandId, command, receivedAt, circumstances }));
  } catch (error) {
    needs.log.error({ code: (error as { code?: unknown }).code, command: command.type }, 'command failed');
    answer({ answer: 'refused', code: 'try-again' });
  }
}
