/**
 * What the seats of one hearing are sent, and what that takes of the server's processor, over the first five scenes of the
 * seeded hearing: against stock socket.io that sends the same patches to one room for each audience and knows nothing else,
 * and against stock socket.io that tells everybody each fact as the record has it, secrets and all.
 */
import type { RecordedEvent } from '@yishiting/domain/chain';
import { hearing } from '@yishiting/domain/procedures/hearing';
import type { Down } from '@yishiting/domain/protocol';
import { loadEvents } from '@yishiting/db/meeting-events';
import { audienceOf } from '../room/audience.ts';
import type { RoomsNeeds } from '../live/rooms.ts';
import { aHearing } from '../testing/course/course.ts';
import { calledPeople, castOf } from '../testing/course/stage.ts';
import { mulberry32 } from '../testing/random.ts';
import type { Crowd } from './crowd-process.ts';
import { line, pause } from './figures.ts';
import { openHouse } from './houses.ts';
import { callSuch, type CalledMeeting } from './meetings.ts';
import { Played } from './played.ts';
import { openStock, type Stock } from './stock.ts';

type Needs = Pick<RoomsNeeds, 'db' | 'pool' | 'sealKey' | 'log'>;

const seats = 50;
const lastScene = 'the first soundings';
const settling = 300;

/** Of one seat: bytes it was sent from its joining on, and ms of the server's processor from then on. */
interface Taken {
  bytes: number;
  cpu: number;
}

/** What was told in one course, to be told again by others. */
interface Told {
  taken: Taken;
  meeting: CalledMeeting;
  audiences: Map<string, string>;
  /** What a seat of each audience was sent first. */
  wholes: Map<string, Down>;
  patches: { audience: string; message: Down }[];
  facts: RecordedEvent[];
}

async function join(crowd: Crowd, name: string, origin: string, { community, place, members, chair }: CalledMeeting) {
  const phones = [chair, ...members].slice(0, seats);
  await crowd.ask({ ask: 'join', crowd: name, origin, community, meeting: place.meeting, phones, atOnce: 10 });
  await pause(settling);
}

/** Plays, and notes what that took, when all has arrived. */
async function taking(crowd: Crowd, name: string, play: () => Promise<void>): Promise<Taken> {
  const before = process.cpuUsage();
  await play();
  await pause(settling);
  const { user, system } = process.cpuUsage(before);
  const bytes = await crowd.ask({ ask: 'bytes', crowd: name });
  await crowd.ask({ ask: 'leave', crowd: name });
  return { bytes: bytes.reduce((sum, one) => sum + one, 0) / seats, cpu: (user + system) / 1_000 / seats };
}

async function ours(needs: Needs, crowd: Crowd, seed: number): Promise<Told> {
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, pass: (ms: number) => void (ahead += ms) };
  const patches: Told['patches'] = [];
  const house = await openHouse({ ...needs, clock }, 'in-postgres', (audience, message) => {
    if (message.t === 'patch') patches.push({ audience, message });
  });
  const people = calledPeople(seats);
  const items = hearing.agenda!.map(({ value }) => ({ title: value.title['zh-CN'], step: value.id }));
  const meeting = await callSuch(needs.db, { people, items }, (community) => house.rooms.epoch(community));
  const live = await house.rooms.open(meeting.place);
  if (!live) throw new Error('The room does not open');
  const byName = new Map(Object.values(live.room.meeting.attendance.people).map(({ name, seat }) => [name, seat]));
  const cast = castOf(people, (name) => byName.get(name)!);
  const audiences = new Map(
    Object.values(live.room.meeting.attendance.people).map(({ seat, capacities }) => [
      seat,
      audienceOf({ capacities, staff: false }),
    ]),
  );
  await join(crowd, 'ours', house.origin, meeting);
  patches.length = 0;
  const wholes = new Map<string, Down>();
  for (const [seat, audience] of audiences) {
    if (wholes.has(audience)) continue;
    const send = (message: Down) => void (message.t === 'whole' && wholes.set(audience, message));
    const listener = { send, follow: () => {}, end: () => {} };
    live.hall.enter(listener, { kind: 'seat', seat, name: '', staff: false });
    live.hall.leave(listener);
  }
  const stage = new Played(live, { cast, random: mulberry32(seed), clock });
  const taken = await taking(crowd, 'ours', async () => {
    for await (const scene of aHearing(stage)) if (scene === lastScene) break;
  });
  const { community, meeting: id } = meeting.place;
  const facts = await loadEvents(needs.db, community, id);
  await house.stop();
  return { taken, meeting, audiences, wholes, patches, facts };
}

async function again(crowd: Crowd, told: Told, stock: Stock, messages: readonly (() => void)[]): Promise<Taken> {
  await join(crowd, 'stock', stock.origin, told.meeting);
  const taken = await taking(crowd, 'stock', async () => {
    for (const send of messages) {
      send();
      await pause(5);
    }
  });
  await stock.stop();
  return taken;
}

async function samePatches(crowd: Crowd, told: Told): Promise<Taken> {
  const roomOf = (seat: string) => told.audiences.get(seat)!;
  const stock = await openStock((seat: string) => told.wholes.get(roomOf(seat)), roomOf);
  return again(
    crowd,
    told,
    stock,
    told.patches.map(
      ({ audience, message }) =>
        () =>
          stock.tell(audience, message),
    ),
  );
}

async function eachFact(crowd: Crowd, told: Told): Promise<Taken> {
  const asTold = ({ version, type, data, seat, actingAs, at }: RecordedEvent) => ({
    version,
    type,
    data,
    seat,
    actingAs,
    at,
  });
  const [called, ...facts] = told.facts.map(asTold);
  const stock = await openStock(() => ({ t: 'whole', facts: [called] }));
  return again(
    crowd,
    told,
    stock,
    facts.map((fact) => () => stock.tellAll({ t: 'patch', fact })),
  );
}

/** @param rounds how often the course is played, each with a seed of its own */
export async function benchCourse(needs: Needs, crowd: Crowd, rounds: number): Promise<string[]> {
  const taken: Record<'ours' | 'patches' | 'facts', Taken[]> = { ours: [], patches: [], facts: [] };
  for (let round = 0; round < rounds; round += 1) {
    const told = await ours(needs, crowd, round + 1);
    taken.ours.push(told.taken);
    taken.patches.push(await samePatches(crowd, told));
    taken.facts.push(await eachFact(crowd, told));
  }
  const what = `A hearing of ${seats} seats up to its second sounding`;
  const peers = {
    patches: 'stock socket.io sending each audience the same patches',
    facts: 'stock socket.io telling everybody each fact',
  } as const;
  return (['patches', 'facts'] as const).flatMap((peer) =>
    (['bytes', 'cpu'] as const).map((of) =>
      line({
        what: `${what}, ${of === 'bytes' ? 'bytes to a seat' : 'processor for a seat'}`,
        peer: peers[peer],
        ours: taken.ours.map((one) => one[of]),
        theirs: taken[peer].map((one) => one[of]),
        unit: of === 'bytes' ? 'bytes' : 'ms',
      }),
    ),
  );
}
