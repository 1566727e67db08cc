import { randomBytes } from 'node:crypto';
import { seatPeople } from '@yishiting/db/arrangements';
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson } from '@yishiting/db/testing-rows';
import { expect, it } from 'vitest';
import { makePersonalLinks } from '../identity/entering.ts';
import { patience } from '../identity/limits.ts';
import { whoJoins } from '../identity/who-is.ts';
import { aServer, buildCalled, buildStaff, newCommandId, password, signedInAs, type TestBrowser } from './testing.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);
const tokenOf = (url: string) => url.split('#')[1]!;
const cookieOf = (browser: TestBrowser) => `yishiting=${browser.cookies.get('yishiting')}`;

async function aCalledMeeting() {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting } = await buildCalled(db, host, staff);
  const links = (await host.post(staff.at(`meetings/${meeting}/links`), {})).body;
  return { staff, host, meeting, links };
}

it('makes a link for every seat, with an address that phones reach', async () => {
  const { staff, links } = await aCalledMeeting();
  expect(links.map(({ capacities }: Record<string, unknown>) => capacities)).toEqual([
    ['chair'],
    ['recorder'],
    ['member'],
  ]);
  expect(links[2]).toMatchObject({ name: '王秀兰', standing: '3号楼' });
  expect(links[2].url).toMatch(new RegExp(`^http://192\\.168\\.1\\.20:3000/c/${staff.code}/enter#[\\w-]{43}$`));
});

it('what the cards say alike: matter, time, place, and where to type which code', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  const path = staff.at(`meetings/${meeting}/invitation`);
  const { body } = await host.get(path);
  const row = (await pool.query('select * from meetings where id = $1', [meeting])).rows[0];
  expect(body).toEqual({
    matter: row.matter,
    plannedAt: Number(row.planned_at),
    place: row.place,
    demonstration: false,
    origin: 'http://192.168.1.20:3000',
    joinCode: row.join_code,
  });
  expect(body.joinCode).toMatch(/^\d{6}$/);
  // Chair and recorder make cards from their seats; a member does not.
  const seat = async (url: string) => {
    const browser = server.browser();
    await browser.post(staff.at('enter'), { token: tokenOf(url) });
    return (await browser.get(path)).status;
  };
  expect(await seat(links[1].url)).toBe(200);
  expect(await seat(links[2].url)).toBe(404);
});

it('[R9] opening a personal link changes nothing: only the tap that posts uses it', async () => {
  const { staff, links } = await aCalledMeeting();
  const rows = async () => (await pool.query('select * from links order by id')).rows;
  const before = await rows();
  const browser = server.browser();
  await browser.get(`/c/${staff.code}/enter`);
  await browser.get(staff.at('session'));
  expect(await rows()).toEqual(before);
  expect(browser.cookies.size).toBe(0);
  expect((await browser.post(staff.at('enter'), { token: tokenOf(links[2].url) })).body.seat).toBe(links[2].seat);
  expect(await rows()).not.toEqual(before);
});

it('the first device takes a link, tapping again leads to the same seat, a further device needs a new link', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  const [first, second] = [server.browser(), server.browser()];
  const enter = (browser: TestBrowser, url: string) => browser.post(staff.at('enter'), { token: tokenOf(url) });
  const entered = { meeting, seat: links[2].seat };
  expect((await enter(first, links[2].url)).body).toEqual(entered);
  expect((await enter(first, links[2].url)).body).toEqual(entered);
  expect(await enter(second, links[2].url)).toMatchObject({
    status: 409,
    body: { code: 'link-in-use', params: { name: '王秀兰' } },
  });
  expect((await second.get(staff.at('session'))).body.seats).toEqual([]);
  const renewed = (await host.post(staff.at(`meetings/${meeting}/links`), { seats: [links[2].seat] })).body;
  expect(renewed).toHaveLength(1);
  expect((await enter(second, renewed[0].url)).body).toEqual(entered);
  expect((await first.get(staff.at('session'))).body.seats).toHaveLength(1);
});

