/** The server's live rooms on a port of their own, with the record kept in one of three ways. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUIDv7 } from 'node:crypto';
import { loadEvents } from '@yishiting/db/meeting-events';
import { noTexts } from '@yishiting/domain/agreement-view';
import { noScreens } from '@yishiting/domain/screens';
import { Requests } from '../admission/requests.ts';
import { Revocations } from '../identity/revocations.ts';
import { wallClock } from '../clock.ts';
import { MinutesDesk } from '../minutes/desk.ts';
import { MemoryMinutes } from '../minutes/fixtures.ts';
import { MemoryRecord } from '../room/fixtures.ts';
import { Hall, type TellAudience } from '../room/hall.ts';
import type { Place } from '../room/outcomes.ts';
import { Room } from '../room/room.ts';
import { Rooms, type LiveRoom, type RoomsNeeds } from '../live/rooms.ts';
import { KeptRows } from '../live/kept-rows.ts';
import { Sockets } from '../sockets/sockets.ts';

export type Keeping =
  /** As the product does. */
  | 'in-postgres'
  /** Nothing is written anywhere; all else is the same. */
  | 'in-memory'
  /** A command is decided only when the one before it is committed: a transaction each. */
  | 'one-by-one';

export interface House {
  origin: string;
  rooms: Rooms;
  stop(): Promise<void>;
}

/** The rooms, save that nothing is kept: the record is read once and goes on in memory. */
class RoomsInMemory extends Rooms {
  #needs: RoomsNeeds;
  #open = new Map<string, Promise<LiveRoom | null>>();

  constructor(needs: RoomsNeeds) {
    super(needs);
    this.#needs = needs;
  }

  override open(place: Place): Promise<LiveRoom | null> {
    const opening = this.#open.get(place.meeting) ?? this.#load(place);
    this.#open.set(place.meeting, opening);
    return opening;
  }

  async #load({ community, meeting }: Place): Promise<LiveRoom | null> {
    const { db, clock, tell } = this.#needs;
    const record = new MemoryRecord(await loadEvents(db, community, meeting));
    const quiet = { reloaded: () => {}, ended: () => {}, trouble: (_: Room, what: string) => console.error(what) };
    const room = await Room.open(meeting, record, { ...quiet, changed: () => hall.changed() });
    const hall = new Hall(() => room!.meeting, clock, tell(meeting), null);
    if (!room) return null;
    const minutes = new MinutesDesk({
      ...{ room, clock, store: new MemoryMinutes(record), changed: () => hall.changed(), saved: () => {} },
      trouble: (what) => console.error(what),
    });
    hall.keepMinutes(minutes);
    const screens = new KeptRows(
      noScreens,
      async () => noScreens,
      () => {},
    );
    const video = new KeptRows(
      null,
      async () => null,
      () => {},
    );
    const agreement: LiveRoom['agreement'] = { state: noTexts, carry: (_, __, submit) => submit(undefined) };
    return { room, hall, minutes, requests: new Requests(() => {}), screens, video, agreement };
  }
}

class RoomsOneByOne extends Rooms {
  #queued = new WeakSet<Room>();

  override async open(place: Place): Promise<LiveRoom | null> {
    const live = await super.open(place);
    if (live && !this.#queued.has(live.room)) {
      this.#queued.add(live.room);
      oneByOne(live.room);
    }
    return live;
  }
}

function oneByOne(room: Room): void {
  const submit = room.submit.bind(room);
  let last: Promise<unknown> = Promise.resolve();
  room.submit = (given) => {
    const answer = last.then(() => submit(given));
    last = answer;
    return answer;
  };
}

const tellAnd =
  (tell: TellAudience, heard: TellAudience): TellAudience =>
  (audience, message) => {
    tell(audience, message);
    heard(audience, message);
  };

const kept = { 'in-postgres': Rooms, 'in-memory': RoomsInMemory, 'one-by-one': RoomsOneByOne } as const;

/** @param heard hears what is told to audiences, beside them */
export async function openHouse(
  needs: Pick<RoomsNeeds, 'db' | 'pool' | 'sealKey' | 'log'> & Partial<Pick<RoomsNeeds, 'clock'>>,
  keeping: Keeping,
  heard: TellAudience = () => {},
): Promise<House> {
  const http = createServer();
  const sockets = new Sockets(http, undefined);
  const all = { clock: wallClock, ...needs };
  const rooms = new kept[keeping]({ ...all, tell: (meeting) => tellAnd(sockets.tell(meeting), heard) });
  sockets.listen({ ...all, newId: () => randomUUIDv7(), rooms, revocations: new Revocations() });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    rooms,
    async stop() {
      await rooms.stop();
      await sockets.close();
    },
  };
}
