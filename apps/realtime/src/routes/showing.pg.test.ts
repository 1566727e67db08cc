import { aDatabase } from '@yishiting/db/testing';
import { followsAll, noScreens } from '@yishiting/domain/screens';
import { expect, it } from 'vitest';
import { KeptRows } from '../live/kept-rows.ts';
import { screensOf } from '../screens/screens.ts';
import { aServer, buildCalled, buildStaff, newCommandId, signedInAs, type TestBrowser } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);
const tokenOf = (url: string) => url.split('#')[1]!;
const code = { kind: 'code' } as const;
const agenda = { kind: 'agenda', page: null } as const;
const said = (text: string) => ({ kind: 'message', text }) as const;

async function aMeeting() {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting } = await buildCalled(db, host, staff);
  const at = (path: string) => staff.at(`meetings/${meeting}/${path}`);
  const first = (await host.post(at('screen'), {})).body.screen as string;
  const connect = async () => {
    const wall = server.browser();
    const { body } = await wall.post('/api/screen-code', {});
    return (await host.post(at('screens'), { code: body.code })).body.screen as string;
  };
  const place = { community: staff.id, meeting };
  /** As a server that has just been started reads it. */
  const read = screensOf(db, place, server.deps.clock);
  const shown = async () => (await read()).screens.map(({ content, blanked }) => (blanked ? 'dark' : content.kind));
  const prepared = async () => (await read()).queue.map(({ content }) => content);
  const prepare = async (content: object, on: string | null = null) => {
    const entry = newCommandId();
    expect((await host.post(at('screens/queue'), { entry, on, content })).status).toBe(200);
    return entry;
  };
  return { staff, host, meeting, at, first, connect, read, shown, prepared, prepare };
}

it('[H9] each screen has a content of its own, and a restart keeps it', async () => {
  const { host, at, first, connect, shown, read } = await aMeeting();
  const second = await connect();
  expect((await read()).screens[1]).toMatchObject({ screen: second, number: 2, ...followsAll, blanked: false });
  await host.post(at('screens/show'), { on: [first], content: agenda });
  expect(await shown()).toEqual(['agenda', 'follow']);
  await host.post(at('screens/show'), { on: [second], content: code });
  expect(await shown()).toEqual(['agenda', 'code']);
  await host.post(at('screens/show'), { on: null, content: said('请就座') });
  expect(await shown()).toEqual(['message', 'message']);
  const frame = { header: false, footer: true, clock: false };
  await host.post(at('screens/frame'), { on: [second], frame });
  expect((await read()).screens.map((one) => one.frame)).toEqual([followsAll.frame, frame]);
});

it('blank covers what a screen shows, which comes back; whatever else is shown uncovers it', async () => {
  const { host, at, first, connect, shown } = await aMeeting();
  const second = await connect();
  await host.post(at('screens/show'), { on: [first], content: code });
  await host.post(at('screens/show'), { on: null, content: { kind: 'blank' } });
  expect(await shown()).toEqual(['dark', 'dark']);
  await host.post(at('screens/show'), { on: [second], content: agenda });
  expect(await shown()).toEqual(['dark', 'agenda']);
  await host.post(at('screens/uncover'), { on: null });
  expect(await shown()).toEqual(['code', 'agenda']);
});

