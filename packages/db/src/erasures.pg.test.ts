import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseParticulars, erasures, repeatErasures, sweepErased } from './erasures.ts';
import * as people from './people.ts';
import { tableNames } from './tables.ts';
import { aDatabase } from './testing.ts';
import { buildCommunity, buildPerson, testNow } from './testing-rows.ts';

const { db } = await aDatabase();

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

  async function onDisk(): Promise<boolean> {
    await sql`checkpoint`.execute(db);
    const { rows } = await sql<{ found: boolean }>`
      select position(convert_to(${phone}, 'UTF8') in pg_read_binary_file(pg_relation_filepath('particulars'))) > 0 as found
    `.execute(db);
    return rows[0]!.found;
  }

  it('[R11] leave the disk also while another database of the server is at work', async () => {
    const { community, person } = await aPersonWithParticulars();
    const other = await aDatabase();
    const order = { community, person, reason: '本人要求', erasedBy: person, erasedAt: testNow };
    await db.deleteFrom('particulars').where('person', '!=', person).execute();
    let sweeping: Promise<boolean> | undefined;
    await other.db.transaction().execute(async (older) => {
      await sql`select pg_current_xact_id()`.execute(older);
      await eraseParticulars(db, { ...order, id: randomUUID() });
      sweeping = sweepErased(db);
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(await sweeping).toBe(true);
    expect(await onDisk()).toBe(false);
  });

  it('[R11] are gone from every row and from the bytes on the disk once erased', async () => {
    const { community, person, hash } = await aPersonWithParticulars();
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
