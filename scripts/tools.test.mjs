import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint, whenChanged } from './changes.mjs';
import { runAndHear } from './run.mjs';
import { rounds, table } from './rounds.mjs';
import { countPlaywright, countVitest, verdict } from './test-groups.mjs';
import { isNewEnough, sentenceFor } from './tools.mjs';

it('Node 24 and later will do', () => {
  expect(['20.20.2', '22.17.0', '24.0.0', '25.1.0'].map(isNewEnough)).toEqual([false, false, true, true]);
});

it.each([
  ['npm error code ENOTFOUND', 'network'],
  ['ERROR tcp connect error: Connection refused', 'network'],
  ['npm error ENOSPC: no space left on device', 'disk is full'],
  ['npm error EACCES: permission denied', 'owner'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
  ['something else', 'Try again'],
])('%s is said so that one knows what to do', (said, word) => {
  const [zh, en] = sentenceFor(said);
  expect(en).toContain(word);
  expect(zh).toMatch(/\p{Script=Han}/u);
});

it('work is done when its sources changed, and not when it failed is it taken for done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yishiting-stamp-'));
  const source = join(folder, 'src');
  mkdirSync(source);
  writeFileSync(join(source, 'a.ts'), '1');
  let done = 0;
  const build = (fail = false) =>
    whenChanged({
      stamp: join(folder, 'build', '.sources'),
      fingerprint: fingerprint([source]),
      work: () => (fail ? Promise.reject(new Error('broken')) : Promise.resolve(void done++)),
    });
  await build();
  await build();
  expect(done).toBe(1);
  writeFileSync(join(source, 'a.test.ts'), 'a test builds nothing');
  await build();
  expect(done).toBe(1);
  writeFileSync(join(source, 'a.ts'), '2');
  await expect(build(true)).rejects.toThrow('broken');
  await build();
  expect(done).toBe(2);
  rmSync(join(source, 'a.ts'));
  await build();
  expect(done).toBe(3);
  rmSync(folder, { recursive: true });
});

it('counts what vitest and Playwright report, and a file that does not load as failed', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const half = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };
  expect(countVitest({ ...report, testResults: [unloaded, half] })).toEqual({ passed: 5, failed: 2, skipped: 2 });
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 0 });
});

it('a group that ran nothing, wrote no report or ended badly without a reason has failed', () => {
  expect(verdict({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
  expect(verdict(undefined, 0).failed).toBe(1);
  expect(verdict({ passed: 9, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(verdict({ passed: 9, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  expect(verdict({ passed: 9, failed: 3, skipped: 0 }, 1).failed).toBe(3);
});

it('a program that is not there is an answer, not a crash', async () => {
  expect((await runAndHear('no-such-program-here', [])).code).toBe(127);
});

it('soak turns more rounds than test everywhere, and an unknown name is refused', () => {
  for (const { test, soak } of Object.values(table)) expect(soak).toBeGreaterThan(test);
  expect(rounds('kills')).toBe(process.env.YISHITING_ROUNDS === 'soak' ? 200 : table.kills.test);
  expect(() => rounds('nothing')).toThrow('nothing');
});