it('what is prepared comes in its order, goes where it is meant for, and is shown once', async () => {
  const { host, at, first, connect, shown, prepared, prepare } = await aMeeting();
  const second = await connect();
  const [one, two, three] = [await prepare(code), await prepare(said('休息十分钟')), await prepare(agenda, second)];
  await host.post(at('screens/queue'), { entry: one, on: null, content: code });
  await host.post(at('screens/queue/move'), { entry: three, before: two });
  expect(await prepared()).toEqual([code, agenda, said('休息十分钟')]);
  expect(await shown()).toEqual(['follow', 'follow']);
  const taps = await Promise.all([1, 2, 3, 4].map(() => host.post(at('screens/next'), { entry: one })));
  expect(taps.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect([await shown(), await prepared()]).toEqual([
    ['code', 'code'],
    [agenda, said('休息十分钟')],
  ]);
  await host.post(at('screens/next'), { entry: three });
  expect(await shown()).toEqual(['code', 'agenda']);
  await host.post(at('screens/queue/remove'), { entry: two });
  await host.post(at('screens/next'), { entry: two });
  expect([await shown(), await prepared()]).toEqual([['code', 'agenda'], []]);
  expect(first).not.toBe(second);
});

it('where there is no such screen nothing is shown, and what was prepared stays', async () => {
  const { host, at, first, connect, shown, prepared, prepare } = await aMeeting();
  const second = await connect();
  const entry = await prepare(code, second);
  await host.post(at('screens/disconnect'), { screen: second });
  const refusal = { status: 404, body: { code: 'no-such-screen' } };
  expect(await host.post(at('screens/next'), { entry })).toMatchObject(refusal);
  expect(await host.post(at('screens/show'), { on: [second], content: code })).toMatchObject(refusal);
  const elsewhere = await aMeeting();
  expect(await host.post(at('screens/show'), { on: [elsewhere.first], content: code })).toMatchObject(refusal);
  expect([await elsewhere.shown(), await shown(), await prepared()]).toEqual([['follow'], ['follow'], [code]]);
  await host.post(at('screens/disconnect'), { screen: first });
  expect(await host.post(at('screens/show'), { on: null, content: code })).toMatchObject(refusal);
});

it('[R14] chair, recorder and staff turn the screens and share the queue; nobody else does', async () => {
  const { staff, host, meeting, at, first, shown, prepared } = await aMeeting();
  const links = (await host.post(at('links'), {})).body as { url: string; capacities: string[] }[];
  const may = [];
  for (const { url, capacities } of links) {
    const browser: TestBrowser = server.browser();
    await browser.post(staff.at('enter'), { token: tokenOf(url) });
    const entry = newCommandId();
    const tried = [
      await browser.post(at('screens/show'), { on: [first], content: code }),
      await browser.post(at('screens/queue'), { entry, on: null, content: said(capacities.join()) }),
      await browser.post(at('screens/queue/move'), { entry, before: null }),
      await browser.post(at('screens/uncover'), { on: null }),
      await browser.post(at('screens/frame'), { on: null, frame: followsAll.frame }),
    ];
    const statuses = new Set(tried.map(({ status }) => status));
    expect(statuses.size).toBe(1);
    if (statuses.has(200)) may.push(capacities.join());
    else expect(tried[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  expect(may.toSorted()).toEqual(['chair', 'recorder']);
  expect(await prepared()).toEqual(may.map(said));
  expect(await shown()).toEqual(['code']);
  expect(meeting).not.toBe('');
});

it.each([
  { on: [], content: code },
  { on: null, content: { kind: 'follow', page: 1 } },
  { on: null, content: { kind: 'document' } },
  { on: null, content: said('会'.repeat(201)) },
  { on: null, content: said('') },
  { on: null, content: { kind: 'agenda', page: 0 } },
])('[R8] what no screen can show is refused: %j', async (body) => {
  const { host, at, shown } = await aMeeting();
  expect(await host.post(at('screens/show'), body)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(await shown()).toEqual(['follow']);
});

it('the queue has an end', async () => {
  const { host, at, prepare } = await aMeeting();
  for (let n = 0; n < 60; n += 1) await prepare(code);
  const more = { entry: newCommandId(), on: null, content: code };
  expect(await host.post(at('screens/queue'), more)).toMatchObject({ body: { code: 'queue-full' } });
});

it('reads one after the other, so that what was committed last is told last', async () => {
  const order: string[] = [];
  const waits = [30, 1];
  const screens = new KeptRows(
    noScreens,
    async () => {
      const wait = waits.shift()!;
      await new Promise((resolve) => setTimeout(resolve, wait));
      order.push(String(wait));
      return { screens: [], queue: [{ entry: String(wait), on: null, content: code }] };
    },
    () => order.push('told'),
  );
  await Promise.all([screens.refresh(), screens.refresh()]);
  expect(order).toEqual(['30', 'told', '1', 'told']);
  expect(screens.state.queue[0]?.entry).toBe('1');
});
