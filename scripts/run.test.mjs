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

it('lets the user see all but the hushed lines, and hears every one', async () => {
  const program = "process.stdout.write('Scope: all\\nfetching 议事厅\\nno room'); process.exitCode = 3";
  const hearing = `
    import { runAndHear } from ${JSON.stringify(MODULE)};
    const { code, said } = await runAndHear(process.execPath, ['-e', process.argv[1]], { aloud: true, hushed: /^Scope: / });
    process.stderr.write(JSON.stringify({ code, said }));
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', hearing, program]);
  const [shown, heard] = await Promise.all(
    [parent.stdout, parent.stderr].map((from) => from.setEncoding('utf8').toArray()),
  );
  expect(shown.join('')).toBe('fetching 议事厅\nno room\n');
  expect(JSON.parse(heard.join(''))).toEqual({ code: 3, said: 'Scope: all\nfetching 议事厅\nno room' });
});
