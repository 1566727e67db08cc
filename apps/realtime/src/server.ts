/** Starts the process: environment, database, record seal key, app; prints where to go; stops it in good order. */
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { backupBeforeMigration } from '@yishiting/db/backup/before-migration';
import { connect, type Connection } from '@yishiting/db/connect';
import { DatabaseRefusal } from '@yishiting/db/embedded-errors';
import { sweepFiles } from '@yishiting/db/files';
import { foundInstallation } from '@yishiting/db/installation';
import { migrate } from '@yishiting/db/migrate';
import { buildApp, type App } from './app.ts';
import { wallClock } from './clock.ts';
import { readEnv, type Env } from './env.ts';
import { keepPort } from './kept-port.ts';
import { makeLog, type ServerLog } from './log.ts';
import { startNightly, type Nightly } from './nightly.ts';
import { builtPages } from './pages.ts';
import { openSealKey } from './room/seal-key.ts';
import { printWelcome } from './welcome.ts';
import program from '../../../package.json' with { type: 'json' };

/** Something that keeps the server from starting, said in one sentence in each language. */
class CannotStart extends Error {
  readonly zh: string;
  constructor(en: string, zh: string) {
    super(en);
    this.zh = zh;
  }
}

interface Running {
  app: App;
  connection: Connection;
  nightly: Nightly;
}

async function start(env: Env, log: ServerLog): Promise<Running> {
  const { dataDir } = env;
  const connection = await connect({ databaseUrl: env.databaseUrl, dataDir, log });
  try {
    await backupBeforeMigration(connection, { dataDir, now: wallClock.now() });
    await migrate(connection.db);
    await foundInstallation(connection.db, { id: randomUUIDv7(), at: wallClock.now() });
    await sweepFiles(connection.db, dataDir);
    const pages = await builtPages();
    const app = await buildApp({
      db: connection.db,
      pool: connection.pool,
      clock: wallClock,
      log,
      sealKey: openSealKey(join(dataDir, 'keys')),
      newId: () => randomUUIDv7(),
      version: program.version,
      dataDir,
      publicOrigin: env.publicOrigin,
      ...(pages && { pages }),
    });
    await app.http.listen({ port: env.port, host: env.host }).catch(async (error: NodeJS.ErrnoException) => {
      await app.stop();
      throw portTrouble(error, env);
    });
    keepPort(dataDir, app.deps.port());
    const nightly = startNightly({ db: connection.db, url: connection.url, dataDir, clock: wallClock, log });
    return { app, connection, nightly };
  } catch (error) {
    await connection.stop();
    throw error;
  }
}

function portTrouble(error: NodeJS.ErrnoException, { port }: Env): Error {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start (Windows: set PORT=3001, then npm start).`,
      `端口 ${port} 已被其他程序占用。请先关闭该程序，或换一个端口：PORT=3001 npm start（Windows 先运行 set PORT=3001，再运行 npm start）。`,
    );
  }
  if (error.code !== 'EACCES') return error;
  return new CannotStart(
    `Port ${port} may only be used by an administrator. Choose one above 1023, such as PORT=3000 (Windows: set PORT=3000, then npm start).`,
    `端口 ${port} 只有管理员可以使用。请选用 1023 以上的端口，例如 PORT=3000（Windows 先运行 set PORT=3000，再运行 npm start）。`,
  );
}

/** One plain sentence for what is expected to go wrong; a bug keeps its stack. */
function sayWhy(error: unknown): void {
  const plain = error instanceof DatabaseRefusal || error instanceof CannotStart;
  console.error(plain ? `\n${error.zh}\n${error.message}\n` : error);
}

/** Accepted work is committed before the process ends; a second signal does not cut that short. */
function stopInGoodOrder({ app, connection, nightly }: Running, log: ServerLog): void {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      console.log('\n正在保存并停止… Saving and stopping…');
      await app.stop();
      await nightly.stop();
      await connection.stop();
    })().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ code: (error as { code?: unknown }).code }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  // SIGHUP and SIGBREAK: the window was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGBREAK'] as const) process.on(signal, stop);
}

try {
  const env = readEnv(process.env);
  const log = makeLog(env.logLevel);
  const running = await start(env, log);
  stopInGoodOrder(running, log);
  await printWelcome(running.app, { demonstration: process.argv.includes('--demo') });
} catch (error) {
  sayWhy(error);
  process.exit(1);
}
