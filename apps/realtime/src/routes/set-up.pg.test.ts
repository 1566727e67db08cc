import { installation } from '@yishiting/db/installation';
import { loadEvents } from '@yishiting/db/meeting-events';
import { aDatabase } from '@yishiting/db/testing';
import { verifyRecord } from '@yishiting/db/verify-record';
import { beforeEach, expect, it } from 'vitest';
import { offerLink } from '../identity/setting-up.ts';
import { aServer, type TestServer } from './testing.ts';

/** An installation is set up once: each test has one of its own. */
const databases = [await aDatabase(), await aDatabase(), await aDatabase(), await aDatabase(), await aDatabase()];
let [db, pool] = [databases[0]!.db, databases[0]!.pool];
let server: TestServer;
beforeEach(async () => {
  ({ db, pool } = databases.pop()!);
  server = await aServer(db);
});

const given = {
  community: '南门街道第一社区',
  body: '居民委员会',
  name: '周建国',
  login: 'zhou',
  password: '议事厅-2026',
};

it('is set up once only, with the link that was printed; whoever did it is signed in and holds every post', async () => {
  const token = await server.offer();
  const browser = server.browser();
  expect((await browser.get('/api/about')).body).toMatchObject({ setUp: false, license: 'Apache-2.0' });
  const { status, body } = await browser.post('/api/set-up', { token, ...given });
  expect([status, body]).toEqual([200, { community: 'shequ' }]);
  const { account, community } = (await browser.get('/c/shequ/api/session')).body;
  expect(community).toEqual({ code: 'shequ', name: given.community, demonstration: false });
  expect(account.posts.map(({ post }: Record<string, unknown>) => post).sort()).toEqual([
    'administrator',
    'keeper',
    'staff',
  ]);
  expect((await browser.get('/api/about')).body.setUp).toBe(true);
  expect(await server.browser().post('/api/set-up', { token, ...given })).toMatchObject({
    status: 404,
    body: { code: 'link-void' },
  });
  const offered = await offerLink(db);
  expect((await server.browser().post('/api/set-up', { token: offered, ...given })).body.code).toBe('link-void');
});

it('of two who set up at one instant one does', async () => {
  const token = await server.offer();
  const tries = await Promise.all([1, 2, 3].map(() => server.browser().post('/api/set-up', { token, ...given })));
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect((await pool.query('select count(*)::int as n from communities')).rows[0].n).toBe(1);
});

it('a wrong token sets nothing up, and a weak password is named', async () => {
  const token = await server.offer();
  const wrong = { token: `${token.slice(0, 42)}${token.endsWith('A') ? 'E' : 'A'}`, ...given };
  expect((await server.browser().post('/api/set-up', wrong)).body).toEqual({ code: 'link-void' });
  const weak = await server.browser().post('/api/set-up', { token, ...given, password: '12345678', name: '' });
  expect(weak).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(weak.body.fields).toEqual({ password: 'password-one-kind', name: 'empty' });
  expect((await installation(db))?.setUpAt).toBeNull();
});

it('a keeper who lost the password gets a new one by link, and every other browser is signed out', async () => {
  const token = await server.offer();
  const before = server.browser();
  expect((await server.browser().post('/api/reset-keeper', { token, password: 'new-pass-1' })).status).toBe(404);
  await before.post('/api/set-up', { token, ...given });
  const reset = { token: await offerLink(db), password: 'new-pass-1' };
  const after = server.browser();
  // Whose it is, is seen before anything is saved, and by nobody without the link.
  const named = { community: given.community, name: given.name, login: given.login };
  expect((await after.post('/api/keeper', { token: reset.token })).body).toEqual(named);
  expect((await after.post('/api/keeper', { token })).body).toEqual({ code: 'link-void' });
  expect((await after.post('/api/reset-keeper', reset)).body).toEqual({ community: 'shequ', login: 'zhou' });
  expect((await after.get('/c/shequ/api/session')).body.account.login).toBe('zhou');
  expect((await before.get('/c/shequ/api/session')).body.account).toBeNull();
  expect((await after.post('/api/reset-keeper', reset)).body.code).toBe('link-void');
  const signIn = { login: 'zhou', password: 'new-pass-1' };
  expect((await server.browser().post('/c/shequ/api/sign-in', signIn)).status).toBe(200);
});

it('opens the demonstration: a called hearing, a second community apart, passwords that work; set-up stays open', async () => {
  const token = await server.offer();
  const browser = server.browser();
  const { status, body } = await browser.post('/api/demonstration', { token });
  expect(status).toBe(200);
  expect(body.community).toBe('nanmen-demo');
  expect(body.accounts.map(({ name }: Record<string, unknown>) => name)).toEqual(['周建国', '林晓燕', '沈建华']);
  const [line] = (await browser.get('/c/nanmen-demo/api/meetings')).body;
  expect(line).toMatchObject({ meeting: body.meeting, status: 'called', body: { name: '南门街道示范社区居民委员会' } });
  expect((await browser.get('/c/nanmen-demo/api/session')).body.community.demonstration).toBe(true);
  expect((await browser.get('/c/beiyuan-demo/api/meetings')).status).toBe(404);
  for (const { community, login, password } of body.accounts) {
    const signed = await server.browser().post(`/c/${community}/api/sign-in`, { login, password });
    expect(signed.body.account.login).toBe(login);
  }
  const again = await server.browser().post('/api/demonstration', { token });
  expect(again.body.meeting).toBe(body.meeting);
  expect((await pool.query('select count(*)::int as n from communities')).rows[0].n).toBe(2);
  const community = (await pool.query("select id from communities where code = 'nanmen-demo'")).rows[0].id;
  const [called] = await loadEvents(db, community, body.meeting);
  expect(called?.data).toMatchObject({ community: { name: '南门街道示范社区', demonstration: true } });
  expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
  expect((await browser.post('/api/set-up', { token, ...given })).status).toBe(200);
  expect((await browser.post('/api/demonstration', { token })).body.code).toBe('link-void');
});
