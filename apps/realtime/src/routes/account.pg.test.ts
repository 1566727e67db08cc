import { aDatabase } from '@yishiting/db/testing';
import { expect, it } from 'vitest';
import { aServer, buildStaff, password, signedInAs, buildCalled } from './testing.ts';
import { passwordTerm } from '../identity/passwords.ts';
import { tokenHash } from '../identity/tokens.ts';
import { whoJoins } from '../identity/who-is.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);
const cookieOf = (browser: { cookies: Map<string, string> }) => `yishiting=${browser.cookies.get('yishiting')}`;

it('signs in by login, whatever its case, and says who this browser is', async () => {
  const staff = await buildStaff(db, { login: 'Zhou' });
  const browser = server.browser();
  expect((await browser.get(staff.at('session'))).body.account).toBeNull();
  const { status, body } = await browser.post(staff.at('sign-in'), { login: 'zHOU', password });
  expect(status).toBe(200);
  expect(body.account).toMatchObject({ person: staff.person, login: 'Zhou', posts: [{ post: 'staff' }] });
  expect((await browser.get(staff.at('session'))).body).toEqual(body);
});

it('[R9] a cookie is out of reach of scripts and other sites, and Secure behind TLS', async () => {
  const staff = await buildStaff(db);
  const plain = await server.browser().post(staff.at('sign-in'), { login: staff.login, password });
  expect(plain.setCookie).toMatch(/^yishiting=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  const browser = server.browser({ tls: true, host: 'yishi.example' });
  const tls = await browser.post(staff.at('sign-in'), { login: staff.login, password });
  expect(tls.setCookie).toMatch(/^__Host-yishiting=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
  expect((await browser.get(staff.at('session'))).body.account.login).toBe(staff.login);
});

it('[R9] no token stands in the database as it is sent', async () => {
  const staff = await buildStaff(db);
  const browser = await signedInAs(server, staff);
  await buildCalled(db, browser, staff);
  const { rows } = await pool.query('select token_hash from browser_sessions union all select token_hash from links');
  const kept = rows.map((row) => row.token_hash);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(kept).not.toContain(browser.cookies.get('yishiting'));
});

it('[R9] wrong passwords wait longer each time, for this account alone, and for a login nobody has just the same', async () => {
  const staff = await buildStaff(db);
  const other = await buildStaff(db, { of: staff, login: 'lin' });
  const guess = async (login: string) => {
    const { status, body } = await server.browser().post(staff.at('sign-in'), { login, password: 'wrong-1' });
    return status === 429 ? body.params.seconds : body.code;
  };
  const course = async (login: string) => {
    const told = [];
    for (let n = 0; n < 6; n += 1) told.push(await guess(login));
    for (const seconds of [1, 2, 4, 8]) {
      server.wait(seconds * 1000);
      told.push(await guess(login), await guess(login));
    }
    return told;
  };
  const wrong = 'wrong-password';
  const expected = [wrong, wrong, wrong, wrong, wrong, 1, wrong, 2, wrong, 4, wrong, 8, wrong, 16];
  expect(await course(staff.login)).toEqual(expected);
  expect(await course('nobody')).toEqual(expected);
  const right = { login: staff.login, password };
  expect((await server.browser().post(staff.at('sign-in'), right)).body.code).toBe('too-fast');
  expect((await server.browser().post(staff.at('sign-in'), { login: other.login, password })).status).toBe(200);
  server.wait(60_000);
  expect((await server.browser().post(staff.at('sign-in'), right)).status).toBe(200);
  expect(await guess(staff.login)).toBe(wrong);
});

it('[R9] fifty wrong passwords at one instant are no single try', async () => {
  const staff = await buildStaff(db);
  const sent = Array.from({ length: 50 }, () =>
    server.browser().post(staff.at('sign-in'), { login: staff.login, password: 'wrong-1' }),
  );
  const codes = (await Promise.all(sent)).map(({ body }) => body.code);
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5);
  expect(codes.filter((code) => code === 'too-fast')).toHaveLength(45);
});

it('[R9] signing out ends one grant at once and leaves the others of the browser', async () => {
  const [one, two] = [await buildStaff(db), await buildStaff(db)];
  const [browser, otherBrowser] = [await signedInAs(server, one), await signedInAs(server, one)];
  await browser.post(two.at('sign-in'), { login: two.login, password });
  const { meeting } = await buildCalled(db, browser, one);
  await browser.post(one.at(`meetings/${meeting}/screen`));
  const join = { protocol: 2, meeting, as: { kind: 'account' as const } };
  const known = await whoJoins(server.deps, cookieOf(browser), one.code, join);
  expect(known?.actor).toMatchObject({ person: one.person, staff: true });
  let ended = 0;
  server.deps.revocations.on(known!.grant, () => (ended += 1));
  const { body } = await browser.post(one.at('sign-out'));
  expect(body).toMatchObject({ account: null, screens: [{ meeting, number: 1 }] });
  expect(ended).toBe(1);
  expect(await whoJoins(server.deps, cookieOf(browser), one.code, join)).toBeNull();
  expect((await browser.get(two.at('session'))).body.account.person).toBe(two.person);
  expect((await otherBrowser.get(one.at('session'))).body.account.person).toBe(one.person);
});

it('[R9] another account in the same browser takes the place of the first, in this community only', async () => {
  const one = await buildStaff(db);
  const two = await buildStaff(db, { of: one, login: 'lin' });
  const browser = await signedInAs(server, one);
  const before = browser.cookies.get('yishiting');
  const { body } = await browser.post(two.at('sign-in'), { login: two.login, password });
  expect(body.account.person).toBe(two.person);
  expect(browser.cookies.get('yishiting')).toBe(before);
  await browser.post(two.at('sign-out'));
  expect((await browser.get(one.at('session'))).body.account).toBeNull();
});

it('[R9] a new password has two kinds of characters, differs from the old, and signs every other browser out', async () => {
  const staff = await buildStaff(db);
  const [here, there] = [await signedInAs(server, staff), await signedInAs(server, staff)];
  const change = (newPassword: string, old = password) =>
    here.post(staff.at('change-password'), { password: old, newPassword });
  expect((await change('abcdefgh')).body.fields).toEqual({ newPassword: 'password-one-kind' });
  expect((await change('ab-1')).body.fields).toEqual({ newPassword: 'too-short' });
  expect((await change(password)).body.fields).toEqual({ newPassword: 'password-same' });
  expect((await change('abcdefg-1', 'wrong-1')).body.code).toBe('wrong-password');
  expect((await change('abcdefg-1')).body.account.login).toBe(staff.login);
  expect((await there.get(staff.at('session'))).body.account).toBeNull();
  expect((await server.browser().post(staff.at('sign-in'), { login: staff.login, password })).status).toBe(403);
  const renewed = { login: staff.login, password: 'abcdefg-1' };
  expect((await server.browser().post(staff.at('sign-in'), renewed)).status).toBe(200);
});

it('[R9] an overdue password stops arranging and calling, never a meeting under way', async () => {
  const own = await aServer(db);
  const staff = await buildStaff(db);
  const browser = await signedInAs(own, staff);
  const { meeting } = await buildCalled(db, browser, staff);
  // The browser stays in use, so its session does not end of idleness.
  for (let passed = 0; passed <= passwordTerm.due; passed += 20 * 86_400_000) {
    own.wait(20 * 86_400_000);
    await browser.get(staff.at('session'));
  }
  const begin = { body: staff.body, procedure: 'hearing', matter: '停车位' };
  expect((await browser.post(staff.at('meetings'), begin)).body.code).toBe('password-overdue');
  expect((await browser.post(staff.at('people'), { name: '王芳' })).body.code).toBe('password-overdue');
  expect((await browser.get(staff.at(`meetings/${meeting}`))).status).toBe(200);
  expect((await browser.post(staff.at(`meetings/${meeting}/links`), {})).status).toBe(200);
  expect((await browser.post(staff.at(`meetings/${meeting}/screen`))).status).toBe(200);
  await browser.post(staff.at('change-password'), { password, newPassword: 'abcdefg-1' });
  expect((await browser.post(staff.at('meetings'), begin)).status).toBe(200);
});

it('reading a session writes nothing; that a browser came is noted once an hour', async () => {
  const own = await aServer(db);
  const staff = await buildStaff(db);
  const browser = await signedInAs(own, staff);
  const hash = tokenHash(browser.cookies.get('yishiting')!);
  const query = 'select seen_at as at from browser_sessions where token_hash = $1';
  const seen = async () => (await pool.query(query, [hash])).rows[0].at;
  const first = await seen();
  own.wait(3_599_000);
  await browser.get(staff.at('session'));
  expect(await seen()).toBe(first);
  own.wait(1_000);
  await browser.get(staff.at('session'));
  expect(Number(await seen())).toBe(Number(first) + 3_600_000);
});

it('a session not seen for thirty days is over', async () => {
  const own = await aServer(db);
  const staff = await buildStaff(db);
  const browser = await signedInAs(own, staff);
  own.wait(30 * 86_400_000);
  expect((await browser.get(staff.at('session'))).body.account).toBeNull();
});
