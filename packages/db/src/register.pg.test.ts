import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as accounts from './accounts.ts';
import * as communities from './communities.ts';
import { eraseParticulars, erasures, repeatErasures, sweepErased } from './erasures.ts';
import * as installation from './installation.ts';
import { appliedMigrations, DatabaseIsNewer, migrate, pendingMigrations, schemaVersion } from './migrate.ts';
import * as people from './people.ts';
import { endPost, givePost, holdersOf, keepers, postsOf } from './posts.ts';
import { aDatabase } from './testing.ts';
import { tableNames } from './tables.ts';
import { buildCommunity, buildPerson, testNow } from './testing-rows.ts';

const { db } = await aDatabase();
const refused = (code: string) => ({ code });

describe('migrations', () => {
  it('leave exactly the tables that are named, and nothing to do a second time', async () => {
    const tables = (await db.introspection.getTables()).map((table) => table.name);
    expect(tables.toSorted()).toEqual(tableNames.toSorted());
    expect(await migrate(db)).toEqual({ applied: [] });
    expect(await pendingMigrations(db)).toEqual([]);
    expect((await appliedMigrations(db)).at(-1)).toBe(schemaVersion);
  });

  it('name the tables in an order in which their rows can be copied in', async () => {
    const { rows } = await sql<{ from: string; to: string }>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'
    `.execute(db);
    expect(rows.length).toBeGreaterThan(20);
    const place = (name: string) => (tableNames as readonly string[]).indexOf(name);
    for (const { from, to } of rows) expect(place(to), `${from} → ${to}`).toBeLessThan(place(from));
  });

  it('refuse a database that a newer program has migrated', async () => {
    const insert = sql`insert into kysely_migration (name, timestamp) values ('2999-01-01-later', now()::text)`;
    await insert.execute(db);
    await expect(migrate(db)).rejects.toThrow(DatabaseIsNewer);
    await sql`delete from kysely_migration where name = '2999-01-01-later'`.execute(db);
  });
});

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

describe('particulars', () => {
  const salt = '00112233445566778899aabbccddeeff';
  const phone = '13800007341';

  async function aPersonWithParticulars() {
    const { id: community } = await buildCommunity(db);
    const person = await buildPerson(db, community);
    const given = { community, person, salt, at: testNow };
    const hash = await people.addParticular(db, { ...given, id: randomUUID(), kind: 'phone', value: phone });
    await people.addParticular(db, { ...given, id: randomUUID(), kind: 'address', value: '2幢3单元501' });
    return { community, person, hash };
  }

  it('are named by a hash that tells nothing without the salt', async () => {
    const { community, person, hash } = await aPersonWithParticulars();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const known = await people.particularsOf(db, community, person);
    expect(known.find((one) => one.kind === 'phone')).toMatchObject({ value: phone, hash });
    expect(people.particularHash({ kind: 'phone', value: phone, salt: 'f'.repeat(32) })).not.toBe(hash);
    expect(people.particularHash({ kind: 'remark', value: phone, salt })).not.toBe(hash);
    expect(await people.particularsOf(db, randomUUID(), person), '[R14]').toEqual([]);
  });

  it('[R11] are gone from every row and from the bytes on the disk once erased', async () => {
    const { community, person, hash } = await aPersonWithParticulars();
    const onDisk = async () => {
      await sql`checkpoint`.execute(db);
      const { rows } = await sql<{ found: boolean }>`
        select position(convert_to(${phone}, 'UTF8') in pg_read_binary_file(pg_relation_filepath('particulars'))) > 0 as found
      `.execute(db);
      return rows[0]!.found;
    };
    expect(await onDisk()).toBe(true);
    const order = { community, person, reason: '本人要求', erasedBy: person, erasedAt: testNow };
    await db.deleteFrom('particulars').where('person', '!=', person).execute();
    expect(await eraseParticulars(db, { ...order, id: randomUUID(), community: randomUUID() }), '[R14]').toBeNull();

    const id = randomUUID();
    const erased = await eraseParticulars(db, { ...order, id, kinds: ['phone'] });
    expect(erased).toEqual({ ...order, id, kinds: ['phone'], hashes: [hash] });
    expect((await people.particularsOf(db, community, person)).map((one) => one.kind)).toEqual(['address']);
    await sweepErased(db);
    expect(await onDisk()).toBe(false);

    for (const table of tableNames) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(db);
      for (const { text } of rows) expect(text, table).not.toContain(phone);
    }
    expect(await eraseParticulars(db, { ...order, id: randomUUID(), kinds: ['phone'] })).toBeNull();
    expect(await erasures(db)).toContainEqual(erased);
    expect(await eraseParticulars(db, { ...order, id: randomUUID() })).toMatchObject({ kinds: ['address'] });
  });

  it('[R11] are erased again after a restore from before, those entered since are not', async () => {
    const { community, person } = await aPersonWithParticulars();
    const before = await db.selectFrom('particulars').where('person', '=', person).selectAll().execute();
    const order = { id: randomUUID(), community, person, reason: '本人要求', erasedBy: null, erasedAt: testNow };
    const erased = (await eraseParticulars(db, order))!;
    const restored = before.map((row) => ({ ...row, entered_at: Number(row.entered_at) }));
    await db.insertInto('particulars').values(restored).execute();
    await db.deleteFrom('erasures').where('id', '=', erased.id).execute();
    const newer = { id: randomUUID(), community, person, kind: 'phone' as const, value: '13900008888', salt, at: 1 };
    await people.addParticular(db, newer);

    const unknown = { ...erased, id: randomUUID(), person: randomUUID() };
    expect(await repeatErasures(db, [unknown, erased])).toBe(2);
    expect((await people.particularsOf(db, community, person)).map((one) => one.id)).toEqual([newer.id]);
    expect(await erasures(db)).toContainEqual(erased);
    expect(await repeatErasures(db, [erased]), 'nothing is left to erase').toBe(0);
  });
});
