import { givePost, postsOf } from '@yishiting/db/posts';
import { accountGrant } from '@yishiting/db/grants';
import { sessionByToken } from '@yishiting/db/sessions';
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson, testNow } from '@yishiting/db/testing-rows';
import type { Post } from '@yishiting/db/tables';
import type { Officer } from '@yishiting/domain/register';
import { expect, it } from 'vitest';
import { tokenHash } from '../identity/tokens.ts';
import { aServer, buildStaff, signedInAs, type Staffed, type TestBrowser } from './testing.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);

async function anAdministrator(posts: Post[] = ['administrator']): Promise<{ staff: Staffed; browser: TestBrowser }> {
  const staff = await buildStaff(db);
  for (const post of posts) {
    const held = { id: server.deps.newId(), community: staff.id, person: staff.person, body: null, post };
    await givePost(db, { ...held, from: testNow });
  }
  return { staff, browser: await signedInAs(server, staff) };
}

/** Opens an account for a new person and changes its first password, in a browser of its own. */
async function aColleague({ staff, browser }: Awaited<ReturnType<typeof anAdministrator>>, login: string) {
  const person = await buildPerson(db, staff.id, '孙小梅');
  const { account, password } = (await browser.post(staff.at('accounts'), { person, login })).body;
  const own = server.browser();
  await own.post(staff.at('sign-in'), { login, password });
  await own.post(staff.at('change-password'), { password, newPassword: 'abcdefg-1' });
  return { person, account: account as string, own };
}

const officersOf = async (browser: TestBrowser, staff: Staffed): Promise<Officer[]> =>
  (await browser.get(staff.at('accounts'))).body;
const grantOf = async (browser: TestBrowser, { id }: Staffed) => {
  const session = await sessionByToken(db, tokenHash(browser.cookies.get('yishiting')!), testNow);
  return (await accountGrant(db, session!.id, id))!.id;
};

it('[R9] a first password is told once, kept as a hash, and opens nothing but its own change', async () => {
  const { staff, browser } = await anAdministrator();
  const person = await buildPerson(db, staff.id, '孙小梅');
  const opened = await browser.post(staff.at('accounts'), { person, login: 'sun' });
  const { password } = opened.body;
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  expect((await pool.query('select 1 from accounts t where t::text like $1', [`%${password}%`])).rowCount).toBe(0);
  await browser.post(staff.at('posts'), { person, post: 'staff', body: staff.body });

  const own = server.browser();
  const session = await own.post(staff.at('sign-in'), { login: 'sun', password });
  expect(session.body.account).toMatchObject({ firstPassword: true, posts: [] });
  expect((await own.get(staff.at('people'))).status).toBe(404);
  expect((await own.get(staff.at('meetings'))).body).toEqual([]);
  const changed = await own.post(staff.at('change-password'), { password, newPassword: 'abcdefg-1' });
  expect(changed.body.account).toMatchObject({ firstPassword: false, posts: [{ post: 'staff' }] });
  expect((await own.get(staff.at('people'))).status).toBe(200);
  const line = (await officersOf(browser, staff)).find((one) => one.person === person);
  expect(line).toMatchObject({ name: '孙小梅', account: { login: 'sun', firstPassword: false } });
});

it('tells why an account cannot be opened', async () => {
  const { staff, browser } = await anAdministrator();
  const person = await buildPerson(db, staff.id, '孙小梅');
  const open = async (given: object) => (await browser.post(staff.at('accounts'), { person, ...given })).body;
  expect((await open({ login: staff.login.toUpperCase() })).fields).toEqual({ login: 'login-taken' });
  expect(await open({ login: 'sun' })).toMatchObject({ login: 'sun' });
  expect((await open({ login: 'sun2' })).code).toBe('account-open');
  const left = await buildPerson(db, staff.id, '李走了');
  await browser.post(staff.at(`people/${left}/leave`));
  expect((await open({ person: left, login: 'li' })).code).toBe('not-found');
});

it('[R9] closing an account, ending its post and a new first password each end what it has open, at once', async () => {
  const here = await anAdministrator();
  const { staff, browser } = here;
  const acts: ((one: { person: string; account: string }) => Promise<string>)[] = [
    async ({ account }) => staff.at(`accounts/${account}/close`),
    async ({ account }) => staff.at(`accounts/${account}/password`),
    async ({ person }) => {
      const { post } = (await browser.post(staff.at('posts'), { person, post: 'staff', body: staff.body })).body;
      return staff.at(`posts/${post}/end`);
    },
  ];
  for (const [n, act] of acts.entries()) {
    const one = await aColleague(here, `sun${n}`);
    const path = await act(one);
    let ended = 0;
    server.deps.revocations.on(await grantOf(one.own, staff), () => (ended += 1));
    expect((await one.own.get(staff.at('session'))).body.account).not.toBeNull();
    expect((await browser.post(path)).status).toBe(200);
    expect(ended).toBe(1);
    expect((await one.own.get(staff.at('session'))).body.account).toBeNull();
    expect((await browser.get(staff.at('session'))).body.account).not.toBeNull();
  }
});

