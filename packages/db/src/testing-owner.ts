import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const HERE = new URL('./connect.ts', import.meta.url).href;
const codeFrom = (connect: string) => `
  import { connect } from ${JSON.stringify(connect)};
  const say = (word) => process.stdout.write(word + '\\n');
  const log = { info() {}, warn() {}, error() {} };
  try {
    const { pool } = await connect({ dataDir: process.argv[1], log });
    await pool.query('create table if not exists kept (what text)');
    await pool.query('insert into kept values ($1)', [process.argv[2]]);
    say('ready');
    setInterval(() => {}, 1000);
  } catch (error) {
    say(error.code ?? String(error));
  }
`;

/**
 * A process of its own that opens a data folder, commits one row to `kept` and holds on until it is killed.
 * @param options as whom it runs, and from which connect.ts
 * @returns the process and its word: 'ready', or the code of the refusal
 */
export async function anOwner(
  dataDir: string,
  row: string,
  { connect = HERE, ...as }: { uid?: number; gid?: number; connect?: string } = {},
): Promise<{ owner: ChildProcess; word: string }> {
  const args = ['--input-type=module', '-e', codeFrom(connect), dataDir, row];
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/', ...as });
  // `once` also rejects when the process cannot be started.
  const [chunk] = (await Promise.race([once(owner.stdout, 'data'), once(owner, 'exit')])) as [Buffer | number];
  return { owner, word: String(chunk).trim() };
}

/** Kills a process as a power cut would and waits until it is gone. */
export async function killHard(owner: ChildProcess): Promise<void> {
  owner.kill('SIGKILL');
  if (owner.exitCode === null && owner.signalCode === null) await once(owner, 'exit');
}
