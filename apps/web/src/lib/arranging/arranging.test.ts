import type { Arrangement, ArrangementRequest } from '@yishiting/domain/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storageIn } from '#lib/live/testing-storage.ts';
import { Arranging } from './arranging.svelte.ts';
import type { Form } from './form.ts';

const meeting = '33333333-3333-4333-8333-333333333333';
const blank: Arrangement = {
  meeting,
  matter: '3号楼加装电梯',
  procedure: 'hearing',
  body: { id: 'b', name: '居委会' },
  place: '',
  plannedAt: null,
  status: 'draft',
  description: '',
  language: 'zh-CN',
  people: [],
  agenda: [],
  joinCode: null,
  noticePending: false,
  notice: { own: null, contact: '', phone: '', observers: null },
  organ: '桂花社区居民委员会',
};

/** What the server has, and how it answers. */
let there: Arrangement;
let puts: ArrangementRequest[];
/** Items that it has made. */
let made = 0;
/** `lost`: stored, and the answer never comes. */
let answers: 'well' | 'lost' | 'away';

beforeEach(() => {
  vi.useFakeTimers();
  [there, puts, answers] = [structuredClone(blank), [], 'well'];
  vi.stubGlobal('sessionStorage', storageIn());
  vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit) => {
    if (answers === 'away') throw new TypeError('no network');
    if (method === 'PUT') {
      const request = JSON.parse(String(body)) as ArrangementRequest;
      puts.push(request);
      const agenda = request.agenda.map((one) => ({ ...one, item: one.item ?? `item ${++made}` }));
      there = {
        ...there,
        ...request,
        agenda,
        notice: request.notice ?? there.notice,
        place: request.place.trim(),
        people: [],
      };
      if (answers === 'lost') throw new TypeError('the answer is lost');
    }
    return new Response(JSON.stringify(there));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** A page as it is opened: what the server has, and what this browser kept. */
const opened = () => new Arranging('guihua', structuredClone(there));
function typing(page: Arranging, change: Partial<Form>): void {
  Object.assign(page.form, change);
  page.typed(JSON.parse(JSON.stringify(page.form)) as Form);
}

it('saves what is typed, and nothing when nothing is', async () => {
  const page = opened();
  page.typed(page.form);
  await pass(60_000);
  expect(puts).toEqual([]);
  typing(page, { place: '二楼会议室 ' });
  await pass(2_000);
  expect(puts).toMatchObject([{ place: '二楼会议室 ' }]);
  expect(page.saving.is).toBe('saved');
  expect(page.form.place, 'nothing is changed under the hand').toBe('二楼会议室 ');
});

it('an item keeps the id that the server gave it, through renaming, moving and a reload', async () => {
  const page = opened();
  const item = (key: string, title: string) => ({ key, title, step: null, minutes: '' });
  typing(page, { agenda: [item('new-1', '议题甲'), item('new-2', '议题乙')] });
  await pass(2_000);
  const [first, second] = there.agenda.map((one) => one.item);
  expect(page.items).toEqual({ 'new-1': first, 'new-2': second });
  typing(page, { agenda: [item('new-2', '议题乙'), item('new-1', '议题甲，改')] });
  const reloaded = opened();
  reloaded.typed(reloaded.form);
  await pass(2_000);
  expect(there.agenda.map((one) => [one.item, one.title])).toEqual([
    [second, '议题乙'],
    [first, '议题甲，改'],
  ]);
});

it('finds what was typed again after a reload, with the network away, and saves it when it is back', async () => {
  answers = 'away';
  const page = opened();
  typing(page, { place: '二楼会议室' });
  await pass(2_000);
  expect(page.saving).toMatchObject({ is: 'failed', again: true });
  answers = 'well';
  const reloaded = opened();
  expect(reloaded.form.place).toBe('二楼会议室');
  reloaded.typed(reloaded.form);
  await pass(2_000);
  expect(there.place).toBe('二楼会议室');
  expect(opened().form.place).toBe('二楼会议室');
});

it('keeps half a date through a reload, and does not call it saved', async () => {
  const page = opened();
  typing(page, { day: '2026-03-10' });
  await pass(2_000);
  expect(page.saving.is).toBe('held');
  expect(page.wrong).toEqual({ plannedAt: 'half-a-time' });
  expect(puts).toEqual([]);
  expect(opened().form.day).toBe('2026-03-10');
});

it('does not take its own work for a colleague’s when the answer is lost', async () => {
  const page = opened();
  answers = 'lost';
  typing(page, { place: '二楼会议室' });
  await pass(1_500);
  expect(page.saving.is).toBe('failed');
  answers = 'well';
  await pass(5_000);
  expect(page.saving.is).toBe('saved');
  expect(puts, 'it is there already').toHaveLength(1);
});

it('nor when it went on typing meanwhile', async () => {
  const page = opened();
  answers = 'lost';
  typing(page, { place: '二楼' });
  await pass(1_500);
  answers = 'well';
  typing(page, { place: '二楼会议室' });
  await pass(2_000);
  expect(page.saving.is).toBe('saved');
  expect(there.place).toBe('二楼会议室');
});

it.each([
  ['keeps ours', '我的地点'],
  ['takes theirs', '别人的地点'],
] as const)('overwrites nobody unasked; asked, it %s', async (way, place) => {
  const page = opened();
  there = { ...there, place: '别人的地点' };
  typing(page, { place: '我的地点' });
  await pass(60_000);
  expect(page.saving.is).toBe('overtaken');
  expect(there.place).toBe('别人的地点');
  if (way === 'keeps ours') page.keepOurs();
  else page.takeTheirs();
  await pass(2_000);
  expect(page.saving.is).toBe('saved');
  expect([there.place, page.form.place]).toEqual([place, place]);
  expect(opened().form.place).toBe(place);
});

it('asks as well when somebody saved between typing and the reload', async () => {
  const page = opened();
  answers = 'away';
  typing(page, { place: '我的地点' });
  await pass(2_000);
  answers = 'well';
  there = { ...there, place: '别人的地点' };
  const reloaded = opened();
  reloaded.typed(reloaded.form);
  await pass(2_000);
  expect(reloaded.saving.is).toBe('overtaken');
  expect(there.place).toBe('别人的地点');
});

it('says that the meeting was called meanwhile, and sends nothing', async () => {
  const page = opened();
  there = { ...there, status: 'called' };
  typing(page, { place: '太晚了' });
  await pass(2_000);
  expect(page.saving).toMatchObject({ is: 'failed', refusal: { code: 'wrong-phase' }, again: false });
  expect(puts).toEqual([]);
});

it('names at once all that keeps the meeting from being called, and nothing that does not', () => {
  const page = opened();
  Object.assign(page.form, { matter: ' ', day: '2026-03-10', time: '' });
  expect(page.gaps('served')).toEqual({
    matter: 'empty',
    place: 'empty',
    plannedAt: 'half-a-time',
    people: 'no-chair',
    recorder: 'no-recorder',
  });
  const unasked = { reply: { is: 'not-asked' }, standsInFor: null };
  const chair = { person: 'p', name: '周建国', standing: '', capacities: ['chair', 'recorder'], ...unasked };
  Object.assign(page.form, { matter: '加装电梯', day: '', place: '议事厅', people: [chair] });
  expect(page.gaps('served')).toEqual({ plannedAt: 'empty' });
  expect(page.gaps('start-now')).toEqual({});
});