it('a closed account signs in no more, and can be opened anew without what it held before', async () => {
  const here = await anAdministrator();
  const { staff, browser } = here;
  const { person, account, own } = await aColleague(here, 'sun');
  await browser.post(staff.at(`accounts/${account}/close`));
  const again = () => server.browser().post(staff.at('sign-in'), { login: 'sun', password: 'abcdefg-1' });
  expect((await again()).body.code).toBe('wrong-password');
  expect((await browser.post(staff.at(`accounts/${account}/close`))).status).toBe(404);
  const { password } = (await browser.post(staff.at('accounts'), { person, login: 'sun' })).body;
  expect((await again()).body.code).toBe('wrong-password');
  expect((await own.get(staff.at('session'))).body.account).toBeNull();
  expect((await server.browser().post(staff.at('sign-in'), { login: 'sun', password })).status).toBe(200);
});

it('the last administrator and the last keeper stay', async () => {
  const one = await anAdministrator(['administrator']);
  const { staff, browser } = one;
  const own = (await postsOf(db, staff.id, staff.person, testNow)).find(({ post }) => post === 'administrator')!;
  const close = () => browser.post(staff.at(`accounts/${staff.account}/close`));
  const demote = () => browser.post(staff.at(`posts/${own.id}/end`));
  for (const act of [close, demote]) {
    const { status, body } = await act();
    expect([status, body.code]).toEqual([409, 'last-administrator']);
  }
  // Who cannot sign in is no administrator to fall back on.
  const spare = await buildPerson(db, staff.id, '吴备');
  await browser.post(staff.at('posts'), { person: spare, post: 'administrator' });
  expect((await close()).body.code).toBe('last-administrator');
  await browser.post(staff.at('accounts'), { person: spare, login: 'wu' });
  expect((await demote()).status).toBe(200);

  const keeper = await anAdministrator(['administrator', 'keeper']);
  await aColleague(keeper, 'sun').then(({ person }) =>
    keeper.browser.post(keeper.staff.at('posts'), { person, post: 'administrator' }),
  );
  const { body } = await keeper.browser.post(keeper.staff.at(`accounts/${keeper.staff.account}/close`));
  expect(body.code).toBe('last-keeper');
  const renewed = await keeper.browser.post(keeper.staff.at(`accounts/${keeper.staff.account}/password`));
  expect(renewed.body.code).toBe('keeper-account');
  const held = await postsOf(db, keeper.staff.id, keeper.staff.person, testNow);
  const keeping = held.find(({ post }) => post === 'keeper')!;
  expect((await keeper.browser.post(keeper.staff.at(`posts/${keeping.id}/end`))).status).toBe(404);
});

it('[R14] what belongs to another community is not found, whoever administers', async () => {
  const [one, two] = [await anAdministrator(), await anAdministrator()];
  const { staff, browser } = one;
  const foreign = (await postsOf(db, two.staff.id, two.staff.person, testNow))[0]!;
  const own = await buildPerson(db, staff.id);
  const asked: [string, unknown?][] = [
    [`people/${two.staff.person}/erase`, { kinds: ['phone'], reason: '本人要求' }],
    [`people/${two.staff.person}/leave`],
    [`accounts/${two.staff.account}/close`],
    [`accounts/${two.staff.account}/password`],
    [`posts/${foreign.id}/end`],
    ['accounts', { person: two.staff.person, login: 'x' }],
    ['posts', { post: 'administrator', person: two.staff.person }],
    ['posts', { post: 'staff', person: own, body: two.staff.body }],
  ];
  for (const [path, body] of asked) {
    const answered = await browser.post(staff.at(path), body);
    expect([path, answered.status, answered.body]).toEqual([path, 404, { code: 'not-found' }]);
  }
  expect((await browser.get(staff.at(`people/${two.staff.person}`))).status).toBe(404);
  expect((await two.browser.get(two.staff.at('session'))).body.account).not.toBeNull();
});

it('adds bodies, each name once; a post given twice is one', async () => {
  const { staff, browser } = await anAdministrator();
  const added = await browser.post(staff.at('bodies'), { name: '业主委员会' });
  expect(added.body).toMatchObject({ name: '业主委员会' });
  expect((await browser.post(staff.at('bodies'), { name: '业主委员会' })).body.fields).toEqual({ name: 'name-taken' });
  expect((await browser.get(staff.at('bodies'))).body).toEqual([{ id: staff.body, name: '居民委员会' }, added.body]);
  const give = () => browser.post(staff.at('posts'), { person: staff.person, post: 'staff', body: added.body.id });
  expect((await give()).body).toEqual((await give()).body);
  const line = (await officersOf(browser, staff)).find(({ person }) => person === staff.person);
  expect(line!.posts.filter(({ body }) => body?.id === added.body.id)).toHaveLength(1);
});
