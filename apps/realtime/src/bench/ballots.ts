/** A burst of ballots at one instant over real sockets, each answered after its commit: against no database, and against a transaction a ballot. */
import type { RoomsNeeds } from '../live/rooms.ts';
import { Chair } from './chair.ts';
import type { Crowd } from './crowd-process.ts';
import { line, pause, quantile } from './figures.ts';
import { openHouse, type House, type Keeping } from './houses.ts';
import { callLargeMeeting } from './meetings.ts';

type Needs = Pick<RoomsNeeds, 'db' | 'pool' | 'sealKey' | 'log'>;

interface Hustings {
  house: House;
  chair: Chair;
  crowd: string;
  members: number;
  /** Of each round, the 99th percentile of the answers in ms. */
  p99: number[];
}

async function set(needs: Needs, crowd: Crowd, keeping: Keeping, members: number): Promise<Hustings> {
  const house = await openHouse(needs, keeping);
  const meeting = await callLargeMeeting(needs.db, members, (community) => house.rooms.epoch(community));
  const chair = await Chair.open(house, meeting);
  const name = `${keeping} ${members}`;
  const { origin } = house;
  const { community, place, members: phones } = meeting;
  await crowd.ask({ ask: 'join', crowd: name, origin, community, meeting: place.meeting, phones, atOnce: 20 });
  return { house, chair, crowd: name, members, p99: [] };
}

async function round({ chair, crowd: name, members, p99 }: Hustings, crowd: Crowd, counts: boolean): Promise<void> {
  const vote = await chair.opensVote();
  await pause(300);
  const command = { type: 'cast-ballot', vote, choice: 'yes' };
  const answered = await crowd.ask({ ask: 'command', crowd: name, command, answer: 'accepted' });
  await chair.closesVote(vote, members);
  await pause(300);
  if (counts) p99.push(quantile(answered, 0.99));
}

/** @param rounds how often each way gets its turn, after one that does not count */
export async function benchBallots(needs: Needs, crowd: Crowd, members: number, rounds: number): Promise<string[]> {
  const ours = await set(needs, crowd, 'in-postgres', members);
  const floor = await set(needs, crowd, 'in-memory', members);
  const single = await set(needs, crowd, 'one-by-one', members);
  const all = [ours, floor, single];
  for (let n = 0; n <= rounds; n += 1) {
    for (const one of all) await round(one, crowd, n > 0);
  }
  for (const { house, crowd: name } of all) {
    await crowd.ask({ ask: 'leave', crowd: name });
    await house.stop();
  }
  const what = `${members} ballots at one instant, p99 of the answers`;
  const of = { what, ours: ours.p99, unit: 'ms' };
  return [
    line({ ...of, peer: 'the same without a database', theirs: floor.p99, aim: 1.2 }),
    line({ ...of, peer: 'one transaction a ballot', theirs: single.p99 }),
  ];
}
