import { sweepPairingCodes } from '@yishiting/db/pairing-codes';
import { aDatabase } from '@yishiting/db/testing';
import { pairingAlphabet } from '@yishiting/domain/api';
import { expect, it } from 'vitest';
import { patience } from '../identity/limits.ts';
import { pairingTerm } from '../identity/pairing.ts';
import { tokenHash } from '../identity/tokens.ts';
import { whoJoins } from '../identity/who-is.ts';
import { aServer, buildCalled, buildStaff, signedInAs, type TestBrowser } from './testing.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);
const cookieOf = (browser: TestBrowser) => `yishiting=${browser.cookies.get('yishiting')}`;
const tokenOf = (url: string) => url.split('#')[1]!;

async function aMeeting(on = server) {
  const staff = await buildStaff(db);
  const host = await signedInAs(on, staff);
  const { meeting } = await buildCalled(db, host, staff);
  const screens = staff.at(`meetings/${meeting}/screens`);
  const join = (screen: string) => ({ protocol: 2, meeting, as: { kind: 'screen' as const, screen } });
  return { staff, host, meeting, screens, join };
}
async function aWaitingScreen(on = server) {
  const browser = on.browser();
  const { status, body } = await browser.post('/api/screen-code', {});
  expect(status).toBe(200);
  const paired = () => browser.post('/api/screen-paired', { code: body.code });
  return { browser, code: body.code as string, paired };
}
const rowsOf = async (code: string) =>
  (await pool.query('select * from pairing_codes where code_hash = $1', [tokenHash(code)])).rows;

it('[R9] a waiting screen gets a session and a code that is easy to read aloud and stands hashed', async () => {
  const { browser, code, paired } = await aWaitingScreen();
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  expect([...pairingAlphabet]).toHaveLength(32);
  expect(browser.cookies.size).toBe(1);
  expect(await rowsOf(code)).toHaveLength(1);
  const { rows } = await pool.query(`select * from pairing_codes where to_json(pairing_codes)::text like $1`, [
    `%${code}%`,
  ]);
  expect(rows).toEqual([]);
  expect((await paired()).body).toEqual({ state: 'waiting' });
});

