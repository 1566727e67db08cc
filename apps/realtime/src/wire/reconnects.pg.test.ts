import { isDeepStrictEqual } from 'node:util';
import { communityByCode } from '@yishiting/db/communities';
import { connect } from '@yishiting/db/connect';
import { loadEvents } from '@yishiting/db/meeting-events';
import { aDataDir, aLog } from '@yishiting/db/testing';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { createPatch } from 'rfc6902';
import { expect, it } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { LiveMeeting } from '../../../web/src/lib/live/live.svelte.ts';
import { enterRoom, holdHearing, seatOf, type Hearing } from '../testing/hearing.ts';
import { startHouse } from '../testing/house.ts';
import { Line, type Break } from '../testing/line.ts';
import { mulberry32 } from '../testing/random.ts';
import { until } from '../testing/until.ts';

const seed = 20_261_122;
const names = ['王建国', '周敏', '李秀英', '陈国强', '孙丽'];
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One page on one browser, with a line of its own. */
class Page {
  readonly name: string;
  readonly line: Line;
  readonly live: LiveMeeting;
  readonly leave: () => void;
  #random: () => number;
  #commands: Generator<MeetingCommand>;
  accepted = 0;

  constructor(hearing: Hearing, name: string, line: Line, random: () => number) {
    this.name = name;
    this.line = line;
    this.#random = random;
    // The page asks its own address, which the line is.
    Object.assign(globalThis, { location: { protocol: 'http:', host: line.host, hostname: '127.0.0.1' } });
    const { seat } = seatOf(hearing, name);
    this.live = new LiveMeeting(hearing.community, { meeting: hearing.meeting, as: { kind: 'seat', seat } });
    this.leave = this.live.join();
    this.#commands = this.#alwaysChanging();
  }

  /** A few commands one after the other, while the line breaks at some moment among them. */
  async turn(): Promise<void> {
    await Promise.all([this.#give(1 + Math.floor(this.#random() * 4)), this.#breakLine()]);
    const { name, live } = this;
    await until(
      () => live.connection.state === 'connected' && live.waiting === 0,
      () => ({ name, connection: live.connection, waiting: live.waiting }),
    );
  }

  async #give(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      const command = this.#commands.next().value as MeetingCommand;
      expect(await this.live.give(command), `${this.name} ${command.type}`).toEqual({ answer: 'accepted' });
      this.accepted += 1;
      await wait(this.#random() * 60);
    }
  }

  async #breakLine(): Promise<void> {
    await wait(this.#random() * 200);
    const ms = this.#random() * 150;
    const ways: Break[] = [
      { way: 'cut' },
      { way: 'mid-message', ms, bytes: 1 + Math.floor(this.#random() * 3_000) },
      { way: 'up-lost', ms },
      { way: 'down-lost', ms },
    ];
    await this.line.break(ways[Math.floor(this.#random() * ways.length)]!);
  }

  /** Commands of which each changes something, so that "accepted" means one event. */
  *#alwaysChanging(): Generator<MeetingCommand> {
    for (;;) {
      yield { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
      yield { type: 'check-in', way: 'remote', privacyNotice: '2026-11' };
      yield { type: 'leave' };
    }
  }
}

/** What a client written from the page alone is shown that has never been here before. */
async function asNew(hearing: Hearing, name: string) {
  const room = await enterRoom(hearing, name).joined();
  const { view, mine } = room;
  room.close();
  await room.closed;
  return { view, mine };
}

/** What the page keeps is what a new client is shown, as soon as what changed just now has arrived. */
async function expectAsNew(hearing: Hearing, { name, live }: Page): Promise<void> {
  const kept = () => ({ view: live.view, mine: live.mine });
  let fresh: unknown;
  await until(
    async () => isDeepStrictEqual(kept(), (fresh = await asNew(hearing, name))),
    () => ({ name, missing: createPatch(kept(), fresh) }),
  );
}

async function eventsBySeat(dataDir: string, hearing: Hearing): Promise<Map<string, number>> {
  const connection = await connect({ dataDir, log: aLog(), ifRunning: 'join' });
  const community = await communityByCode(connection.db, hearing.community);
  const lines = await loadEvents(connection.db, community?.id ?? '', hearing.meeting);
  await connection.stop();
  const count = (seat: string) => lines.filter((line) => line.seat === seat).length;
  return new Map(names.map((name) => [name, count(seatOf(hearing, name).seat)]));
}

it(`[R4] seed ${seed}: pages cut off at any moment, with the server started anew in between, come back and see what a new client sees`, async () => {
  const dataDir = aDataDir();
  let house = await startHouse(dataDir);
  const hearing = await holdHearing(house);
  const pages = await Promise.all(
    names.map(async (name, n) => {
      const { browser } = seatOf(hearing, name);
      return new Page(hearing, name, await Line.to(house.origin, () => browser.cookie), mulberry32(seed + n));
    }),
  );
  const random = mulberry32(seed - 1);
  const turns = rounds('reconnects') / names.length;
  for (let turn = 0; turn < turns; turn += 1) {
    const lived = Promise.all(pages.map((page) => page.turn()));
    if (turn % 5 === 2) {
      await wait(random() * 200);
      // In turn in good order, which tells the pages, and as a power cut would.
      if (turn % 2 === 0) await house.stop();
      else await house.kill();
      house = await startHouse(dataDir);
      for (const { line } of pages) line.target = house.origin;
      for (const { browser } of hearing.seats) browser.origin = house.origin;
    }
    await lived;
    for (const page of pages) await expectAsNew(hearing, page);
  }
  for (const page of pages) page.leave();
  expect(await eventsBySeat(dataDir, hearing)).toEqual(new Map(pages.map(({ name, accepted }) => [name, accepted])));
  for (const { line } of pages) line.close();
  expect(await house.stop()).toBe(0);
});
