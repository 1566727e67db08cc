/** The live rooms of this server: each meeting is loaded once, into one room, while this server owns its community. */
import { takeLease } from '@yishiting/db/lease';
import { videoMeetingOf } from '@yishiting/db/video-meetings';
import { StaleOwner } from '@yishiting/db/meeting-events';
import type { Tables } from '@yishiting/db/tables';
import type { Meeting } from '@yishiting/domain/meeting';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import type { Answer } from '@yishiting/domain/protocol';
import { noScreens } from '@yishiting/domain/screens';
import type { VideoMeeting } from '@yishiting/domain/video';
import type { Kysely } from 'kysely';
import type { Connection } from '@yishiting/db/connect';
import { TextsDesk } from '../agreement/texts.ts';
import { Requests } from '../admission/requests.ts';
import type { Clock } from '../clock.ts';
import type { ServerLog } from '../log.ts';
import { databaseMinutes } from '../minutes/database-minutes.ts';
import { MinutesDesk } from '../minutes/desk.ts';
import { databaseRecord } from '../room/database-record.ts';
import type { Given } from '../room/decisions.ts';
import { Hall, type TellAudience } from '../room/hall.ts';
import type { Place } from '../room/outcomes.ts';
import { Room, type RoomListener } from '../room/room.ts';
import type { SealKey } from '../room/seal-key.ts';
import { KeptRows } from './kept-rows.ts';
import { screensOf, type Screens } from '../screens/screens.ts';

export interface LiveRoom {
  room: Room;
  hall: Hall;
  minutes: MinutesDesk;
  requests: Requests;
  screens: Screens;
  video: KeptRows<VideoMeeting | null>;
  agreement: Pick<TextsDesk, 'state' | 'carry'>;
}

export interface RoomsNeeds {
  db: Kysely<Tables>;
  pool: Connection['pool'];
  clock: Clock;
  log: ServerLog;
  sealKey: SealKey;
  /** How an audience of a meeting is told; given by whoever holds the sockets. */
  tell: (meeting: string) => TellAudience;
}

type Lease = NonNullable<Awaited<ReturnType<typeof takeLease>>>;

export class Rooms {
  #needs: RoomsNeeds;
  #rooms = new Map<string, Promise<LiveRoom | null>>();
  #leases = new Map<string, Promise<Lease | null>>();
  /** Communities that are being removed, or were. */
  #closed = new Set<string>();
  #stopping = false;

  constructor(needs: RoomsNeeds) {
    this.#needs = needs;
  }

