/**
 * The hall of a live room: who listens, as what, and what each has been shown. A view is made once per audience (a set
 * of capacities, or a screen), its change goes out as one patch to all of them. Knows a small socket, not socket.io.
 */
import type { Asking } from '@yishiting/domain/admission';
import type { Live, Mine, Reader, View } from '@yishiting/domain/view';
import { mine, view } from '@yishiting/domain/view';
import type { Meeting } from '@yishiting/domain/meeting';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import type { SavedMark } from '@yishiting/domain/minutes-wire';
import { mayWrite } from '@yishiting/domain/minutes';
import type { EndCode } from '@yishiting/domain/end-codes';
import type { Down } from '@yishiting/domain/protocol';
import type { Clock } from '../clock.ts';
import { audienceOf, readerOf } from './audience.ts';
import { mayConcern } from './concern.ts';
import { patched, saysTheSame } from './patching.ts';

/** One connection, as the hall needs it. */
export interface RoomSocket {
  send(message: Down): void;
  /** Hears what is told to this audience from now on, and no longer to another. */
  follow(audience: string): void;
  end(code: EndCode): void;
}

/** Tells every socket that follows an audience, encoding the message once. */
export type TellAudience = (audience: string, message: Down) => void;

/** As what somebody listens; staff of the convening body may hold a seat, too. */
export type Listener =
  { kind: 'seat'; seat: string; name: string; staff: boolean } | { kind: 'screen'; screen: string };

/** The minutes, as the hall needs them. */
export interface HallMinutes {
  /** What readers see; null until it is read. */
  live(): LiveMinutes | null;
  /** Which state is committed; null while nobody writes. */
  readonly saved: SavedMark | null;
}

/** Who asks to be let in, as the hall needs it; another list whenever it changed. */
export interface HallRequests {
  readonly waiting: readonly Asking[];
}
const nobody: readonly Asking[] = [];

interface Shown {
  /** Patches sent to this audience so far. */
  n: number;
  view: View;
}

interface Present {
  listener: Listener;
  audience: string;
  /** What was last told of the seat alone; null for a screen. */
  mine: Mine | null;
}

/** Milliseconds between two patches: the first goes at once, what follows goes together. */
export const breath = 80;

export class Hall {
  #meeting: () => Meeting;
  #clock: Clock;
  #tell: TellAudience;
  #present = new Map<RoomSocket, Present>();
  #shown = new Map<string, Shown>();
  /** The meeting as everybody was shown it last. */
  #settledOn: Meeting | null = null;
  /** How many connections each seat has, none left out. */
  #connections = new Map<string, number>();
  #offlineSince = new Map<string, number>();
  #joinCode: string | null;
  #minutes: HallMinutes | null = null;
  #requests: HallRequests = { waiting: nobody };
  /** Who asked when everybody was told last. */
  #toldOf = nobody;
  #timer: NodeJS.Timeout | null = null;
  #again = false;

  constructor(meeting: () => Meeting, clock: Clock, tell: TellAudience, joinCode: string | null) {
    this.#meeting = meeting;
    this.#clock = clock;
    this.#tell = tell;
    this.#joinCode = joinCode;
  }

  get empty(): boolean {
    return this.#present.size === 0;
  }

  /** From now on the minutes are shown, too. */
  keepMinutes(minutes: HallMinutes): void {
    this.#minutes = minutes;
  }

  /** From now on those who may open the door are shown who stands there. */
  keepRequests(requests: HallRequests): void {
    this.#requests = requests;
  }

  /** Tells those who write which state of the minutes is committed. */
  tellSaved(mark: SavedMark, writes: (seat: string) => boolean): void {
    for (const [socket, { listener }] of this.#present) {
      if (listener.kind === 'seat' && writes(listener.seat)) socket.send({ t: 'minutes-saved', ...mark });
    }
  }

  /** Lets a socket in and sends it the whole view; false when the meeting does not know the seat. */
  enter(socket: RoomSocket, listener: Listener): boolean {
    const own = this.#mineOf(listener);
    if (own === undefined) return false;
    const audience = audienceOf(this.#readerOf(listener));
    this.#present.set(socket, { listener, audience, mine: own });
    if (listener.kind === 'seat') this.#connect(listener.seat);
    this.#settleRecord();
    this.#sendWhole(socket, audience, own);
    this.#sendSaved(socket, listener);
    this.changed();
    return true;
  }

  leave(socket: RoomSocket): void {
    const present = this.#present.get(socket);
    if (!present) return;
    this.#present.delete(socket);
    const { listener } = present;
    if (listener.kind === 'seat') this.#disconnect(listener.seat);
    this.changed();
  }

  #connect(seat: string): void {
    this.#connections.set(seat, (this.#connections.get(seat) ?? 0) + 1);
    this.#offlineSince.delete(seat);
  }

  #disconnect(seat: string): void {
    const left = (this.#connections.get(seat) ?? 1) - 1;
    if (left > 0) return void this.#connections.set(seat, left);
    this.#connections.delete(seat);
    this.#offlineSince.set(seat, this.#clock.now());
  }

