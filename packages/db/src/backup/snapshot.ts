/** One moment of a whole database, seen by one connection, while everybody else goes on working. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';

export type Table = { readonly name: string; readonly columns: readonly string[] };
export type Head = {
  readonly community: string;
  readonly meeting: string;
  readonly version: number;
  readonly hash: string;
};

/** Whatever the server is set to, texts come out the same and nothing ends the work before its time. */
const SETTINGS = {
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '3',
  xmlbinary: 'base64',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

/** Runs work on a connection of its own, which is cut when the work fails in the middle of a stream. */
export async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'yishiting backup', keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const [name, value] of Object.entries(SETTINGS)) {
      await client.query('select set_config($1, $2, false)', [name, value]);
    }
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Reads a database as of one moment; nothing that commits meanwhile is seen, and nobody waits for it. */
export function inSnapshot<T>(url: string, read: (client: pg.Client) => Promise<T>): Promise<T> {
  return onConnection(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const result = await read(client);
    await client.query('commit');
    return result;
  });
}

/** Kysely on one connection, so that its queries and a stream share a transaction. */
export function kyselyOn(client: pg.Client): Kysely<Tables> {
  const query = client.query.bind(client);
  const connection = { query, release: () => undefined };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
}

/** Every table of ours with its columns, each after those it refers to, so that the rows can be copied in again. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'kysely\\_migration%'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ table: string; to: string }>(`
    select t.relname as table, r.relname as to
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`);
  return inOrderOfReference(tables, references);
}

function inOrderOfReference(tables: readonly Table[], references: readonly { table: string; to: string }[]): Table[] {
  const placed: Table[] = [];
  for (let rest = tables; rest.length > 0;) {
    const waits = ({ name }: Table) =>
      references.some(({ table, to }) => table === name && to !== name && rest.some((one) => one.name === to));
    const free = rest.filter((table) => !waits(table));
    if (free.length === 0) throw new Error(`tables refer to each other: ${rest.map(({ name }) => name).join(', ')}`);
    placed.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return placed;
}

/** Where each meeting's record stands; meetings not yet called have none. */
export async function headsOf(client: pg.Client): Promise<Head[]> {
  const { rows } = await client.query<Head>(
    'select community, id as meeting, head as version, head_hash as hash from meetings where head > 0 order by id',
  );
  return rows;
}

/** A name as SQL wants it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The COPY of a table, out or in, in the text form that every version of Postgres reads. */
export function copyOf({ name, columns }: Table, direction: 'to stdout' | 'from stdin'): string {
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) ${direction} with (format text, encoding 'UTF8')`;
}
