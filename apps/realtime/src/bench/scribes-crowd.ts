/** The crowd's half of the minutes: twenty who type, and one who reads after the server came back. */
import type { ScribeAsk } from './asking.ts';
import { pause } from './figures.ts';
import { Scribe } from './scribe.ts';

const rooms = new Map<string, { scribes: Scribe[]; letters: string[]; typed: number }>();

const roomOf = (crowd: string) => {
  const room = rooms.get(crowd);
  if (!room) throw new Error(`Nobody types in ${crowd}`);
  return room;
};

async function type(crowd: string, letters: number, every: number): Promise<void> {
  const room = roomOf(crowd);
  const [first] = room.scribes;
  for (let n = 0; n < letters; n += 1) {
    // Spread over the interval, as people do.
    for (const scribe of room.scribes) {
      scribe.type();
      if (scribe !== first && room.scribes.indexOf(scribe) % 5 === 0) await pause(every / (room.scribes.length / 5));
    }
    room.typed += 1;
  }
}

/** Waits until everybody sees all that everybody typed. */
async function allSeen(crowd: string): Promise<void> {
  const { scribes, letters, typed } = roomOf(crowd);
  const missing = () => scribes.some((one) => letters.some((letter) => one.seen().get(letter) !== typed));
  for (let waited = 0; missing(); waited += 50) {
    if (waited > 20_000) throw new Error(`In ${crowd} not everybody saw everything`);
    await pause(50);
  }
}

/** By letter, how much of it somebody saw who did not type it: what the server had handed on. */
function handedOn(crowd: string): number[] {
  const { scribes, letters } = roomOf(crowd);
  return letters.map((letter, writer) =>
    Math.max(...scribes.map((one, reader) => (reader === writer ? 0 : (one.seen().get(letter) ?? 0)))),
  );
}

export async function askScribes(ask: ScribeAsk): Promise<number[]> {
  switch (ask.ask) {
    case 'scribes-join': {
      const scribes = ask.seats.map((seat) => new Scribe(seat));
      if (ask.answers) await Promise.all(scribes.map(({ synced }) => synced));
      else await pause(300);
      rooms.set(ask.crowd, { scribes, letters: ask.seats.map(({ letter }) => letter), typed: 0 });
      return [];
    }
    case 'scribes-type':
      await type(ask.crowd, ask.letters, ask.every);
      await allSeen(ask.crowd);
      return [];
    case 'scribes-type-on':
      void type(ask.crowd, ask.letters, ask.every);
      return [];
    case 'scribes-handed-on':
      return handedOn(ask.crowd);
    case 'scribes-read': {
      const reader = new Scribe(ask.seat);
      await Promise.race([reader.synced, pause(2_000)]);
      const seen = reader.seen();
      reader.close();
      return ask.letters.map((letter) => seen.get(letter) ?? 0);
    }
    case 'scribes-leave':
      for (const scribe of roomOf(ask.crowd).scribes) scribe.close();
      rooms.delete(ask.crowd);
      return [];
  }
}