  /** The whole view once more, for a client that missed something. */
  whole(socket: RoomSocket): void {
    const present = this.#present.get(socket);
    if (!present) return;
    this.#settleRecord();
    this.#sendWhole(socket, present.audience, this.#mineOf(present.listener) ?? null);
  }

  /** Ends every connection, or those of one seat or screen. */
  end(code: EndCode, whom: (listener: Listener) => boolean = () => true): void {
    for (const [socket, { listener }] of [...this.#present]) {
      if (!whom(listener)) continue;
      socket.send({ t: 'ended', code });
      socket.end(code);
      this.leave(socket);
    }
    if (this.empty && this.#timer) clearTimeout(this.#timer);
  }

  /** Something that is shown may have changed: told at once, or with what else changes within a breath. */
  changed(): void {
    if (this.#timer) {
      this.#again = true;
      return;
    }
    this.#settle();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#again) return;
      this.#again = false;
      this.changed();
    }, breath);
  }

  /** Brings all up to the record, and not to who is connected: when a whole room joins, each would be told of each. */
  #settleRecord(): void {
    if (this.#settledOn !== this.#meeting()) this.#settle();
  }

  /** Brings every audience and every seat up to the present moment. */
  #settle(): void {
    const [before, now] = [this.#settledOn, this.#meeting()];
    this.#settledOn = now;
    if (before?.attendance !== now.attendance) this.#move();
    const followed = new Set([...this.#present.values()].map(({ audience }) => audience));
    for (const audience of [...this.#shown.keys()]) {
      if (!followed.has(audience)) this.#shown.delete(audience);
    }
    const live = this.#live();
    for (const [audience, shown] of this.#shown) this.#patch(audience, shown, live);
    const [asked, asking] = [this.#toldOf, live.asking ?? nobody];
    this.#toldOf = asking;
    if (before !== now) this.#tellMine(mayConcern(before, now));
    if (asked !== asking) this.#tellMine((own) => [...asked, ...asking].some(({ seat }) => seat === own?.seat));
  }

  /** Whoever's capacities changed listens with another audience from now on. */
  #move(): void {
    for (const [socket, present] of this.#present) {
      const audience = audienceOf(this.#readerOf(present.listener));
      if (audience === present.audience) continue;
      present.audience = audience;
      this.#sendWhole(socket, audience, this.#mineOf(present.listener) ?? null);
    }
  }

  #patch(audience: string, shown: Shown, live: Live): void {
    const { now: next, patch } = patched(shown.view, this.#view(audience, live));
    if (patch.length === 0) return;
    this.#shown.set(audience, { n: shown.n + 1, view: next });
    this.#tell(audience, { t: 'patch', n: shown.n + 1, patch, now: this.#clock.now() });
  }

  #tellMine(concerned: (own: Mine | null) => boolean): void {
    for (const [socket, present] of this.#present) {
      if (!concerned(present.mine)) continue;
      const own = this.#mineOf(present.listener);
      if (!own || saysTheSame(present.mine, own)) continue;
      present.mine = own;
      socket.send({ t: 'mine', mine: own });
    }
  }

  #sendWhole(socket: RoomSocket, audience: string, own: Mine | null): void {
    let shown = this.#shown.get(audience);
    if (!shown) {
      shown = { n: 0, view: this.#view(audience, this.#live()) };
      this.#shown.set(audience, shown);
    }
    socket.follow(audience);
    socket.send({ t: 'whole', n: shown.n, view: shown.view, mine: own, now: this.#clock.now() });
  }

  /** The editor may have come before this socket, and been told of nothing. */
  #sendSaved(socket: RoomSocket, listener: Listener): void {
    const mark = this.#minutes?.saved;
    if (!mark || listener.kind !== 'seat' || !mayWrite(this.#meeting(), listener.seat)) return;
    socket.send({ t: 'minutes-saved', ...mark });
  }

  #readerOf(listener: Listener): Reader {
    if (listener.kind === 'screen') return { audience: 'projector' };
    const capacities = this.#meeting().attendance.people[listener.seat]?.capacities ?? [];
    return { capacities, staff: listener.staff };
  }

  /** Undefined when the meeting does not know the seat, null for a screen. */
  #mineOf(listener: Listener): Mine | null | undefined {
    if (listener.kind === 'screen') return null;
    const staff = listener.staff ? { name: listener.name } : null;
    return mine(this.#meeting(), listener.seat, staff, { asking: this.#asking });
  }

  #view(audience: string, live: Live): View {
    return view({ meeting: this.#meeting(), live }, readerOf(audience));
  }

  /** Nobody is let into a meeting that is over. */
  get #asking(): readonly Asking[] {
    return this.#isOver ? nobody : this.#requests.waiting;
  }

  get #isOver(): boolean {
    return this.#meeting().session.status === 'closed';
  }

  #live(): Live {
    return {
      connected: this.#connections,
      offlineSince: this.#offlineSince,
      joinCode: this.#isOver ? null : this.#joinCode,
      asking: this.#asking,
      minutes: this.#minutes?.live() ?? null,
    };
  }
}
