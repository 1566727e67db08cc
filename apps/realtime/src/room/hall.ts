/**
 * The hall of a live room: who listens, as what, and what each has been shown. A view is made once per audience (a set
 * of capacities, or a screen), its change goes out as one patch to all of them. Knows a small socket, not socket.io.
 */
import type { Asking } from '@yishiting/domain/admission';
import type { Live, Mine, Reader, View } from '@yishiting/domain/view';
import { mine, view } from '@yishiting/domain/view';
import { isClosed } from '@yishiting/domain/mediation';
import type { Meeting } from '@yishiting/domain/meeting';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import type { SavedMark } from '@yishiting/domain/minutes-wire';
import { isOver } from '@yishiting/domain/over';
import { mayWrite } from '@yishiting/domain/minutes';
import type { EndCode } from '@yishiting/domain/end-codes';
import type { Down } from '@yishiting/domain/protocol';
import { followsAll, noScreens, shownOn, type LiveScreens, type ScreenShows } from '@yishiting/domain/screens';
import type { VideoMeeting } from '@yishiting/domain/video';
import type { Clock } from '../clock.ts';
import type { AgreementTexts } from '@yishiting/domain/agreement-view';
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

/** The screens, as the hall needs them; another state whenever it changed. */
export interface HallScreens {
  readonly state: LiveScreens;
}

/** The video meeting, as the hall needs it; another state whenever it changed. */
export interface HallVideo {
  readonly state: VideoMeeting | null;
}

/** The texts of the agreement, as the hall needs them; another state whenever they changed. */
export interface HallAgreement {
  readonly state: AgreementTexts;
}

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
  /** What this screen was last told to show; null for a seat. */
  shows: ScreenShows | null;
}

/** Under which presence counts: a seat or a screen, whose ids are of one kind. */
const idOf = (listener: Listener): string => (listener.kind === 'seat' ? listener.seat : listener.screen);

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
  /** How many connections each seat and screen has, none left out. */
  #connections = new Map<string, number>();
  #offlineSince = new Map<string, number>();
  #joinCode: string | null;
  #minutes: HallMinutes | null = null;
  #requests: HallRequests = { waiting: nobody };
  /** Who asked when everybody was told last. */
  #toldOf = nobody;
  #screens: HallScreens = { state: noScreens };
  /** What the screens showed when each was told last. */
  #turned: LiveScreens = noScreens;
  #video: HallVideo = { state: null };
  #agreement: HallAgreement | null = null;
  /** Which one the seats were told of last. */
  #toldVideo: VideoMeeting | null = null;
  /** The meeting's files at that time: one that is withdrawn or erased leaves the wall. */
  #filesTold: Meeting['files']['byId'] = {};
  /** Whether it was a closed mediation then. */
  #closedTold = false;
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

  /** From now on each screen is told what to show, and those who lead see all of it. */
  keepScreens(screens: HallScreens): void {
    this.#screens = screens;
  }

  /** From now on seats are told of the video meeting as far as it is for them. */
  keepVideo(video: HallVideo): void {
    this.#video = video;
  }

  /** From now on the agreement is shown with its texts. */
  keepAgreement(agreement: HallAgreement): void {
    this.#agreement = agreement;
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
    const present = { listener, audience, mine: own, shows: null };
    this.#present.set(socket, present);
    this.#connect(idOf(listener));
    this.#settleRecord();
    this.#sendWhole(socket, present);
    this.#sendSaved(socket, listener);
    this.changed();
    return true;
  }

  leave(socket: RoomSocket): void {
    const present = this.#present.get(socket);
    if (!present) return;
    this.#present.delete(socket);
    this.#disconnect(idOf(present.listener));
    this.changed();
  }

  #connect(id: string): void {
    this.#connections.set(id, (this.#connections.get(id) ?? 0) + 1);
    this.#offlineSince.delete(id);
  }

  #disconnect(id: string): void {
    const left = (this.#connections.get(id) ?? 1) - 1;
    if (left > 0) return void this.#connections.set(id, left);
    this.#connections.delete(id);
    this.#offlineSince.set(id, this.#clock.now());
  }

  /** The whole view once more, for a client that missed something. */
  whole(socket: RoomSocket): void {
    const present = this.#present.get(socket);
    if (!present) return;
    this.#settleRecord();
    this.#sendWhole(socket, present);
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
    this.#turn();
    const moved = this.#toldVideo !== this.#video.state;
    this.#toldVideo = this.#video.state;
    if (moved) this.#tellMine(() => true);
    if (asked !== asking) this.#tellMine((own) => [...asked, ...asking].some(({ seat }) => seat === own?.seat));
  }

  /** Tells each screen what it is to show, where that changed. */
  #turn(): void {
    const [{ state }, meeting] = [this.#screens, this.#meeting()];
    const [files, closed] = [meeting.files.byId, isClosed(meeting)];
    if (state === this.#turned && files === this.#filesTold && closed === this.#closedTold) return;
    [this.#turned, this.#filesTold, this.#closedTold] = [state, files, closed];
    for (const [socket, present] of this.#present) {
      // A seat, or a screen that is just being sent the whole.
      if (present.listener.kind !== 'screen' || present.shows === null) continue;
      const shows = this.#shownOn(present.listener.screen);
      if (saysTheSame(present.shows, shows)) continue;
      present.shows = shows;
      socket.send({ t: 'shows', shows });
    }
  }

  /** [A11] A screen of a closed mediation is not even told what stands ready for it. */
  #shownOn(screen: string): ScreenShows {
    const meeting = this.#meeting();
    return isClosed(meeting) ? followsAll : shownOn(this.#screens.state, screen, meeting.files.byId);
  }

  /** Whoever's capacities changed listens with another audience from now on. */
  #move(): void {
    for (const [socket, present] of this.#present) {
      const audience = audienceOf(this.#readerOf(present.listener));
      if (audience === present.audience) continue;
      present.audience = audience;
      this.#sendWhole(socket, present);
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

  #sendWhole(socket: RoomSocket, present: Present): void {
    const { audience, listener } = present;
    let shown = this.#shown.get(audience);
    if (!shown) {
      shown = { n: 0, view: this.#view(audience, this.#live()) };
      this.#shown.set(audience, shown);
    }
    socket.follow(audience);
    const mine = this.#mineOf(listener) ?? null;
    if (listener.kind === 'screen') {
      present.shows = this.#shownOn(listener.screen);
    }
    const shows = present.shows && { shows: present.shows };
    socket.send({ t: 'whole', n: shown.n, view: shown.view, mine, now: this.#clock.now(), ...shows });
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
    return mine(this.#meeting(), listener.seat, staff, {
      ...{ asking: this.#asking, video: this.#video.state },
      ...(this.#agreement && { agreement: this.#agreement.state }),
    });
  }

  #view(audience: string, live: Live): View {
    return view({ meeting: this.#meeting(), live }, readerOf(audience));
  }

  /** Nobody is let into a meeting that is over. */
  get #asking(): readonly Asking[] {
    return this.#isOver ? nobody : this.#requests.waiting;
  }

  get #isOver(): boolean {
    return isOver(this.#meeting().session.status);
  }

  #live(): Live {
    return {
      connected: this.#connections,
      offlineSince: this.#offlineSince,
      joinCode: this.#isOver ? null : this.#joinCode,
      asking: this.#asking,
      minutes: this.#minutes?.live() ?? null,
      screens: this.#screens.state,
      video: this.#video.state,
      ...(this.#agreement && { agreement: this.#agreement.state }),
    };
  }
}
