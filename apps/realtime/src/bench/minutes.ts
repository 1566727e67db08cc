/** Twenty who type in the minutes: what the server spends on each letter that another sees, and what is gone when it is killed. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RoomsNeeds } from '../live/rooms.ts';
import { Chair } from './chair.ts';
import type { ScribeKind, ScribeSeat } from './asking.ts';
import type { Crowd } from './crowd-process.ts';
import { line, pause } from './figures.ts';
import { openHouse } from './houses.ts';
import { callLargeMeeting, type CalledMeeting } from './meetings.ts';

type Needs = Pick<RoomsNeeds, 'db' | 'pool' | 'sealKey' | 'log'> & { database: string; keys: string };

const kinds = ['ours', 'hocuspocus', 'relay'] as const;
const scribes = 20;
/** Letters of each in one round, and ms between two of them. */
const pace = { letters: 40, every: 50 };

interface Running {
  child: ChildProcess;
  port: number;
}

async function start({ database, keys }: Needs, kind: ScribeKind): Promise<Running> {
  const child = fork(fileURLToPath(new URL('./scribe-servers.ts', import.meta.url)), { execArgv: [] });
  child.send({ kind, database, keys });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

async function kill({ child }: Running): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Processor time of the server so far, ms. */
async function processor({ child }: Running): Promise<number> {
  child.send('processor');
  const [{ processor: ms }] = (await once(child, 'message')) as [{ processor: number }];
  return ms;
}

/** A meeting whose members may all write; called and opened by a house that is gone before the servers are started. */
async function meetingOfScribes(needs: Needs): Promise<CalledMeeting> {
  const house = await openHouse(needs, 'in-postgres');
  const meeting = await callLargeMeeting(needs.db, scribes, (community) => house.rooms.epoch(community));
  const chair = await Chair.open(house, meeting);
  for (const { seat } of meeting.members) await chair.gives({ type: 'admit-writer', seat });
  await house.stop();
  return meeting;
}

function seatsAt({ community, place, members }: CalledMeeting, kind: ScribeKind, { port }: Running): ScribeSeat[] {
  const at = `127.0.0.1:${port}`;
  const { meeting } = place;
  return members.map(({ seat, cookie }, n) => ({
    url: kind === 'ours' ? `ws://${at}/c/${community}/minutes/${meeting}?seat=${seat}` : `ws://${at}/`,
    origin: `http://${at}`,
    cookie,
    document: kind === 'hocuspocus' ? meeting : null,
    letter: String.fromCodePoint(0x4e00 + n),
  }));
}

const join = (crowd: Crowd, kind: ScribeKind, seats: ScribeSeat[]) =>
  crowd.ask({ ask: 'scribes-join', crowd: kind, seats, answers: kind !== 'relay' });

/** Of each round, µs of the server's processor for one letter at one reader. */
async function spend(needs: Needs, crowd: Crowd, meeting: CalledMeeting, rounds: number) {
  const spent: Record<ScribeKind, number[]> = { ours: [], hocuspocus: [], relay: [] };
  const running = {
    ours: await start(needs, 'ours'),
    hocuspocus: await start(needs, 'hocuspocus'),
    relay: await start(needs, 'relay'),
  };
  for (const kind of kinds) await join(crowd, kind, seatsAt(meeting, kind, running[kind]));
  for (let round = -1; round < rounds; round += 1) {
    for (const kind of kinds) {
      const before = await processor(running[kind]);
      await crowd.ask({ ask: 'scribes-type', crowd: kind, ...pace });
      const delivered = scribes * (scribes - 1) * pace.letters;
      if (round >= 0) spent[kind].push((((await processor(running[kind])) - before) * 1_000) / delivered);
    }
  }
  for (const kind of kinds) {
    await crowd.ask({ ask: 'scribes-leave', crowd: kind });
    await kill(running[kind]);
  }
  return spent;
}

/** Letters that another had seen when the server was killed, and how many of them a reader misses after its restart. */
async function loss(needs: Needs, crowd: Crowd, kind: ScribeKind): Promise<string> {
  const meeting = await meetingOfScribes(needs);
  const first = await start(needs, kind);
  await join(crowd, kind, seatsAt(meeting, kind, first));
  await crowd.ask({ ask: 'scribes-type-on', crowd: kind, letters: 200, every: pace.every });
  await pause(5_000);
  await kill(first);
  await pause(200);
  const seen = await crowd.ask({ ask: 'scribes-handed-on', crowd: kind });
  await crowd.ask({ ask: 'scribes-leave', crowd: kind });
  const again = await start(needs, kind);
  const seats = seatsAt(meeting, kind, again);
  const letters = seats.map(({ letter }) => letter);
  const kept = await crowd.ask({ ask: 'scribes-read', crowd: kind, seat: seats[0]!, letters });
  await kill(again);
  const lost = seen.reduce((sum, count, n) => sum + Math.max(0, count - (kept[n] ?? 0)), 0);
  return `${lost} of ${seen.reduce((sum, count) => sum + count, 0)}`;
}

export async function benchMinutes(needs: Needs, crowd: Crowd, rounds: number): Promise<string[]> {
  const { ours, hocuspocus, relay } = await spend(needs, crowd, await meetingOfScribes(needs), rounds);
  const of = { what: '20 write in the minutes, processor for a letter at one reader', ours, unit: 'µs' };
  const lost = [];
  for (const kind of kinds) lost.push(`${kind} ${await loss(needs, crowd, kind)}`);
  return [
    line({ ...of, peer: 'hocuspocus', theirs: hocuspocus }),
    line({ ...of, peer: 'a bare relay that keeps nothing', theirs: relay }),
    `Letters others had seen and nobody can read after the server was killed and started anew: ${lost.join(', ')}`,
  ];
}
