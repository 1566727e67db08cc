import { expect, it } from 'vitest';
import { aDatabase, urlFor } from './testing.ts';
import { schemaVersion } from './migrate.ts';

const one = await aDatabase();
const other = await aDatabase();

it('a test file gets a migrated database of its own', async () => {
  const { rows } = await one.pool.query('select max(name) as last from kysely_migration');
  expect(rows[0].last).toBe(schemaVersion);
  await one.pool.query('create table only_here (id int)');
  await expect(other.pool.query('select * from only_here')).rejects.toThrow('does not exist');
});

it('changes only the name of the database in a URL', () => {
  expect(urlFor('postgres://a:b@localhost/x?host=%2Ftmp&port=1', 'y')).toBe(
    'postgres://a:b@localhost/y?host=%2Ftmp&port=1',
  );
});
