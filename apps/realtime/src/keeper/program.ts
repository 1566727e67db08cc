/** What the keeper's programs share: they run in a terminal, say one thing in two languages, and end with a code. */
import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Connection, type Log } from '@yishiting/db/connect';
import { NothingToBackUp } from '@yishiting/db/backup/refusals';
import { DatabaseRefusal } from '@yishiting/db/embedded-errors';
import { publicKeyOf } from '@yishiting/db/record-seals';
import { readEnv, type Env } from '../env.ts';

/** Something the keeper asked for that cannot be done, in a sentence of each language. */
export class CannotDo extends Error {
  readonly zh: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
  }
}

export type Said = readonly [zh: string, en: string];

/** One line in each language. */
export function say(...[zh, en]: Said): void {
  process.stdout.write(`${zh}\n${en}\n`);
}

/** Warnings reach the terminal, the rest is of no interest there. */
export const terminalLog: Log = {
  info: () => undefined,
  warn: (_facts, sentence) => void process.stderr.write(`${sentence}\n`),
  error: (_facts, sentence) => void process.stderr.write(`${sentence}\n`),
};

/** Runs a program: its answer becomes the exit code, what is expected to go wrong one plain sentence, a bug its stack. */
export async function runProgram(program: (env: Env) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program(readEnv(process.env));
  } catch (error) {
    const { code } = error as { code?: string };
    const unknownOption = code?.startsWith('ERR_PARSE_ARGS');
    if (error instanceof DatabaseRefusal || error instanceof CannotDo) {
      process.stderr.write(`\n${error.zh}\n${error.message}\n`);
    } else if (unknownOption) {
      process.stderr.write(`\n参数有误：${(error as Error).message}\nThese arguments are not known.\n`);
    } else {
      process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
    }
    process.exitCode = 1;
  }
}

/** Works on the installation's database, also while a server runs on it; never makes a new one. */
export async function onInstallation<T>(env: Env, work: (connection: Connection) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = env;
  const isThere = ['postgres', 'database-lies-in'].some((name) => existsSync(join(dataDir, name)));
  if (!databaseUrl && !isThere) throw new NothingToBackUp();
  const connection = await connect({ databaseUrl, dataDir, log: terminalLog, ifRunning: 'join', poolSize: 4 });
  try {
    return await work(connection);
  } finally {
    await connection.stop();
  }
}

/** The public half of the installation's own sealing key; none where there is no such key. */
export function ownKeys(dataDir: string): string[] {
  try {
    return [publicKeyOf(createPrivateKey(readFileSync(join(dataDir, 'keys', 'record-seal.pem'))))];
  } catch {
    return [];
  }
}

/** `1 meeting`, `2 meetings`. */
export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** A number of bytes as people say it. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