it('of eight devices that tap the same link at one instant one enters', async () => {
  const { staff, links } = await aCalledMeeting();
  for (const { url } of links) {
    const taps = Array.from({ length: 8 }, () => server.browser().post(staff.at('enter'), { token: tokenOf(url) }));
    const statuses = (await Promise.all(taps)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...Array(7).fill(409)]);
  }
});

it('new links void those of the same seats that nobody used, and no others', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  await host.post(staff.at(`meetings/${meeting}/links`), { seats: [links[1].seat] });
  const enter = (url: string) => server.browser().post(staff.at('enter'), { token: tokenOf(url) });
  expect(await enter(links[1].url)).toMatchObject({ status: 404, body: { code: 'link-void' } });
  expect((await enter(links[2].url)).status).toBe(200);
});

it('[R9] revoking a seat ends its devices at once and voids its links', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  const [phone, other] = [server.browser(), server.browser()];
  for (const [browser, n] of [
    [phone, 2],
    [other, 1],
  ] as const) {
    await browser.post(staff.at('enter'), { token: tokenOf(links[n].url) });
  }
  const join = (seat: string) => ({ protocol: 2, meeting, as: { kind: 'seat' as const, seat } });
  const known = await whoJoins(server.deps, cookieOf(phone), staff.code, join(links[2].seat));
  const neighbour = await whoJoins(server.deps, cookieOf(other), staff.code, join(links[1].seat));
  const ended: string[] = [];
  for (const one of [known!, neighbour!]) server.deps.revocations.on(one.grant, () => ended.push(one.grant));
  expect((await host.post(staff.at(`meetings/${meeting}/revoke`), { seats: [links[2].seat] })).body).toEqual({
    devices: 1,
  });
  expect(ended).toEqual([known!.grant]);
  expect(await whoJoins(server.deps, cookieOf(phone), staff.code, join(links[2].seat))).toBeNull();
  expect((await phone.post(staff.at('enter'), { token: tokenOf(links[2].url) })).body.code).toBe('link-void');
});

it('[R9] one browser with several grants never loses or mixes them', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  const elsewhere = await aCalledMeeting();
  await host.post(elsewhere.staff.at('enter'), { token: tokenOf(elsewhere.links[2].url) });
  await Promise.all([1, 2].map((n) => host.post(staff.at('enter'), { token: tokenOf(links[n].url) })));
  await host.post(staff.at(`meetings/${meeting}/screen`));
  const { body } = await host.get(staff.at('session'));
  expect(body.account.person).toBe(staff.person);
  expect(body.seats.map(({ seat }: Record<string, unknown>) => seat).sort()).toEqual(
    [links[1].seat, links[2].seat].sort(),
  );
  expect(body.screens).toHaveLength(1);
  const there = (await host.get(elsewhere.staff.at('session'))).body;
  expect(there).toMatchObject({ account: null, seats: [{ seat: elsewhere.links[2].seat }], screens: [] });
  const asSeat = { protocol: 2, meeting, as: { kind: 'seat' as const, seat: links[2].seat } };
  const known = await whoJoins(server.deps, cookieOf(host), staff.code, asSeat);
  // Staff in the same browser, but here as the member.
  expect(known?.actor).toMatchObject({ seat: links[2].seat, name: '王秀兰', staff: false });
  const foreign = { ...asSeat, as: { kind: 'seat' as const, seat: elsewhere.links[2].seat } };
  expect(await whoJoins(server.deps, cookieOf(host), staff.code, foreign)).toBeNull();
});

it('recorder and chair make links for every seat, a member for a further device of their own alone', async () => {
  const { staff, meeting, links } = await aCalledMeeting();
  const seats: string[] = links.map(({ seat }: { seat: string }) => seat);
  const phones = await Promise.all(
    links.map(async ({ url }: { url: string }) => {
      const phone = server.browser();
      await phone.post(staff.at('enter'), { token: tokenOf(url) });
      return phone;
    }),
  );
  const ask = async (phone: TestBrowser, seats?: string[]) =>
    (await phone.post(staff.at(`meetings/${meeting}/links`), { seats })).status;
  const [chair, recorder, member] = phones;
  for (const phone of [chair, recorder]) expect(await ask(phone, [seats[2]!])).toBe(200);
  expect(await ask(member, [seats[2]!])).toBe(200);
  expect(await ask(member, [seats[1]!])).toBe(404);
  expect(await ask(member, [seats[1]!, seats[2]!])).toBe(404);
  expect(await ask(member, [])).toBe(404);
  expect(await ask(member)).toBe(404);
  expect(await ask(chair, [server.deps.newId()])).toBe(409);
});

