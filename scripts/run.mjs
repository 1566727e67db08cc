import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']);

/**
 * Runs a program in our place: our terminal, our signals, its exit code. We stay until it has ended, however often we are
 * told to go, so that accepted work is committed and the database stopped.
 *
 * A terminal sends Ctrl-C to the whole group, so it is passed on only without one; Windows sends them to everyone,
 * and "passing on" there would mean killing.
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code, 128 + n after a signal
 */
export function runInPlace(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const inTerminal = Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      if (process.platform === 'win32' || (signal === 'SIGINT' && inTerminal)) return;
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}

/**
 * Runs a program and hears what it says.
 * @param {string} program @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { aloud?: boolean, hushed?: RegExp }} [options] `aloud`: the user
 * sees it as well, but for whole lines that `hushed` matches
 * @returns {Promise<{ code: number, said: string }>} code 127 when it could not be started
 */
export function runAndHear(program, args, { aloud = false, hushed, ...options } = {}) {
  const child = spawn(program, args, { windowsHide: true, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from?.on('data', (chunk) => {
      said += chunk;
      if (aloud && !hushed) to.write(chunk);
    });
    if (from && aloud && hushed)
      createInterface({ input: from }).on('line', (line) => void (hushed.test(line) || to.write(`${line}\n`)));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, said: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
