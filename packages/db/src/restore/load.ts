/** Loads a backup into an empty database, in one transaction: all of it is there afterwards, or nothing. */
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ErasedFile } from '../backup/erasure-list.ts';
import type { Backup } from '../backup/read-backup.ts';
import { BackupDamaged, TargetNotEmpty } from '../backup/refusals.ts';
import { copyOf, headsOf, kyselyOn, quoted } from '../backup/snapshot.ts';
import { erasures, type ListedErasure, repeatErasures } from '../erasures.ts';
import { putErasureOnRecord } from '../erasing.ts';
import { eraseFileRow, putFileErasureOnRecord } from '../erasing-files.ts';
import { noteFork } from '../installation.ts';
import { noteKeeperAct } from '../keeper-acts.ts';
import { migrate, migrateUpTo } from '../migrate.ts';
import { calledMeetings, putOnRecord } from '../system-facts.ts';
import type { Tables } from '../tables.ts';

export type Loaded = {
  /** The how-manieth restore of the installation this was. */
  readonly fork: number;
  /** Meetings on whose record the restore stands. */
  readonly meetings: number;
  /** Particulars that were erased once more. */
  readonly erased: number;
  /** Files that are erased once more: their bytes must go. */
  readonly erasedFiles: readonly string[];
};

/**
 * Makes the tables as they were when the backup was made, copies the rows in, brings the schema up to this program's,
 * counts the fork, erases again what was erased since, and says so on every record.
 * @param where for sentences
 * @throws TargetNotEmpty, BackupDamaged; the database's own error
 */
export async function loadBackup(
  client: pg.Client,
  backup: Backup,
  {
    where,
    now,
    list,
    files,
  }: { where: string; now: number; list: readonly ListedErasure[]; files: readonly ErasedFile[] },
): Promise<Loaded> {
  const { id, migrations, tables } = backup.manifest;
  return kyselyOn(client)
    .transaction()
    .execute(async (tx) => {
      await refuseUnlessEmpty(client, where);
      await migrateUpTo(tx, migrations.at(-1)!);
      for (const table of tables) await copyIn(client, backup, table);
      await sql`set constraints all immediate`.execute(tx);
      await refuseOtherHeads(client, backup);
      await followRows(client);
      await migrate(tx);
      const fork = await noteFork(tx);
      await noteKeeperAct(tx, { act: 'backup-restored', at: now, about: id });
      const meetings = await calledMeetings(tx);
      for (const { id: meeting, community } of meetings) {
        const event = { type: 'record-restored' as const, backup: id, fork };
        await putOnRecord(tx, { community, meeting, event, cause: `${id} ${fork}`, now });
      }
      const erased = await eraseAgain(tx, list, now);
      return { fork, meetings: meetings.length, erased, erasedFiles: await eraseFilesAgain(tx, files, now) };
    });
}

async function refuseUnlessEmpty(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 3`);
  if (rows.length > 0) throw new TargetNotEmpty({ where, found: `${rows.map(({ name }) => name).join(', ')} …` });
}

async function copyIn(client: pg.Client, backup: Backup, table: Backup['manifest']['tables'][number]): Promise<void> {
  const copy = client.query(copyFrom(copyOf(table, 'from stdin')));
  await pipeline(await backup.read(table.path), copy);
  if (copy.rowCount !== table.rows) throw new BackupDamaged({ file: backup.file, what: table.path });
}

async function refuseOtherHeads(client: pg.Client, { file, manifest }: Backup): Promise<void> {
  const said = new Map(manifest.heads.map((head) => [head.meeting, `${head.version} ${head.hash}`]));
  const found = await headsOf(client);
  const same =
    found.length === said.size && found.every((one) => said.get(one.meeting) === `${one.version} ${one.hash}`);
  if (!same) throw new BackupDamaged({ file, what: 'heads' });
}

/** Numbers that Postgres gives out by itself go on after the highest copied in. */
export async function followRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`);
  for (const { table, column, sequence } of rows) {
    const highest = `select max(${quoted(column)}) as n from ${quoted(table)}`;
    await client.query(`select setval($1, n) from (${highest}) as highest where n is not null`, [sequence]);
  }
}

/** The erasures that the backup does not know are done again, and stand on record again. */
async function eraseAgain(tx: Transaction<Tables>, list: readonly ListedErasure[], now: number): Promise<number> {
  const known = new Set((await erasures(tx)).map(({ id }) => id));
  const erased = await repeatErasures(tx, list);
  for (const erasure of await erasures(tx)) {
    if (!known.has(erasure.id)) await putErasureOnRecord(tx, erasure, now);
  }
  return erased;
}

async function eraseFilesAgain(tx: Transaction<Tables>, list: readonly ErasedFile[], now: number): Promise<string[]> {
  for (const { id, erasedAt } of list) {
    const erased = await eraseFileRow(tx, { file: id, erasedAt });
    if (erased) await putFileErasureOnRecord(tx, erased, now);
  }
  // Also those whose row the backup does not have: their bytes may be in it.
  return list.map(({ id }) => id);
}
