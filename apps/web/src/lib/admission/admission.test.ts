import type { ApiRefusal } from '@yishiting/domain/api';
import { beforeEach, expect, it, vi } from 'vitest';
import { storageIn } from '#lib/live/testing-storage.ts';
import { Admission, type Ground } from './admission.svelte.ts';

const code: Ground = { by: 'code', code: '735914', name: '吴桂芳' };
const ticket = { meeting: 'm', ticket: 't1' };
const refused = (code: ApiRefusal['code']) => ({ refused: { code } });
type Answer = object | ReturnType<typeof refused>;

/** What the page remembers across a reload. */
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', storageIn(kept));
});

/** A page whose requests are answered by this list, one after the other; then it hears nothing any more. */
function aPage(answers: Answer[]) {
  const sent: [path: string, body: unknown][] = [];
  const entered: unknown[] = [];
  const states: string[] = [];
  const admission = new Admission('nanmen', (seat) => entered.push(seat), {
    post: async (path, body) => {
      sent.push([path.replace('/c/nanmen/api/', ''), body]);
      const answer = answers.shift();
      if (!answer) return new Promise(() => {});
      return 'refused' in answer
        ? { ok: false, refusal: (answer as ReturnType<typeof refused>).refused }
        : { ok: true, value: answer as never };
    },
    pause: async () => {
      const { asking } = admission;
      states.push(asking.is === 'waiting' && asking.away ? 'away' : asking.is);
    },
  });
  const settled = async () => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  };
  return { admission, sent, entered, states, settled };
}

it('asks, waits, and enters by itself once admitted', async () => {
  const seat = { meeting: 'm', seat: 's' };
  const waiting = { state: 'waiting' };
  const { admission, sent, entered, settled } = aPage([
    ticket,
    waiting,
    waiting,
    { state: 'admitted', token: 'x' },
    seat,
  ]);
  admission.ask(code);
  await settled();
  expect(sent).toEqual([
    ['ask', code],
    ['asked', ticket],
    ['asked', ticket],
    ['asked', ticket],
    ['enter', { token: 'x' }],
  ]);
  expect(entered).toEqual([seat]);
  expect(kept.size).toBe(0);
});

it('[R4] asks again by itself when the server was started anew and knows of nothing', async () => {
  const again = { meeting: 'm', ticket: 't2' };
  const answers = [
    ticket,
    refused('try-again'),
    refused('not-found'),
    refused('try-again'),
    again,
    { state: 'declined' },
  ];
  const { admission, sent, states, settled } = aPage(answers);
  admission.ask(code);
  await settled();
  expect(sent.map(([path]) => path)).toEqual(['ask', 'asked', 'asked', 'ask', 'ask', 'asked']);
  expect(sent.at(-1)).toEqual(['asked', again]);
  expect(states).toEqual(['waiting', 'away', 'waiting', 'away', 'waiting']);
  expect(admission.asking).toEqual({ is: 'declined' });
});

it('a correction of the name, and asking again after being declined, go under the same ticket', async () => {
  const { admission, sent, settled } = aPage([ticket, { state: 'declined' }, ticket]);
  admission.ask(code);
  await settled();
  admission.ask({ ...code, name: '吴桂芬' });
  await settled();
  expect(sent.at(2)).toEqual(['ask', { ...code, name: '吴桂芬', ticket: 't1' }]);
  admission.correct();
  expect(admission.asking).toEqual({ is: 'idle' });
});

it('what does not pass by itself ends the waiting, and is said', async () => {
  for (const answers of [
    [refused('wrong-code')],
    [ticket, refused('wrong-phase')],
    [ticket, { state: 'admitted', token: 'x' }, refused('link-void')],
  ]) {
    const { admission, sent, settled } = aPage([...answers]);
    const { refused: refusal } = answers.at(-1) as ReturnType<typeof refused>;
    admission.ask(code);
    await settled();
    expect(admission.asking).toEqual({ is: 'refused', refusal });
    expect(kept.size).toBe(0);
    admission.ask(code);
    expect(sent.at(-1)).toEqual(['ask', code]);
  }
});

it('goes on waiting after a reload, by the same code alone, and hears nothing after it left', async () => {
  const first = aPage([ticket]);
  first.admission.ask(code);
  await first.settled();
  const other = aPage([]);
  other.admission.resume('111111');
  expect(other.sent).toEqual([]);
  const second = aPage([{ state: 'admitted', token: 'x' }]);
  const leave = second.admission.resume('735914');
  expect(second.admission.asking).toEqual({ is: 'waiting', ground: code, away: false });
  expect(second.sent).toEqual([['asked', ticket]]);
  leave();
  await second.settled();
  expect(second.entered).toEqual([]);
});

it('asks again when it was loaded anew before there was an answer', async () => {
  const first = aPage([]);
  first.admission.ask(code);
  const second = aPage([ticket]);
  second.admission.resume('735914');
  expect(second.admission.asking).toEqual({ is: 'waiting', ground: code, away: false });
  expect(second.sent).toEqual([['ask', code]]);
});

it('a page that kept something unreadable opens as one that kept nothing', async () => {
  const { admission, settled } = aPage([ticket]);
  admission.ask(code);
  await settled();
  expect(kept.size).toBe(1);
  for (const name of kept.keys()) kept.set(name, '{"ground":');
  const reloaded = aPage([]);
  reloaded.admission.resume('735914');
  expect(reloaded.admission.asking).toEqual({ is: 'idle' });
});
