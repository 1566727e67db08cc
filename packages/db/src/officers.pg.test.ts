import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountByLogin, closeAccount } from './accounts.ts';
import { eraseParticulars, erasures, repeatErasures } from './erasures.ts';
import { giveAccount, holdLastPosts, isLast, officers } from './officers.ts';
import { addParticular, correctParticular, particularsOf } from './people.ts';
import { endPost, givePost } from './posts.ts';
import type { Post } from './tables.ts';
import { aDatabase } from './testing.ts';
import { buildCommunity, buildPerson, testNow } from './testing-rows.ts';

const { db } = await aDatabase();

describe('accounts', () => {
  const given = { passwordHash: 'a', passwordChangedAt: 0, at: testNow };

  it('are one a person; a closed one gives up its login and is opened again by another', async () => {
    const { id: community } = await buildCommunity(db);
    const [wang, li] = [await buildPerson(db, community), await buildPerson(db, community, '李芳')];
    const id = randomUUID();
    const phone = '13800001234';
    expect(await giveAccount(db, { ...given, id, community, person: wang, login: phone })).toBe(id);
    expect(await giveAccount(db, { ...given, id: randomUUID(), community, person: wang, login: 'wang' })).toBeNull();
    const taken = giveAccount(db, { ...given, id: randomUUID(), community, person: li, login: phone });
    await expect(taken).rejects.toMatchObject({ code: '23505' });
    await closeAccount(db, community, id, testNow);
    expect(await officers(db, community, testNow)).toEqual([]);
    expect(await giveAccount(db, { ...given, id: randomUUID(), community, person: li, login: phone })).not.toBeNull();
    expect(await giveAccount(db, { ...given, id: randomUUID(), community, person: wang, login: 'wang' })).toBe(id);
    expect(await accountByLogin(db, community, 'wang')).toMatchObject({ id, passwordChangedAt: 0 });
  });
});

describe('the last one in office', () => {
  async function inOffice(community: string, post: Post, login = true): Promise<{ person: string; held: string }> {
    const person = await buildPerson(db, community, `在任${randomUUID()}`);
    const held = randomUUID();
    await givePost(db, { id: held, community, person, body: null, post, from: testNow });
    const account = { id: randomUUID(), person, community, login: person, passwordHash: 'a', passwordChangedAt: 0 };
    if (login) await giveAccount(db, { ...account, at: testNow });
    return { person, held };
  }

  it('is whoever holds the post alone with an account: an administrator in the community, a keeper anywhere', async () => {
    const [here, there] = [await buildCommunity(db), await buildCommunity(db)];
    const last = (community: string, person: string, post: Post) =>
      isLast(db, { community, person, post, at: testNow + 1 });
    const { person } = await inOffice(here.id, 'administrator');
    await inOffice(there.id, 'administrator');
    await inOffice(here.id, 'administrator', false);
    expect(await last(here.id, person, 'administrator')).toBe(true);
    const other = await inOffice(here.id, 'administrator');
    expect(await last(here.id, person, 'administrator')).toBe(false);
    await endPost(db, here.id, other.held, testNow);
    expect(await last(here.id, person, 'administrator')).toBe(true);
    const keeper = await inOffice(here.id, 'keeper');
    expect(await last(here.id, keeper.person, 'keeper')).toBe(true);
    await inOffice(there.id, 'keeper');
    expect(await last(here.id, keeper.person, 'keeper')).toBe(false);
  });

  it('stays when two go at the same moment', async () => {
    const { id: community } = await buildCommunity(db);
    const two = [await inOffice(community, 'administrator'), await inOffice(community, 'administrator')];
    let asked = 0;
    const gone = await Promise.all(
      two.map(({ person, held }) =>
        db.transaction().execute(async (tx) => {
          await holdLastPosts(tx);
          if (await isLast(tx, { community, person, post: 'administrator', at: testNow + 1 })) return false;
          // Were the other one not kept out, both would have asked by now and found each other in office.
          asked += 1;
          for (let n = 0; n < 30 && asked < two.length; n += 1) await new Promise((go) => setTimeout(go, 10));
          await endPost(tx, community, held, testNow);
          return true;
        }),
      ),
    );
    expect(gone.toSorted()).toEqual([false, true]);
  });
});

it('[R11] an erasure reaches what a correction had replaced, in a backup from before it', async () => {
  const { id: community } = await buildCommunity(db);
  const person = await buildPerson(db, community);
  const given = { community, person, kind: 'phone', at: testNow } as const;
  const salts = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
  const wrong = { ...given, id: randomUUID(), value: '13800000001', salt: salts[0]! };
  await addParticular(db, wrong);
  const correct = (value: string, salt: string) =>
    db.transaction().execute((tx) => correctParticular(tx, { ...given, id: randomUUID(), value, salt }));
  expect(await correct('13800000002', salts[1]!)).toBe('corrected');
  expect(await correct('13800000002', salts[2]!)).toBe('unchanged');
  expect(await correct('13800000003', salts[2]!)).toBe('corrected');
  expect((await particularsOf(db, community, person)).map(({ value }) => value)).toEqual(['13800000003']);
  const order = { id: randomUUID(), community, person, reason: '本人要求', erasedBy: person, erasedAt: testNow };
  expect((await eraseParticulars(db, order))?.hashes).toHaveLength(3);
  // As a restore of the backup made before the corrections would leave it.
  await addParticular(db, wrong);
  expect(await repeatErasures(db, await erasures(db))).toBe(1);
  expect(await particularsOf(db, community, person)).toEqual([]);
});
