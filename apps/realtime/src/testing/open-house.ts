/** For tests: the real server on a port, inside the test's process, over a database of the test file's own. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundInstallation, offerSetUp } from '@yishiting/db/installation';
import { loadEvents } from '@yishiting/db/meeting-events';
import type { TestDatabase } from '@yishiting/db/testing';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { buildApp, type App } from '../app.ts';
import { openSealKey } from '../room/seal-key.ts';
import type { Hearing } from './hearing.ts';

export interface OpenHouse {
  readonly app: App;
  db: TestDatabase['db'];
  readonly origin: string;
  setUpToken: string;
  /** The folder of its data and keys. */
  keys: string;
  /** Moves the server's clock on by so many ms. */
  wait(ms: number): void;
  /** Stops the server in good order and starts it anew on the same database; its origin is another. */
  restart(): Promise<void>;
  /** What the server logged as a warning or worse. */
  logged: string[];
  /** A meeting's record as it stands in the database. */
  record(hearing: Hearing): Promise<RecordedEvent[]>;
}

/** Builds the server and listens on a free port; stopped when the file is done. Call it after `aDatabase()`. */
export async function anOpenHouse({ db, pool }: TestDatabase): Promise<OpenHouse> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const logged: string[] = [];
  const keys = mkdtempSync(join(tmpdir(), 'yishiting-keys-'));
  const build = () =>
    buildApp({
      ...{ db, pool, clock: { now }, newId: () => randomUUIDv7(), version: '0.1.0', publicOrigin: undefined },
      log: pino({ level: 'warn', base: null }, { write: (line: string) => void logged.push(line) }),
      sealKey: openSealKey(keys),
      dataDir: keys,
      addresses: () => ['127.0.0.1'],
    });
  const listen = () => app.http.listen({ port: 0, host: '127.0.0.1' });
  let app = await build();
  let origin = await listen();
  await foundInstallation(db, { id: randomUUIDv7(), at: now() });
  const setUpToken = randomBytes(32).toString('base64url');
  await offerSetUp(db, createHash('sha256').update(setUpToken).digest('hex'));
  afterAll(async () => {
    await app.stop();
    rmSync(keys, { recursive: true });
  });
  return {
    get app() {
      return app;
    },
    get origin() {
      return origin;
    },
    async restart() {
      await app.stop();
      app = await build();
      origin = await listen();
    },
    db,
    keys,
    setUpToken,
    logged,
    wait: (ms) => void (ahead += ms),
    async record({ community, meeting }) {
      const { id } = await db
        .selectFrom('communities')
        .select('id')
        .where('code', '=', community)
        .executeTakeFirstOrThrow();
      return loadEvents(db, id, meeting);
    },
  };
}