  /**
   * The room of a meeting that was called, loaded on first need; null when there is none (never called), and while
   * another server owns the community. Rejects when the record cannot be read.
   */
  open(place: Place): Promise<LiveRoom | null> {
    if (this.#stopping) return Promise.resolve(null);
    const known = this.#rooms.get(place.meeting);
    if (known) return known;
    const opening = this.#load(place);
    this.#rooms.set(place.meeting, opening);
    // Neither a failure nor "not called yet" is kept: the next one who knocks asks again.
    opening.then(
      (room) => room ?? this.#forget(place.meeting, opening),
      () => this.#forget(place.meeting, opening),
    );
    return opening;
  }

  /** Whether this server is on its way out: who comes now is to come back to the next. */
  get stopping(): boolean {
    return this.#stopping;
  }

  /** Gives a command to the meeting's room, opening it when needed. */
  async submit(place: Place, given: Given): Promise<Answer> {
    const live = await this.open(place).catch(() => null);
    return live ? live.room.submit(given) : { answer: 'refused', code: 'try-again' };
  }

  /** Something was put on record beside the room: if it is open it reads its record again and tells of it. */
  async readAgain({ meeting }: Place): Promise<void> {
    await (await this.#rooms.get(meeting)?.catch(() => null))?.room.readAgain();
  }

  /** The epoch in which this server owns the community; null while another does. */
  async epoch(community: string): Promise<number | null> {
    return this.#closed.has(community) ? null : ((await this.#lease(community))?.epoch ?? null);
  }

  /** The meeting as committed; null when it was never called. */
  async meeting(place: Place): Promise<Meeting | null> {
    return (await this.open(place))?.room.meeting ?? null;
  }

  /** The minutes as woven and committed; null when they are final, and then stand in the meeting, or cannot be read. */
  async minutes(place: Place): Promise<LiveMinutes | null> {
    const live = await this.open(place);
    return live ? live.minutes.present() : null;
  }

  /** Who asks to be let into a meeting; null when it was never called. */
  async requests(place: Place): Promise<Requests | null> {
    return (await this.open(place))?.requests ?? null;
  }

  /** The same, without opening a room for it. */
  async requestsOpen({ meeting }: Place): Promise<Requests | null> {
    return (await this.#rooms.get(meeting))?.requests ?? null;
  }

  /** What the screens of a meeting show; null when it was never called. */
  async screens(place: Place): Promise<Screens | null> {
    return (await this.open(place))?.screens ?? null;
  }

  /** The video meeting of those who attend from elsewhere; null when it was never called. */
  async video(place: Place): Promise<LiveRoom['video'] | null> {
    return (await this.open(place))?.video ?? null;
  }

  /** The rooms that are open now. */
  async live(): Promise<LiveRoom[]> {
    const rooms = await Promise.allSettled(this.#rooms.values());
    return rooms.flatMap((room) => (room.status === 'fulfilled' && room.value ? [room.value] : []));
  }

  /** Commits what was accepted, ends every connection, gives the communities back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { room, hall, minutes } of await this.live()) {
      await room.stop();
      minutes.stop();
      hall.end('stopping');
    }
    for (const lease of await Promise.allSettled(this.#leases.values())) {
      if (lease.status === 'fulfilled') await lease.value?.release();
    }
  }

  /**
   * Ends the rooms of a community for good, and keeps them closed while `remove` takes its rows away; its lease is given
   * back. When `remove` fails they may be opened again.
   * @returns false while another server owns the community: nothing is done then
   */
  async close(community: string, remove: () => Promise<void>): Promise<boolean> {
    const lease = await this.#lease(community);
    if (!lease) return false;
    this.#closed.add(community);
    try {
      await this.#endRooms(community, 'revoked');
      await remove();
    } catch (error) {
      this.#closed.delete(community);
      throw error;
    }
    this.#leases.delete(community);
    await lease.release();
    return true;
  }

  async #load(place: Place): Promise<LiveRoom | null> {
    const { db, clock, log, sealKey, tell } = this.#needs;
    const lease = this.#closed.has(place.community) ? null : await this.#lease(place.community);
    if (!lease) return null;
    const live: Partial<LiveRoom> = {};
    const keeper = databaseRecord(db, place, lease.epoch, sealKey);
    const room = await Room.open(place.meeting, keeper, this.#listener(place.meeting, live));
    if (!room) return null;
    const row = await db.selectFrom('meetings').select('join_code').where('id', '=', place.meeting).executeTakeFirst();
    const hall = new Hall(() => room.meeting, clock, tell(place.meeting), row?.join_code ?? null);
    const minutes = new MinutesDesk({
      room,
      store: databaseMinutes(db, place, lease.epoch, clock),
      clock,
      changed: () => hall.changed(),
      saved: (mark, writes) => hall.tellSaved(mark, writes),
      trouble: (what, error) => log.error({ meeting: place.meeting, what, error: (error as Error)?.name }, 'minutes'),
    });
    hall.keepMinutes(minutes);
    const requests = new Requests(() => hall.changed());
    hall.keepRequests(requests);
    const screens = new KeptRows(noScreens, screensOf(db, place, clock), () => hall.changed());
    await screens.refresh();
    hall.keepScreens(screens);
    const video = new KeptRows(
      null,
      () => videoMeetingOf(db, place),
      () => hall.changed(),
    );
    await video.refresh();
    hall.keepVideo(video);
    const agreement = await TextsDesk.open({
      ...{ db, clock, place },
      meeting: () => room.meeting,
      changed: () => hall.changed(),
    });
    hall.keepAgreement(agreement);
    return Object.assign(live, { room, hall, minutes, requests, screens, video, agreement });
  }

  #listener(meeting: string, live: Partial<LiveRoom>): RoomListener {
    const { log } = this.#needs;
    return {
      changed: () => live.hall?.changed(),
      reloaded: () => live.hall?.changed(),
      ended: () => {
        this.#rooms.delete(meeting);
        live.minutes?.stop('try-again');
        live.hall?.end('room-reloaded');
      },
      trouble: (room, what, error) => {
        log.error({ meeting, what, code: (error as { code?: unknown })?.code, error: (error as Error)?.name }, 'room');
        if (error instanceof StaleOwner) void this.#lost(room.meeting.called.community.id);
      },
    };
  }

  #lease(community: string): Promise<Lease | null> {
    const held = this.#leases.get(community);
    if (held) return held;
    const taking = takeLease(this.#needs.pool, community);
    this.#leases.set(community, taking);
    taking.then(
      (lease) => {
        if (!lease) this.#leases.delete(community);
        else void lease.released.then((how) => (how === 'lost' ? this.#lost(community) : undefined));
      },
      () => this.#leases.delete(community),
    );
    return taking;
  }

  /** The connection that held the lease broke: another server may own the community now. */
  async #lost(community: string): Promise<void> {
    if (this.#stopping) return;
    this.#needs.log.warn({ community }, 'lease lost');
    this.#leases.delete(community);
    await this.#endRooms(community, 'room-reloaded');
  }

  async #endRooms(community: string, code: 'room-reloaded' | 'revoked'): Promise<void> {
    for (const [meeting, opening] of [...this.#rooms]) {
      const live = await opening.catch(() => null);
      if (live?.room.meeting.called.community.id !== community) continue;
      this.#rooms.delete(meeting);
      await live.room.stop();
      live.minutes.stop(code === 'revoked' ? code : 'try-again');
      live.hall.end(code);
    }
  }

  #forget(meeting: string, opening: Promise<LiveRoom | null>): void {
    if (this.#rooms.get(meeting) === opening) this.#rooms.delete(meeting);
  }
}
