import { placeOf } from '@yishiting/db/embedded-place';
import { livingPostmaster } from '@yishiting/db/embedded-process';
import { aDataDir } from '@yishiting/db/testing';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { expect, it } from 'vitest';
import { rounds } from '../../../scripts/rounds.mjs';
import { holdHearing, LiveSocket, randomId, type Hearing } from './testing/hearing.ts';
import { startHouse, type House } from './testing/house.ts';
import { expectNothingLost, type Acknowledged } from './testing/nothing-lost.ts';
import { mulberry32 } from './testing/random.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Commands that always change something, so that "accepted" means an event: who is here comes and goes. */
function* comingAndGoing(): Generator<MeetingCommand> {
  for (;;) {
    yield { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
    yield { type: 'check-in', way: 'remote', privacyNotice: '2026-11' };
    yield { type: 'leave' };
  }
}

/**
 * Lets a seat in; a room that is loaded anew because its database died sends people away, who come again as a page does.
 * Null when the connection broke meanwhile: on a busy machine the killing begins while some are still on their way in.
 */
async function enter(
  browser: Hearing['seats'][number]['browser'],
  hearing: Hearing,
  seat: string,
): Promise<LiveSocket | null> {
  for (;;) {
    const socket = new LiveSocket(browser, hearing.community, { meeting: hearing.meeting, as: { kind: 'seat', seat } });
    try {
      return await socket.joined();
    } catch (error) {
      const { broken } = socket;
      socket.close();
      if (broken && !socket.told.some(({ t }) => t === 'ended')) return null;
      if (!(error instanceof Error) || !error.message.includes('room-reloaded')) throw error;
    }
  }
}

/** One seat that gives command after command until the connection breaks. */
async function stream(
  hearing: Hearing,
  origin: string,
  who: number,
  acknowledged: Acknowledged,
  doubtful: Map<number, [string, MeetingCommand]>,
) {
  const { seat, browser } = hearing.seats[who]!;
  browser.origin = origin;
  const socket = await enter(browser, hearing, seat);
  if (!socket) return;
  const commands = comingAndGoing();
  // What broke off is asked again first, under the same id: by then it may be in the record or not.
  const broken = doubtful.get(who);
  for (let next: [string, MeetingCommand] = broken ?? [randomId(), commands.next().value as MeetingCommand]; ;) {
    doubtful.set(who, next);
    const answer = await socket.give(next[1], next[0]);
    if (answer === null) break;
    if (answer.answer === 'accepted') acknowledged.add(`${seat} ${next[0]}`);
    if (answer.answer !== 'refused') doubtful.delete(who);
    next = [randomId(), commands.next().value as MeetingCommand];
  }
  socket.close();
}

async function killPostgres(dataDir: string): Promise<void> {
  const running = livingPostmaster(placeOf(dataDir, false).cluster);
  if (running) process.kill(running.pid, 'SIGKILL');
}

const victims = ['server', 'postgres', 'both'] as const;

const seed = 20_261_122;

it(`[R2] seed ${seed}: whatever was acknowledged survives the server, Postgres or both being killed, and the meeting goes on`, async () => {
  const random = mulberry32(seed);
  const dataDir = aDataDir();
  let house: House = await startHouse(dataDir);
  const hearing = await holdHearing(house);
  const acknowledged: Acknowledged = new Set();
  const doubtful = new Map<number, [string, MeetingCommand]>();
  const everybody = [1, 2, 3, 4];
  for (let round = 0; round < rounds('kills'); round += 1) {
    const victim = victims[round % victims.length];
    const before = acknowledged.size;
    const streams = Promise.all(everybody.map((who) => stream(hearing, house.origin, who, acknowledged, doubtful)));
    // On a busy machine it takes a while until all are in; the killing begins when something was acknowledged.
    for (let n = 0; n < 1_000 && acknowledged.size === before; n += 1) await wait(10);
    await wait(random() * 400);
    if (victim !== 'server') await killPostgres(dataDir);
    if (victim === 'postgres') {
      // The server lives: it brings its database back, and those who were there come back to it.
      await wait(300);
      await house.kill();
    } else await house.kill();
    await streams;
    house = await startHouse(dataDir);
    const length = await expectNothingLost(dataDir, hearing, acknowledged);
    expect(acknowledged.size, `round ${round}: nothing was acknowledged`).toBeGreaterThan(before);
    expect(length).toBeGreaterThan(acknowledged.size);
  }
  expect(await house.stop()).toBe(0);
}, 0);
