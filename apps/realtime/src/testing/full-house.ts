/** For tests: a room full of pages on lines that are cut by chance, with staff and two screens, as the stage of a seeded hearing. */
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer } from '@yishiting/domain/protocol';
import type { Meeting } from '@yishiting/domain/meeting';
import type { Place } from '../room/outcomes.ts';
import type { Cast, Stage } from './course/stage.ts';
import { Browser } from './house.ts';
import type { Hearing } from './hearing.ts';
import type { OpenHouse } from './open-house.ts';
import { Page, type GivenCommand, type MakeLive } from './page.ts';
import { Scribe } from './scribe.ts';
import { until } from './until.ts';

/** Real milliseconds that the chair waits for those who are cut off. */
const patience = 60;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface Cuts {
  /** How likely a command's line is cut while it is under way. */
  chance: number;
  /** … and how likely somebody is then out of reach for a while. */
  away: number;
}

export class FullHouse implements Stage {
  readonly house: OpenHouse;
  readonly hearing: Hearing;
  readonly place: Place;
  cast: Cast;
  readonly random: () => number;
  readonly pages = new Map<string, Page>();
  /** Staff with their account, and the projectors. */
  readonly others: Page[] = [];
  readonly scribes = new Map<string, Scribe>();
  #cuts: Cuts;
  #makeLive: MakeLive;
  /** By chance of its own, so that what is played does not hang on what is cut. */
  #cutting: () => number;
  #returning: Promise<unknown>[] = [];
  #meeting: () => Meeting = () => {
    throw new Error('The room is not open');
  };

  constructor(
    given: Pick<FullHouse, 'house' | 'hearing' | 'place' | 'cast'>,
    by: { playing: () => number; cutting: () => number },
    cuts: Cuts,
    makeLive: MakeLive,
  ) {
    ({ house: this.house, hearing: this.hearing, place: this.place, cast: this.cast } = given);
    this.random = by.playing;
    this.#cutting = by.cutting;
    this.#cuts = cuts;
    this.#makeLive = makeLive;
  }

  /** Everybody with a device opens their page, staff and screens theirs; chair, recorder and unit their editors. */
  async fill(): Promise<void> {
    const { hearing, cast } = this;
    await this.#findRoom();
    const { community, meeting } = hearing;
    for (const { seat, name, browser } of hearing.seats) {
      if (cast.byHand.includes(seat)) continue;
      this.pages.set(
        seat,
        await Page.open(name, browser, community, { meeting, as: { kind: 'seat', seat } }, this.#makeLive),
      );
    }
    this.others.push(
      await Page.open('staff', hearing.staff, community, { meeting, as: { kind: 'account' } }, this.#makeLive),
    );
    for (const [name, browser] of [
      ['wall 1', hearing.staff],
      ['wall 2', new Browser(this.house.origin)],
    ] as const) {
      const screen = await this.#screen(browser);
      this.others.push(
        await Page.open(name, browser, community, { meeting, as: { kind: 'screen', screen } }, this.#makeLive),
      );
    }
    await until(
      () => this.everybody.every(({ isSettled }) => isSettled),
      () => this.#unsettled(),
    );
    for (const seat of [cast.chair, cast.recorder]) this.#seatScribe(seat);
  }

  get everybody(): Page[] {
    return [...this.pages.values(), ...this.others];
  }

  /** Every command that anybody gave. */
  get given(): GivenCommand[] {
    return this.everybody.flatMap(({ given }) => given);
  }

  /** How often lines were cut, all together. */
  get cuts(): number {
    return this.everybody.reduce((sum, { cuts }) => sum + cuts, 0);
  }

  meeting(): Meeting {
    return this.#meeting();
  }

  gives(seat: string, command: MeetingCommand): Promise<Answer> {
    const page = this.pages.get(seat);
    if (!page) throw new Error(`No page of ${seat}`);
    const answer = page.give(command);
    this.#maybeCut(page);
    return answer;
  }

  types(seat: string, section: string, words: string): void {
    const scribe = this.scribes.get(seat) ?? this.#seatScribe(seat);
    scribe.type(section, words);
  }

  async saved(): Promise<void> {
    for (const scribe of this.scribes.values()) {
      if (scribe.page.isGone) continue;
      await until(
        () => scribe.isSaved,
        () => `${scribe.page.name}: what was typed is not shown as saved`,
      );
    }
  }

  passes(ms: number): void {
    this.house.wait(ms);
  }

  async patience(answers: readonly Promise<unknown>[]): Promise<void> {
    await Promise.race([Promise.all(answers), pause(patience)]);
  }

  async hash(): Promise<string> {
    const minutes = await this.house.app.rooms.minutes(this.place);
    if (!minutes?.hash) throw new Error('The minutes have no hash: they are not circulated');
    return minutes.hash;
  }

  /** The server is stopped and started again; whoever is in the room comes back to it. */
  async restart(): Promise<void> {
    await this.house.restart();
    const { origin } = this.house;
    for (const { line } of this.everybody) line.target = origin;
    for (const { browser } of this.hearing.seats) browser.origin = origin;
    this.hearing.staff.origin = origin;
    await this.#findRoom();
  }

  /** Resolves when everybody who comes back is back, with an answer to all they gave. */
  async settled(): Promise<void> {
    await Promise.all(this.#returning.splice(0));
    await until(
      () => this.everybody.every((page) => page.isGone || page.isSettled),
      () => this.#unsettled(),
    );
    await this.saved();
  }

  close(): void {
    for (const scribe of this.scribes.values()) scribe.close();
    for (const page of this.everybody) page.close();
  }

  async #findRoom(): Promise<void> {
    const live = await this.house.app.rooms.open(this.place);
    if (!live) throw new Error('The room does not open');
    this.#meeting = () => live.room.meeting;
  }

  async #screen(browser: Browser): Promise<string> {
    const { staff, community, meeting } = this.hearing;
    const of = `/c/${community}/api/meetings/${meeting}`;
    if (browser === staff) return (await staff.post<{ screen: string }>(`${of}/screen`)).body.screen;
    const { body } = await browser.post<{ code: string }>('/api/screen-code');
    return (await staff.post<{ screen: string }>(`${of}/screens`, { code: body.code })).body.screen;
  }

  #seatScribe(seat: string): Scribe {
    const scribe = new Scribe(this.pages.get(seat)!, this.hearing.community, this.hearing.meeting);
    this.scribes.set(seat, scribe);
    return scribe;
  }

  /** Who leads is cut off seldom: the whole room waits for them. */
  #maybeCut(page: Page): void {
    const leads = page.seat === this.cast.chair || page.seat === this.cast.recorder;
    if (this.#cutting() >= (leads ? this.#cuts.chance / 12 : this.#cuts.chance)) return;
    const isAway = !leads && this.#cutting() < this.#cuts.away;
    this.#returning.push(isAway ? this.#awayFor(page, 100 + this.#cutting() * 500) : page.cut(this.#cutting));
  }

  async #awayFor(page: Page, ms: number): Promise<void> {
    page.cuts += 1;
    page.line.away();
    await pause(ms);
    if (!page.isGone) page.line.back();
  }

  #unsettled(): unknown {
    return this.everybody
      .filter((page) => !page.isGone && !page.isSettled)
      .map(({ name, live, given }) => ({
        ...{ name, connection: live.connection },
        unanswered: given.filter(({ answer }) => answer === null).map(({ command }) => command.type),
      }));
  }
}