it('[R9] 200 entries with valid links from one address all succeed while 200 wrong codes from it meet growing refusals', async () => {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting, people } = await buildCalled(db, host, staff);
  const row = await db.selectFrom('meetings').where('id', '=', meeting).select('join_code').executeTakeFirstOrThrow();
  const seats = await Promise.all(
    Array.from({ length: 197 }, async () => ({ id: server.deps.newId(), person: await buildPerson(db, staff.id) })),
  );
  // Walk-ins of the register, each with a link made as for the others.
  const place = { community: staff.id, meeting };
  const all = await seatPeople(db, { ...place, at: 0, seats });
  const tokens = [...(await makePersonalLinks(server.deps, place, [...all.values()])).values()];
  expect(tokens).toHaveLength(197 + people.length);
  const from = () => server.browser({ address: '10.9.9.9' });
  const refusals: number[] = [];
  const entered: number[] = [];
  const wrongCode = row.join_code === '000000' ? '000001' : '000000';
  for (const token of tokens) {
    const { status, body } = await from().post('/api/join', { code: wrongCode });
    expect([404, 429]).toContain(status);
    if (status === 429) refusals.push(body.params.seconds);
    entered.push((await from().post(staff.at('enter'), { token })).status);
    server.wait(1_000);
  }
  expect(entered).toEqual(Array(200).fill(200));
  // Waits of 1, 2, 4 … s and at last 15 min; each second another guess, of which only a few are answered.
  expect(refusals.length).toBeGreaterThan(160);
  expect(Math.max(...refusals)).toBeGreaterThan(60);
  const firstOf = refusals.filter((seconds, n) => n === 0 || seconds > refusals[n - 1]!);
  expect(firstOf).toEqual([...firstOf].sort((a, b) => a - b));
  // The right code is answered from there all the same.
  expect((await from().post('/api/join', { code: row.join_code })).body).toEqual({ community: staff.code, meeting });
  expect((await server.browser({ address: '10.9.9.8' }).post('/api/join', { code: wrongCode })).status).toBe(404);
});

it('[R9] wrong link tokens wait like wrong codes', async () => {
  const { staff } = await aCalledMeeting();
  const guess = () => {
    const token = randomBytes(32).toString('base64url');
    return server.browser({ address: '2001:db8:1:2::7' }).post(staff.at('enter'), { token });
  };
  const answers = [];
  for (let n = 0; n < patience.guess.free + 2; n += 1) answers.push((await guess()).body.code);
  expect(answers.at(-2)).toBe('link-void');
  expect(answers.at(-1)).toBe('too-fast');
});

it('staff take the chair with their own password, from a seat with the account of its person, and by no other', async () => {
  const { staff, host, meeting, links } = await aCalledMeeting();
  const path = staff.at(`meetings/${meeting}/take-chair`);
  const wrong = await host.post(path, { commandId: newCommandId(), password: 'wrong-1' });
  expect(wrong).toMatchObject({ status: 403, body: { code: 'wrong-password' } });
  const taken = await host.post(path, { commandId: newCommandId(), password });
  expect(taken.body).toEqual({ answer: 'accepted', seat: links[0].seat });
  expect(server.given.at(-1)).toMatchObject({
    command: { type: 'take-chair' },
    circumstances: { passwordGiven: true, actor: { seat: links[0].seat, person: staff.person, staff: true } },
  });
  const recorder = server.browser();
  await recorder.post(staff.at('enter'), { token: tokenOf(links[1].url) });
  const asRecorder = { commandId: newCommandId(), password, seat: links[1].seat };
  expect((await recorder.post(path, asRecorder)).body.code).toBe('not-entitled');
  expect((await recorder.post(path, { ...asRecorder, seat: links[0].seat })).status).toBe(404);
  expect((await recorder.post(path, { commandId: newCommandId(), password })).status).toBe(404);
});
