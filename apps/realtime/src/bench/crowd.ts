/** The crowd: a process beside the server's that holds all the phones. Started by crowd-process.ts. */
import { instant, type Ask, type Phone, type ScribeAsk } from './asking.ts';
import { PhoneSocket } from './phone.ts';
import { askScribes } from './scribes-crowd.ts';

const crowds = new Map<string, PhoneSocket[]>();
const awaited = new Map<string, Promise<number[]>>();

const of = (name: string): PhoneSocket[] => crowds.get(name) ?? [];
const since = (from: number, instants: number[]): number[] => instants.map((at) => (at - from) / 1e6);

/** Every phone does it in one turn. @returns the ms until each had what it waits for */
async function inOneTurn(
  phones: PhoneSocket[],
  wait: (phone: PhoneSocket) => Promise<number>,
  act: (phone: PhoneSocket) => void,
) {
  const answers = phones.map(wait);
  const from = instant();
  for (const phone of phones) act(phone);
  return since(from, await Promise.all(answers));
}

/** @returns the ms until each phone had its view, from its own knock */
async function join(ask: Ask & { ask: 'join' }): Promise<number[]> {
  const { crowd, origin, community, meeting, phones, atOnce } = ask;
  const taken: number[] = [];
  const joined: PhoneSocket[] = [];
  const left = [...phones];
  const knock = async (phone: Phone) => {
    const from = instant();
    const socket = new PhoneSocket(origin, phone.cookie, { community, meeting, seat: phone.seat });
    joined.push(socket);
    taken.push(((await socket.next('whole')) - from) / 1e6);
  };
  const queue = async () => {
    for (let phone = left.pop(); phone; phone = left.pop()) await knock(phone);
  };
  await Promise.all(Array.from({ length: atOnce }, queue));
  crowds.set(crowd, joined);
  return taken;
}

const isOfScribes = (ask: Ask | ScribeAsk): ask is ScribeAsk => ask.ask.startsWith('scribes-');

function carryOut(ask: Ask | ScribeAsk): Promise<number[]> | number[] {
  if (isOfScribes(ask)) return askScribes(ask);
  const phones = of(ask.crowd);
  switch (ask.ask) {
    case 'join':
      return join(ask);
    case 'command': {
      const expected = `"answer":"${ask.answer}"`;
      return inOneTurn(
        phones,
        (phone) => phone.next('answer', (text) => text.includes(expected)),
        (phone) => phone.command(ask.command),
      );
    }
    case 'whole':
      return inOneTurn(
        phones,
        (phone) => phone.next('whole'),
        (phone) => phone.askWhole(),
      );
    case 'await-patch':
      awaited.set(ask.crowd, Promise.all(phones.map((phone) => phone.next('patch'))));
      return [];
    case 'patch-heard':
      return awaited.get(ask.crowd) ?? [];
    case 'bytes':
      return phones.map(({ bytes }) => bytes);
    case 'leave':
      for (const phone of phones) phone.close();
      crowds.delete(ask.crowd);
      return [];
  }
}

process.on('message', async ({ id, ask }: { id: number; ask: Ask | ScribeAsk }) => {
  try {
    process.send?.({ id, instants: await carryOut(ask) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
