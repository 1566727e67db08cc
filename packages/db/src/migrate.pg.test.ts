import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appliedMigrations, DatabaseIsNewer, migrate, pendingMigrations, schemaVersion } from './migrate.ts';
import { tableNames } from './tables.ts';
import { aDatabase } from './testing.ts';

const { db } = await aDatabase();

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
