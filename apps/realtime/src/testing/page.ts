/** For tests: a page of the product on a browser with a line of its own, which keeps account of every command it gave. */
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer, Join } from '@yishiting/domain/protocol';
import type { SavedMark } from '@yishiting/domain/minutes-wire';
import type { ScreenShows } from '@yishiting/domain/screens';
import type { Mine, View } from '@yishiting/domain/view';
import type { Browser } from './house.ts';
import { Line, type Break } from './line.ts';

/** A command on its way from a page: under which ids it went out, and what the page was told; null: nothing yet. */
export interface GivenCommand {
  who: string;
  seat: string;
  command: MeetingCommand;
  ids: Set<string>;
  answer: Answer | null;
}

/** The client of the product's pages, as far as a test asks it. */
export interface LivePage {
  readonly view: View | null;
  readonly mine: Mine | null;
  readonly shows: ScreenShows | null;
  readonly saved: SavedMark | null;
  readonly connection: { state: string };
  readonly waiting: number;
  give(command: MeetingCommand): Promise<Answer>;
  /** @returns how to leave */
  join(): () => void;
}
/** Makes one, on the address that `location` names. `asked`: under which id a command goes out, each time it does. */
export type MakeLive = (
  community: string,
  join: Omit<Join, 'protocol'>,
  asked: (id: string, command: MeetingCommand) => void,
) => LivePage;

export class Page {
  readonly name: string;
  readonly as: Join['as'];
  readonly line: Line;
  readonly live: LivePage;
  readonly given: GivenCommand[] = [];
  /** It was cut off and does not come back. */
  isGone = false;
  /** How often its line was cut. */
  cuts = 0;
  #under = new Map<MeetingCommand, GivenCommand>();
  #leave: () => void;

  private constructor(name: string, community: string, join: Omit<Join, 'protocol'>, line: Line, make: MakeLive) {
    this.name = name;
    this.as = join.as;
    this.line = line;
    // The page asks its own address, which the line is.
    Object.assign(globalThis, { location: { protocol: 'http:', host: line.host, hostname: '127.0.0.1' } });
    this.live = make(community, join, (id, command) => this.#under.get(command)?.ids.add(id));
    this.#leave = this.live.join();
  }

  static async open(
    name: string,
    browser: Browser,
    community: string,
    join: Omit<Join, 'protocol'>,
    make: MakeLive,
  ): Promise<Page> {
    const line = await Line.to(browser.origin, () => browser.cookie);
    return new Page(name, community, join, line, make);
  }

  get seat(): string {
    return this.as.kind === 'seat' ? this.as.seat : '';
  }

  get shown(): { view: View | null; mine: Mine | null } {
    return { view: this.live.view, mine: this.live.mine };
  }

  /** Connected, with an answer to all it gave. */
  get isSettled(): boolean {
    return this.live.connection.state === 'connected' && this.live.waiting === 0;
  }

  async give(command: MeetingCommand): Promise<Answer> {
    // A copy, by which it is known again when it goes out.
    const own = structuredClone(command);
    const given: GivenCommand = { who: this.name, seat: this.seat, command: own, ids: new Set(), answer: null };
    this.given.push(given);
    this.#under.set(own, given);
    given.answer = await this.live.give(own);
    return given.answer;
  }

  /** Cuts the line within the next moments, in a way by chance. */
  async cut(random: () => number): Promise<void> {
    this.cuts += 1;
    const ms = random() * 120;
    const ways: Break[] = [
      { way: 'cut' },
      { way: 'mid-message', ms, bytes: 1 + Math.floor(random() * 3_000) },
      { way: 'up-lost', ms },
      { way: 'down-lost', ms },
    ];
    const how = ways[Math.floor(random() * ways.length)]!;
    await new Promise((resolve) => setTimeout(resolve, random() * 20));
    await this.line.break(how);
  }

  /** Out of reach for good; whatever it is waiting for it never hears. */
  goes(): void {
    this.isGone = true;
    this.cuts += 1;
    this.line.away();
  }

  close(): void {
    this.#leave();
    this.line.close();
  }
}
