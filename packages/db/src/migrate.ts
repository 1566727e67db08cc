import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as register from '../migrations/2026-11-22-1-register.ts';
import * as meetings from '../migrations/2026-11-22-2-meetings.ts';
import * as record from '../migrations/2026-11-22-3-record.ts';
import * as entering from '../migrations/2026-11-22-4-entering.ts';
import * as linkAddress from '../migrations/2026-11-22-5-link-address.ts';
import * as particularsUnsampled from '../migrations/2026-11-22-6-particulars-unsampled.ts';
import * as minutes from '../migrations/2026-11-22-7-minutes.ts';
import * as keeperActs from '../migrations/2026-11-22-8-keeper-acts.ts';
import * as supersededParticulars from '../migrations/2026-11-22-9-superseded-particulars.ts';
import * as waitingScreens from '../migrations/2026-11-23-1-waiting-screens.ts';
import * as notice from '../migrations/2026-11-24-1-notice.ts';
import * as screenContents from '../migrations/2026-11-24-5-screen-contents.ts';
import * as remote from '../migrations/2026-11-25-4-remote.ts';
import * as observers from '../migrations/2026-11-25-3-observers.ts';
import * as files from '../migrations/2026-11-24-2-files.ts';
import * as documents from '../migrations/2026-11-25-6-documents.ts';
import * as agreements from '../migrations/2026-11-26-1-agreements.ts';
import * as soundings from '../migrations/2026-11-24-1-soundings.ts';
import * as duties from '../migrations/2026-11-25-1-duties.ts';
import * as sides from '../migrations/2026-11-26-1-sides.ts';
import * as signedPaper from '../migrations/2026-11-26-5-signed-paper.ts';
import * as invitations from '../migrations/2026-11-25-2-invitations.ts';

/** Every migration by name, in the order of its name; a new one is a further file and a further line here. */
const migrations: Record<string, Migration> = {
  '2026-11-22-1-register': register,
  '2026-11-22-2-meetings': meetings,
  '2026-11-22-3-record': record,
  '2026-11-22-4-entering': entering,
  '2026-11-22-5-link-address': linkAddress,
  '2026-11-22-6-particulars-unsampled': particularsUnsampled,
  '2026-11-22-7-minutes': minutes,
  '2026-11-22-8-keeper-acts': keeperActs,
  '2026-11-22-9-superseded-particulars': supersededParticulars,
  '2026-11-23-1-waiting-screens': waitingScreens,
  '2026-11-24-1-notice': notice,
  '2026-11-24-5-screen-contents': screenContents,
  '2026-11-25-4-remote': remote,
  '2026-11-25-3-observers': observers,
  '2026-11-24-2-files': files,
  '2026-11-24-1-soundings': soundings,
  '2026-11-25-6-documents': documents,
  '2026-11-26-1-agreements': agreements,
  '2026-11-25-1-duties': duties,
  '2026-11-25-2-invitations': invitations,
  '2026-11-26-1-sides': sides,
  '2026-11-26-5-signed-paper': signedPaper,
};

/** The database was migrated by a newer program than this one. */
export class DatabaseIsNewer extends Error {
  override name = 'DatabaseIsNewer';
  readonly unknown: string[];
  constructor(unknown: string[]) {
    super(`the database was migrated by a newer program: ${unknown.join(', ')}`);
    this.unknown = unknown;
  }
}

/** The schema this program brings a database to: the name of its last migration. */
export const schemaVersion: string = Object.keys(migrations).sort().at(-1)!;

/**
 * Brings a database to this program's schema, each run under Kysely's lock and in one transaction.
 * @returns the names of the migrations applied now, oldest first; empty when there was nothing to do.
 * @throws DatabaseIsNewer when the database knows migrations this program does not; otherwise the database's own error.
 */
// The migrator works on a database of whatever shape it finds.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function migrate(db: Kysely<any>): Promise<{ applied: string[] }> {
  const unknown = (await appliedMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
  const { error, results = [] } = await migrator(db).migrateToLatest();
  if (error) throw error;
  return { applied: results.filter((one) => one.status === 'Success').map((one) => one.migrationName) };
}

/** Every migration this program knows, oldest first. */
export const knownMigrations = (): string[] => Object.keys(migrations).sort();

/** Brings an empty database to an older schema, as a backup of that time needs it. Throws the database's own error. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function migrateUpTo(db: Kysely<any>, name: string): Promise<void> {
  const { error } = await migrator(db).migrateTo(name);
  if (error) throw error;
}

/** The migrations still to be applied, oldest first, so that a backup can be made before the first of them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function pendingMigrations(db: Kysely<any>): Promise<string[]> {
  const applied = new Set(await appliedMigrations(db));
  return Object.keys(migrations)
    .sort()
    .filter((name) => !applied.has(name));
}

/** The migrations a database has had, oldest first; empty for an empty database. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function appliedMigrations(db: Kysely<any>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name as string);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function migrator(db: Kysely<any>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