it('the code typed at the desk makes the waiting browser a projector of that meeting, and works once', async () => {
  const { staff, host, meeting, screens, join } = await aMeeting();
  const { browser, code, paired } = await aWaitingScreen();
  const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`;
  const made = await host.post(screens, { code: typed });
  expect([made.status, made.body.number]).toEqual([200, 1]);
  const { screen } = made.body;
  expect((await paired()).body).toEqual({ state: 'paired', community: staff.code, meeting, screen });
  const known = await whoJoins(server.deps, cookieOf(browser), staff.code, join(screen));
  expect(known).toMatchObject({ listener: { kind: 'screen', screen }, actor: null });
  expect((await browser.get(staff.at('session'))).body).toMatchObject({ account: null, seats: [] });
  expect(await host.post(screens, { code })).toMatchObject({ status: 404, body: { code: 'wrong-screen-code' } });
  const other = await aMeeting();
  expect((await other.host.post(other.screens, { code })).body.code).toBe('wrong-screen-code');
});

it('of eight who type a code at one instant one is answered with a screen', async () => {
  const { host, screens } = await aMeeting();
  const { code } = await aWaitingScreen();
  const taps = await Promise.all(Array.from({ length: 8 }, () => host.post(screens, { code })));
  expect(taps.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(404)]);
  expect((await host.get(screens)).body).toHaveLength(1);
});

it('a browser that is a projector of the meeting already stays the one it is', async () => {
  const { host, screens } = await aMeeting();
  const { browser, code } = await aWaitingScreen();
  const { screen } = (await host.post(screens, { code })).body;
  const again = (await browser.post('/api/screen-code', {})).body.code;
  expect((await host.post(screens, { code: again })).body).toEqual({ screen, number: 1 });
  expect(browser.cookies.size).toBe(1);
});

it('[R9] a code is over after ten minutes, is swept at night, and its browser gets another', async () => {
  const on = await aServer(db);
  const { host, screens } = await aMeeting(on);
  const { browser, code, paired } = await aWaitingScreen(on);
  on.wait(pairingTerm.code - 1);
  expect((await paired()).body).toEqual({ state: 'waiting' });
  on.wait(1);
  expect((await paired()).body.code).toBe('not-found');
  expect((await host.post(screens, { code })).body.code).toBe('wrong-screen-code');
  const renewed = await browser.post('/api/screen-code', {});
  expect(renewed.setCookie).toBeUndefined();
  await sweepPairingCodes(db, on.deps.clock.now());
  expect(await rowsOf(code)).toEqual([]);
  expect(await rowsOf(renewed.body.code)).toHaveLength(1);
  expect((await host.post(screens, { code: renewed.body.code })).status).toBe(200);
});

it('[R9] a browser that never was paired is forgotten an hour after its last code; a paired one is kept like any other', async () => {
  const on = await aServer(db);
  const { host, screens, staff, meeting, join } = await aMeeting(on);
  const [waiting, paired] = [await aWaitingScreen(on), await aWaitingScreen(on)];
  const { screen } = (await host.post(screens, { code: paired.code })).body;
  on.wait(pairingTerm.session);
  expect((await waiting.browser.post('/api/screen-code', {})).setCookie).toBeDefined();
  expect(await whoJoins(on.deps, cookieOf(paired.browser), staff.code, join(screen))).toMatchObject({
    place: { meeting },
  });
});

it('[R9] only the browser that was given a code hears what became of it', async () => {
  const { host, screens } = await aMeeting();
  const { code } = await aWaitingScreen();
  await host.post(screens, { code });
  const strangers = [server.browser(), (await aWaitingScreen()).browser, host];
  for (const browser of strangers) {
    expect(await browser.post('/api/screen-paired', { code })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  }
});

it('[R9] wrong codes meet growing refusals, the right one is never refused for them', async () => {
  const on = await aServer(db);
  const { host, screens } = await aMeeting(on);
  const codes = [];
  for (let n = 0; n < patience.guess.free + 2; n += 1)
    codes.push((await host.post(screens, { code: '0O1I' })).body.code);
  expect(codes).toEqual([...Array(patience.guess.free + 1).fill('wrong-screen-code'), 'too-fast']);
  // The short code of a meeting is guessed from the same purse.
  expect((await on.browser().post('/api/join', { code: '000000' })).body.code).toBe('too-fast');
  const { code } = await aWaitingScreen(on);
  expect((await host.post(screens, { code })).status).toBe(200);
});

it('[R9] disconnecting ends what stands on the screen at once, and no other screen', async () => {
  const { host, screens, staff, join } = await aMeeting();
  const [one, other] = [await aWaitingScreen(), await aWaitingScreen()];
  const [first, second] = [
    (await host.post(screens, { code: one.code })).body,
    (await host.post(screens, { code: other.code })).body,
  ];
  const own = (await host.post(screens.replace(/s$/, ''), {})).body;
  expect((await host.get(screens)).body).toMatchObject([
    { ...first, here: false },
    { ...second, here: false },
    { ...own, here: true },
  ]);
  const known = await whoJoins(server.deps, cookieOf(one.browser), staff.code, join(first.screen));
  let ended = 0;
  server.deps.revocations.on(known!.grant, () => (ended += 1));
  const disconnect = () => host.post(`${screens}/disconnect`, { screen: first.screen });
  expect((await disconnect()).body).toEqual({ devices: 1 });
  expect(ended).toBe(1);
  expect((await disconnect()).body).toEqual({ devices: 0 });
  expect(await whoJoins(server.deps, cookieOf(one.browser), staff.code, join(first.screen))).toBeNull();
  expect(await whoJoins(server.deps, cookieOf(other.browser), staff.code, join(second.screen))).not.toBeNull();
  expect((await host.get(screens)).body.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
});

it('[R14] a screen of one meeting is not disconnected from another', async () => {
  const [mine, theirs] = [await aMeeting(), await aMeeting()];
  const { browser, code } = await aWaitingScreen();
  const { screen } = (await mine.host.post(mine.screens, { code })).body;
  expect((await theirs.host.post(`${theirs.screens}/disconnect`, { screen })).body).toEqual({ devices: 0 });
  const known = await whoJoins(server.deps, cookieOf(browser), mine.staff.code, mine.join(screen));
  expect(known).not.toBeNull();
});

it('a recorder pairs from their seat without an account, a member does not', async () => {
  const { staff, host, meeting, screens } = await aMeeting();
  const links = (await host.post(staff.at(`meetings/${meeting}/links`), {})).body;
  const { code } = await aWaitingScreen();
  const answers = [];
  for (const n of [2, 1]) {
    const phone = server.browser();
    await phone.post(staff.at('enter'), { token: tokenOf(links[n].url) });
    answers.push((await phone.post(screens, { code })).status);
  }
  expect(answers).toEqual([404, 200]);
});

it('[R8] one browser keeps few codes, and strangers from one address begin to wait more slowly at last', async () => {
  const on = await aServer(db);
  const browser = on.browser();
  const codes: string[] = [];
  for (let n = 0; n < 8; n += 1) codes.push((await browser.post('/api/screen-code', {})).body.code);
  const kept = await Promise.all(codes.map(rowsOf));
  expect(kept.filter((rows) => rows.length > 0)).toHaveLength(5);
  const statuses = [];
  for (let n = 0; n < 62; n += 1) statuses.push((await on.browser().post('/api/screen-code', {})).status);
  expect(statuses.at(0)).toBe(200);
  expect(statuses.at(-1)).toBe(429);
  expect((await browser.post('/api/screen-code', {})).status).toBe(200);
});
