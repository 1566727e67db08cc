/** socket.io at the door of the rooms: who joins is asked of the session, what comes up is parsed, what goes down is told. */
import type { IncomingHttpHeaders, Server as HttpServer } from 'node:http';
import type { EndCode } from '@yishiting/domain/end-codes';
import {
  joinSchema,
  limits,
  protocolNumber,
  upSchema,
  type Answer,
  type Down,
  type Up,
} from '@yishiting/domain/protocol';
import type { RefusalCode } from '@yishiting/domain/refusals';
import { Server, type Socket } from 'socket.io';
import { isOwnOrigin } from '../identity/origin.ts';
import type { Revocations } from '../identity/revocations.ts';
import type { SessionNeeds } from '../identity/sessions.ts';
import { deviceOf } from '../identity/device.ts';
import { fromRegister, whoJoins, type Known } from '../identity/who-is.ts';
import type { ServerLog } from '../log.ts';
import type { RoomSocket, TellAudience } from '../room/hall.ts';
import type { Place } from '../room/outcomes.ts';
import type { LiveRoom, Rooms } from '../live/rooms.ts';
import { Crowd } from './crowd.ts';
import { watch } from './watching.ts';
import { wholeText } from './whole-text.ts';

export interface SocketNeeds extends SessionNeeds {
  rooms: Rooms;
  log: ServerLog;
  revocations: Revocations;
}

const audienceRoom = (meeting: string, audience: string): string => `${meeting} ${audience}`;

/** The live connections of one http server. */
export class Sockets {
  readonly io: Server;
  #crowd = new Crowd<Socket>();

  constructor(server: HttpServer, publicOrigin: string | undefined) {
    this.io = new Server(server, {
      serveClient: false,
      // Unknown paths are answered by the server itself; the minutes have an upgrade of their own.
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      // Twice what a message may have, so that who sends a little more is told why before the connection ends.
      maxHttpBufferSize: 2 * limits.messageBytes,
      // Who does not say as what it joins is no client of ours.
      connectTimeout: 10_000,
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
    const joining = new WeakMap<object, Socket>();
    this.io.engine.on('connection', (connection: Socket['conn']) => {
      const ended = (code: EndCode) => {
        const socket = joining.get(connection);
        if (socket) end(socket, code);
        else connection.close();
      };
      watch(connection, needs.clock, ended);
    });
    this.io.on('connection', (socket) => {
      joining.set(socket.conn, socket);
      void join(socket, needs, this.#crowd).catch((error: unknown) => {
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

async function join(socket: Socket, needs: SocketNeeds, crowd: Crowd<Socket>): Promise<void> {
  const { cookie, device } = takeHeaders(socket);
  const joined = hear(socket, needs);
  const parsed = joinSchema.safeParse(socket.handshake.auth);
  const community = socket.handshake.query['c'];
  if (!parsed.success || typeof community !== 'string') return end(socket, 'malformed');
  if (parsed.data.protocol !== protocolNumber) return end(socket, 'protocol-outdated');
  const known = await whoJoins(needs, cookie, community, parsed.data);
  if (!known) return end(socket, 'not-found');
  const live = await needs.rooms.open(known.place);
  if (!live) return end(socket, await whyNoRoom(needs, known.place));
  if (!socket.connected) return;
  const roomSocket = roomSocketOf(socket, known.place.meeting);
  if (!live.hall.enter(roomSocket, known.listener)) return end(socket, 'not-found');
  const unlisten = needs.revocations.on(known.grant, () => end(socket, 'revoked'));
  const oldest = crowd.add(known.grant, socket);
  socket.on('disconnect', () => {
    unlisten();
    crowd.remove(known.grant, socket);
    live.hall.leave(roomSocket);
  });
  if (oldest) end(oldest, 'too-fast');
  joined({ known, live, roomSocket, device });
}

/** Cookie and browser with which the connection was opened. The request itself is let go: it would stay in memory for hours. */
function takeHeaders(socket: Socket): { cookie: string | undefined; device: string } {
  const { conn, handshake } = socket as { conn: { request: unknown }; handshake: { headers: IncomingHttpHeaders } };
  const { cookie, 'user-agent': agent } = handshake.headers;
  conn.request = null;
  handshake.headers = {};
  return { cookie, device: deviceOf(agent) };
}

/** Why there is no room for a meeting that is there: only when it was never called the client need not come back. */
async function whyNoRoom({ rooms }: SocketNeeds, { community }: Place): Promise<EndCode> {
  if (rooms.stopping) return 'stopping';
  return (await rooms.epoch(community)) === null ? 'room-reloaded' : 'not-found';
}

interface Joined {
  known: Known;
  live: LiveRoom;
  roomSocket: RoomSocket;
  device: string;
}
type Command = Up & { t: 'command' };

const refused = (code: RefusalCode): Answer => ({ answer: 'refused', code });

/** Hears what comes up. Commands may arrive while the session is still being asked; they wait. @returns lets them in */
function hear(socket: Socket, needs: SocketNeeds): (as: Joined) => void {
  const { promise: whenJoined, resolve: joined } = Promise.withResolvers<Joined>();
  let awaiting = 0;
  socket.on('up', (message: unknown, reply: unknown) => {
    const answer = (given: Answer) => void (typeof reply === 'function' && reply(given));
    const parsed = upSchema.safeParse(message);
    if (!parsed.success) return answer(refused('malformed'));
    const up = parsed.data;
    if (up.t === 'whole') return void whenJoined.then(({ live, roomSocket }) => live.hall.whole(roomSocket));
    if (awaiting >= limits.pending) return answer(refused('too-fast'));
    awaiting += 1;
    void whenJoined
      .then((as) => carryOut(up, as, needs))
      .then((given) => {
        awaiting -= 1;
        answer(given);
      });
  });
  socket.onAny((name: unknown) => {
    if (name !== 'up') end(socket, 'malformed');
  });
  // What socket.io cannot read.
  socket.on('error', () => end(socket, 'malformed'));
  return joined;
}

function roomSocketOf(socket: Socket, meeting: string): RoomSocket {
  let following: string | null = null;
  return {
    send(message) {
      // An event of the socket.io protocol, as `emit` would write it: only that the view is not written anew for each.
      if (message.t === 'whole') socket.conn.write(`2["down",${wholeText(message)}]`);
      else socket.emit('down', message);
    },
    follow(audience) {
      if (following !== null) void socket.leave(following);
      following = audienceRoom(meeting, audience);
      void socket.join(following);
    },
    end: () => void socket.disconnect(true),
  };
}

async function carryOut({ id: commandId, command }: Command, { known, live, device }: Joined, needs: SocketNeeds) {
  const { actor, place } = known;
  if (!actor) return refused('not-entitled');
  const receivedAt = needs.clock.now();
  try {
    const register = await fromRegister(needs, place, command);
    const circumstances = { actor, newId: needs.newId, ...(register && { register }) };
    return await live.agreement.carry(command, { ...actor, device }, (taken) => {
      const given = { ...circumstances, ...(taken && { agreement: taken }) };
      return live.room.submit({ commandId, command, receivedAt, circumstances: given });
    });
  } catch (error) {
    needs.log.error({ code: (error as { code?: unknown }).code, command: command.type }, 'command failed');
    return refused('try-again');
  }
}
