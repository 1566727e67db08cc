import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as accounts from './accounts.ts';
import * as communities from './communities.ts';
import * as installation from './installation.ts';
import * as people from './people.ts';
import { endPost, givePost, holdersOf, keepers, postsOf } from './posts.ts';
import { aDatabase } from './testing.ts';
import { buildCommunity, buildPerson, testNow } from './testing-rows.ts';

const { db } = await aDatabase();
const refused = (code: string) => ({ code });

describe('the installation', () => {
  it('is founded once, and its set-up link is used once, whoever else tries at the same time', async () => {
    expect(await installation.installation(db)).toBeNull();
    const id = randomUUID();
    await installation.foundInstallation(db, { id, at: testNow });
    await installation.foundInstallation(db, { id: randomUUID(), at: testNow + 1 });
    expect(await installation.installation(db)).toEqual({ id, madeAt: testNow, forks: 0, setUpAt: null });

    expect(await installation.mayEnterSetUp(db, 'first')).toBe(false);
    await installation.offerSetUp(db, 'first');
    await installation.offerSetUp(db, 'second');
    expect(await installation.mayEnterSetUp(db, 'first')).toBe(false);
    expect(await installation.mayEnterSetUp(db, 'second')).toBe(true);
    const tries = await Promise.all([1, 2, 3].map((at) => installation.useSetUp(db, 'second', at)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await installation.mayEnterSetUp(db, 'second')).toBe(false);
    expect((await installation.installation(db))?.setUpAt).toBeOneOf([1, 2, 3]);
  });
});

describe('communities and bodies', () => {
  it('are found by code and keep what they were founded with', async () => {
    const { id, code, body } = await buildCommunity(db, { name: '南门街道示范社区', demonstration: true });
    const found = await communities.communityByCode(db, code);
    expect(found).toEqual({
      id,
      code,
      name: '南门街道示范社区',
      demonstration: true,
      timeZone: 'Asia/Shanghai',
      recordLanguage: 'zh-CN',
      createdAt: testNow,
    });
    expect(await communities.communityById(db, id)).toEqual(found);
    expect(await communities.communities(db)).toContainEqual(found);
    expect(await communities.communityByCode(db, 'nowhere')).toBeNull();
    expect(await communities.bodiesOf(db, id, testNow)).toEqual([{ id: body, name: '居民委员会' }]);
    await communities.closeBody(db, randomUUID(), body, testNow);
    expect(await communities.bodiesOf(db, id, testNow + 9), '[R14]').toHaveLength(1);
    await communities.closeBody(db, id, body, testNow + 5);
    expect(await communities.bodiesOf(db, id, testNow + 4)).toHaveLength(1);
    expect(await communities.bodiesOf(db, id, testNow + 5)).toEqual([]);
  });

  it('refuse a code that is taken or would not stand in an address', async () => {
    const { code } = await buildCommunity(db);
    const founding = { id: randomUUID(), name: 'x', demonstration: false, timeZone: 'UTC', createdAt: 0 };
    const found = (code: string) => communities.foundCommunity(db, { ...founding, code, recordLanguage: 'en' });
    await expect(found(code)).rejects.toMatchObject(refused('23505'));
    for (const bad of ['', 'A', '../x', '-a', 'a b', '南门', 'a'.repeat(33)]) {
      await expect(found(bad), bad).rejects.toMatchObject(refused('23514'));
    }
  });
});

describe('people', () => {
  it('[R14] are those of one community', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const id = await buildPerson(db, one.id, '李建国');
    expect(await people.person(db, one.id, id)).toEqual({ id, name: '李建国' });
    expect(await people.person(db, two.id, id)).toBeNull();
    await people.renamePerson(db, two.id, id, '别人');
    await people.leaveRegister(db, two.id, id, testNow);
    expect(await people.peopleOf(db, one.id)).toEqual([{ id, name: '李建国' }]);
    expect(await people.peopleOf(db, two.id)).toEqual([]);
    await people.leaveRegister(db, one.id, id, testNow);
    expect(await people.peopleOf(db, one.id)).toEqual([]);
    expect(await people.person(db, one.id, id), 'still named by the meetings').toEqual({ id, name: '李建国' });
  });

  it('have one account each, a login that letter case does not double, and posts for a time', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const person = await buildPerson(db, one.id);
    const id = randomUUID();
    const opening = { community: one.id, passwordHash: 'scrypt$…', at: testNow };
    await accounts.openAccount(db, { ...opening, id, person, login: 'Wang.XL' });
    const twice = accounts.openAccount(db, { ...opening, id: randomUUID(), person, login: 'other' });
    await expect(twice).rejects.toMatchObject(refused('23505'));
    const next = { ...opening, id: randomUUID(), person: await buildPerson(db, one.id), login: 'wang.xl' };
    await expect(accounts.openAccount(db, next)).rejects.toMatchObject(refused('23505'));
    const foreign = { ...opening, id: randomUUID(), community: two.id, person, login: 'foreign' };
    await expect(accounts.openAccount(db, foreign)).rejects.toMatchObject(refused('23503'));

    const account = await accounts.accountByLogin(db, one.id, 'WANG.xl');
    expect(account).toMatchObject({ id, person, login: 'Wang.XL', failedCount: 0, lockedUntil: null });
    expect(await accounts.accountByLogin(db, two.id, 'wang.xl'), '[R14]').toBeNull();
    expect(await accounts.accountById(db, two.id, id), '[R14]').toBeNull();
    expect(await accounts.accountById(db, one.id, id)).toEqual(account);
  });

  it('[R9] have every failed sign-in counted, many at once too, and a lock that only grows', async () => {
    const { id: community } = await buildCommunity(db);
    const id = randomUUID();
    const person = await buildPerson(db, community);
    await accounts.openAccount(db, { id, community, person, login: 'li', passwordHash: 'a', at: testNow });
    const counts = await Promise.all(Array.from({ length: 12 }, () => accounts.countFailedSignIn(db, community, id)));
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    await accounts.lockAccount(db, community, id, testNow + 900);
    await accounts.lockAccount(db, community, id, testNow + 100);
    const state = async () => accounts.accountById(db, community, id);
    expect(await state()).toMatchObject({ failedCount: 12, lockedUntil: testNow + 900 });
    await accounts.forgetFailedSignIns(db, community, id);
    expect(await state()).toMatchObject({ failedCount: 0, lockedUntil: null, passwordHash: 'a' });
    await accounts.changePassword(db, { community, id, passwordHash: 'b', at: testNow + 7 });
    expect(await state()).toMatchObject({ passwordHash: 'b', passwordChangedAt: testNow + 7 });
    await accounts.closeAccount(db, community, id, testNow);
    expect(await state()).toBeNull();
    expect(await accounts.accountByLogin(db, community, 'li')).toBeNull();
  });

  it('[R14] hold posts of their own community and its bodies, from a day to a day', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const person = await buildPerson(db, one.id);
    const post = { id: randomUUID(), community: one.id, person, body: one.body, post: 'staff' as const, from: 100 };
    await givePost(db, post);
    const foreignBody = givePost(db, { ...post, id: randomUUID(), body: two.body });
    await expect(foreignBody).rejects.toMatchObject(refused('23503'));
    const bodiless = givePost(db, { ...post, id: randomUUID(), body: null });
    await expect(bodiless).rejects.toMatchObject(refused('23514'));
    const keeperOfABody = givePost(db, { ...post, id: randomUUID(), post: 'keeper' });
    await expect(keeperOfABody).rejects.toMatchObject(refused('23514'));

    const held = [{ id: post.id, post: 'staff', body: one.body }];
    expect(await postsOf(db, one.id, person, 99)).toEqual([]);
    expect(await postsOf(db, one.id, person, 100)).toEqual(held);
    expect(await postsOf(db, two.id, person, 100)).toEqual([]);
    const staff = { community: one.id, post: 'staff' as const, body: one.body };
    expect(await holdersOf(db, { ...staff, at: 100 })).toEqual([person]);
    expect(await holdersOf(db, { ...staff, body: two.body, at: 100 })).toEqual([]);
    await endPost(db, two.id, post.id, 200);
    expect(await postsOf(db, one.id, person, 300)).toEqual(held);
    await endPost(db, one.id, post.id, 200);
    expect(await postsOf(db, one.id, person, 199)).toEqual(held);
    expect(await postsOf(db, one.id, person, 200)).toEqual([]);

    await givePost(db, { ...post, id: randomUUID(), body: null, post: 'keeper' });
    expect(await keepers(db, 100)).toEqual([{ community: one.id, person }]);
    expect(await holdersOf(db, { community: one.id, post: 'keeper', body: null, at: 100 })).toEqual([person]);
  });
});
