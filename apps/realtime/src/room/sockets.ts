/** socket.io at the door of the rooms: who joins is asked of the session, what comes up is parsed, what goes down is told. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Actor } from '@yishiting/domain/decision';
import {
  joinSchema,
  limits,
  protocolNumber,
  upSchema,
  type Answer,
  type Down,
  type EndCode,
  type Join,
} from '@yishiting/domain/protocol';
import { Server, type Socket } from 'socket.io';
import type { Clock } from '../clock.ts';
import type { ServerLog } from '../log.ts';
import type { Given } from './decisions.ts';
import type { Listener, RoomSocket, TellAudience } from './hall.ts';
import type { Place } from './outcomes.ts';
import type { LiveRoom, Rooms } from './rooms.ts';
import { Tap } from './tap.ts';

/** Who knocks, as the session in the request says. */
export interface Known {
  place: Place;
  listener: Listener;
  /** Null for a screen, which acts for nobody. */
  actor: Actor | null;
}

export interface SocketNeeds {
  rooms: Rooms;
  clock: Clock;
  log: ServerLog;
  /** Null when the session holds no matching grant, or community or meeting are not there: all alike. */
  whoIs: (request: IncomingMessage, community: string, join: Join) => Promise<Known | null>;
  /** Whether a request with this Origin and Host may open a connection. */
  originAllowed: (request: IncomingMessage) => boolean;
  /** What the register adds to a command before it is decided. */
  fromRegister: (place: Place, command: MeetingCommand) => Promise<Given['circumstances']['register']>;
  newId: () => string;
}

const audienceRoom = (meeting: string, audience: string): string => `${meeting} ${audience}`;

/** The live connections of one http server. */
export class Sockets {
  readonly io: Server;

  constructor(server: HttpServer) {
    this.io = new Server(server, {
      serveClient: false,
      // Unknown paths are answered by the server itself; the minutes have an upgrade of their own.
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: limits.messageBytes,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      allowRequest: (request, answer) => answer(null, this.#originAllowed(request)),
    });
  }

  #originAllowed: (request: IncomingMessage) => boolean = () => false;

  tell(meeting: string): TellAudience {
    return (audience, message) => this.io.to(audienceRoom(meeting, audience)).emit('down', message);
  }

  /** Lets connections in from now on. */
  listen(needs: SocketNeeds): void {
    this.#originAllowed = needs.originAllowed;
    this.io.on('connection', (socket) => {
      const request = socket.request;
      // The handshake is read below; kept for ever it would hold headers and buffers of every connection.
      void join(socket, request, needs).catch((error: unknown) => {
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
  const up = waitingUp(socket, needs.clock);
  const parsed = joinSchema.safeParse(socket.handshake.auth);
  const community = socket.handshake.query['c'];
  if (!parsed.success || typeof community !== 'string') return end(socket, 'malformed');
  if (parsed.data.protocol !== protocolNumber) return end(socket, 'protocol-outdated');
  const known = await needs.whoIs(request, community, parsed.data);
  const live = known && (await needs.rooms.open(known.place));
  if (!known || !live) return end(socket, 'not-found');
  if (!socket.connected) return;
  const roomSocket = roomSocketOf(socket, known.place.meeting);
  if (!live.hall.enter(roomSocket, known.listener)) return end(socket, 'not-found');
  socket.on('disconnect', () => live.hall.leave(roomSocket));
  up.open((message, answer) => void receive(message, answer, { known, live, roomSocket, needs }));
}

/** Messages may arrive while the session is still being asked; they wait, a few of them. */
function waitingUp(socket: Socket, clock: Clock) {
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
    const register = await needs.fromRegister(place, command);
    const circumstances = { actor, newId: needs.newId, ...(register && { register }) };
    answer(await live.room.submit({ commandId, command, receivedAt, circumstances }));
  } catch (error) {
    needs.log.error({ code: (error as { code?: unknown }).code, command: command.type }, 'command failed');
    answer({ answer: 'refused', code: 'try-again' });
  }
}
