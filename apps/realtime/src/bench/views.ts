/** What five hundred seats of one audience are shown, against stock socket.io that sends them the same bytes: a patch, the whole view, joining. */
import { mine } from '@yishiting/domain/view';
import type { Down } from '@yishiting/domain/protocol';
import type { RoomsNeeds } from '../live/rooms.ts';
import { instant } from './asking.ts';
import { Chair } from './chair.ts';
import type { Crowd } from './crowd-process.ts';
import { line, pause } from './figures.ts';
import { openHouse } from './houses.ts';
import { callLargeMeeting, type CalledMeeting } from './meetings.ts';
import { openStock, type Stock } from './stock.ts';

type Needs = Pick<RoomsNeeds, 'db' | 'pool' | 'sealKey' | 'log'>;
type Side = 'ours' | 'stock';

/** What one round took: ms until the last phone had it, and ms of the server's processor. */
interface Taken {
  last: number[];
  cpu: number[];
}

/** Now one first, now the other. */
const inTurn = (round: number): Side[] => (round % 2 === 0 ? ['ours', 'stock'] : ['stock', 'ours']);

const nothing = (): Record<Side, Taken> => ({ ours: { last: [], cpu: [] }, stock: { last: [], cpu: [] } });

/** Does it and notes what it took. @param work resolves with the ms until the last phone had it */
async function note(taken: Taken | null, work: () => Promise<number>): Promise<void> {
  const before = process.cpuUsage();
  const last = await work();
  const { user, system } = process.cpuUsage(before);
  taken?.last.push(last);
  taken?.cpu.push((user + system) / 1_000);
}

function lines(what: string, { ours, stock }: Record<Side, Taken>, aim?: number): string[] {
  const peer = 'stock socket.io with the same bytes';
  const aimed = aim === undefined ? {} : { aim };
  return [
    line({ what: `${what}, until the last has it`, peer, ours: ours.last, theirs: stock.last, unit: 'ms', ...aimed }),
    line({ what: `${what}, processor`, peer, ours: ours.cpu, theirs: stock.cpu, unit: 'ms', ...aimed }),
  ];
}

interface Hallful {
  crowd: Crowd;
  chair: Chair;
  stock: Stock;
  meeting: CalledMeeting;
  origins: Record<Side, string>;
  /** The last patch that went out. */
  patch: () => Down;
}

async function patches({ crowd, chair, stock, patch }: Hallful, rounds: number): Promise<string[]> {
  const taken = nothing();
  const tell: Record<Side, (round: number) => unknown> = {
    ours: (round) => chair.gives({ type: 'start-clock', seconds: 60 + (round % 600) }),
    stock: () => stock.tellAll(patch()),
  };
  // So that there is a patch to send for the peer, too.
  await tell.ours(0);
  for (let round = -5; round < rounds; round += 1) {
    for (const side of inTurn(round)) {
      // Past the breath between two patches, so that this one goes at once.
      await pause(100);
      await crowd.ask({ ask: 'await-patch', crowd: side });
      await note(round < 0 ? null : taken[side], async () => {
        const from = instant();
        await tell[side](round + 6);
        return (Math.max(...(await crowd.ask({ ask: 'patch-heard', crowd: side }))) - from) / 1e6;
      });
    }
  }
  return lines('A patch to 500 seats', taken, 1.1);
}

async function wholes({ crowd }: Hallful, rounds: number): Promise<string[]> {
  const taken = nothing();
  for (let round = -2; round < rounds; round += 1) {
    for (const side of inTurn(round)) {
      await pause(300);
      await note(round < 0 ? null : taken[side], async () =>
        Math.max(...(await crowd.ask({ ask: 'whole', crowd: side }))),
      );
    }
  }
  return lines('500 seats ask for the whole view at one instant', taken, 1.1);
}

async function join({ crowd, meeting, origins }: Hallful, side: Side): Promise<number> {
  const { community, place, members: phones } = meeting;
  const from = instant();
  const origin = origins[side];
  await crowd.ask({ ask: 'join', crowd: side, origin, community, meeting: place.meeting, phones, atOnce: 50 });
  return (instant() - from) / 1e6;
}

async function joins(hallful: Hallful, rounds: number): Promise<string[]> {
  const taken = nothing();
  for (let round = -1; round < rounds; round += 1) {
    for (const side of inTurn(round)) {
      await hallful.crowd.ask({ ask: 'leave', crowd: side });
      await pause(500);
      await note(round < 0 ? null : taken[side], () => join(hallful, side));
    }
  }
  return lines('500 seats join, 50 at once (stock asks nobody who they are)', taken);
}

export async function benchViews(needs: Needs, crowd: Crowd): Promise<string[]> {
  let patch: Down | null = null;
  const house = await openHouse(needs, 'in-memory', (_, message) => {
    if (message.t === 'patch') patch = message;
  });
  const meeting = await callLargeMeeting(needs.db, 500, (community) => house.rooms.epoch(community));
  const chair = await Chair.open(house, meeting);
  const { hall, room } = chair.live;
  // What a seat is sent, taken from the hall itself.
  const whole = await new Promise<Down>((resolve) => {
    const { seat } = meeting.members[0]!;
    const listener = { send: resolve, follow: () => {}, end: () => {} };
    hall.enter(listener, { kind: 'seat', seat, name: '', staff: false });
    hall.leave(listener);
  });
  if (whole.t !== 'whole' || mine(room.meeting, whole.mine?.seat ?? '', null) === undefined) throw new Error('No view');
  const stock = await openStock(() => whole);
  const origins = { ours: house.origin, stock: stock.origin };
  const hallful: Hallful = { crowd, chair, stock, meeting, origins, patch: () => patch! };
  const told = [...(await joins(hallful, 5)), ...(await patches(hallful, 60)), ...(await wholes(hallful, 10))];
  for (const side of ['ours', 'stock']) await crowd.ask({ ask: 'leave', crowd: side });
  await house.stop();
  await stock.stop();
  return told;
}
