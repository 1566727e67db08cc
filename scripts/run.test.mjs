import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const MODULE = new URL('./run.mjs', import.meta.url).href;
/** A child that takes its time to end, as the room does, and must not be cut short. */
const CHILD = `
  let told = 0;
  const stop = () => { if (told++ === 0) setTimeout(() => { console.log('saved'); process.exit(7); }, 300); };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  setInterval(() => {}, 1000);
  console.log('ready');
`;
const PARENT = `
  import { runInPlace } from ${JSON.stringify(MODULE)};
  process.exitCode = await runInPlace(process.execPath, ['-e', process.argv[1]]);
`;

const unix = it.skipIf(process.platform === 'win32');

function started(child) {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, child], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  parent.stdout.on('data', (chunk) => (said += chunk));
  return { parent, said: () => said };
}

unix.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
  '%s reaches the room, twice harms nothing, and its exit code is ours',
  async (signal) => {
    const { parent, said } = started(CHILD);
    await once(parent.stdout, 'data');
    parent.kill(signal);
    parent.kill(signal);
    const [code] = await once(parent, 'close');
    expect({ code, said: said() }).toEqual({ code: 7, said: 'ready\nsaved\n' });
  },
);

unix('a room that was killed is told as 128 + the signal', async () => {
  const { parent } = started("process.kill(process.pid, 'SIGKILL')");
  expect((await once(parent, 'close'))[0]).toBe(137);
});
