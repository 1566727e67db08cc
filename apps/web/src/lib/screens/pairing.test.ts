import type { ApiRefusal } from '@yishiting/domain/api';
import { expect, it } from 'vitest';
import { Pairing } from './pairing.svelte.ts';

const screen = { community: 'nanmen', meeting: 'm', screen: 's' };
const waiting = { state: 'waiting' };
const refused = (code: ApiRefusal['code'], seconds?: number) => ({
  refused: { code, ...(seconds !== undefined && { params: { seconds } }) },
});
type Answer = object | ReturnType<typeof refused>;

/** A page whose requests are answered by this list, one after the other; then it hears nothing any more. */
async function aPage(answers: Answer[]) {
  const sent: unknown[] = [];
  const shown: [code: string | null, away: boolean, pause: number][] = [];
  const paired: unknown[] = [];
  const pairing = new Pairing({
    post: async (path, body) => {
      sent.push(body === undefined ? path : body);
      const answer = answers.shift();
      if (!answer) return new Promise(() => {});
      return 'refused' in answer
        ? { ok: false, refusal: (answer as ReturnType<typeof refused>).refused }
        : { ok: true, value: answer as never };
    },
    pause: async (ms) => void shown.push([pairing.code, pairing.away, ms]),
  });
  const stop = pairing.begin((one) => paired.push(one));
  await new Promise((resolve) => setTimeout(resolve));
  return { sent, shown, paired, pairing, stop };
}

it('shows a code, looks every two seconds, and goes where it was paired to', async () => {
  const { sent, shown, paired } = await aPage([{ code: 'K7M4QX' }, waiting, { state: 'paired', ...screen }]);
  expect(sent).toEqual(['/api/screen-code', { code: 'K7M4QX' }, { code: 'K7M4QX' }]);
  expect(shown).toEqual([
    ['K7M4QX', false, 2_000],
    ['K7M4QX', false, 2_000],
  ]);
  expect(paired).toEqual([screen]);
});

it('renews a code that is over at once', async () => {
  const { sent, pairing } = await aPage([{ code: 'AAAAAA' }, refused('not-found'), { code: 'BBBBBB' }]);
  expect(sent.slice(0, 3)).toEqual(['/api/screen-code', { code: 'AAAAAA' }, '/api/screen-code']);
  expect(pairing.code).toBe('BBBBBB');
});

it('[R4] keeps its code while the server is away, and waits as long as it is told', async () => {
  const { shown } = await aPage([refused('too-fast', 60), { code: 'AAAAAA' }, refused('try-again'), waiting]);
  expect(shown).toEqual([
    [null, true, 60_000],
    ['AAAAAA', false, 2_000],
    ['AAAAAA', true, 2_000],
    ['AAAAAA', false, 2_000],
  ]);
});

it('asks for nothing any more once it was left', async () => {
  const answers = Array.from({ length: 50 }, () => ({ code: 'AAAAAA' }));
  const { sent, stop } = await aPage([...answers.slice(0, 1)]);
  stop();
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toHaveLength(2);
});
