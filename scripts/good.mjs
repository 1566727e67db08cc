import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runAndHear } from './run.mjs';
import { say } from './say.mjs';
import { GROUPS, runGroups } from './test-groups.mjs';
import { root, tools } from './tools.mjs';

/** npm run good [-- quick]: form, rules of the house, imports, types, then all tests (not with `quick`). */
await tools();

const own = (/** @type {string[]} */ ...path) => join(root, 'node_modules', ...path);
const tsc = own('typescript', 'bin', 'tsc');
const web = join(root, 'apps', 'web');
const inWeb = (/** @type {string[]} */ ...path) => join(web, 'node_modules', ...path);

/** @type {{ name: string, script: string, args: string[], cwd?: string }[]} */
const checks = [
  { name: 'prettier', script: own('prettier', 'bin', 'prettier.cjs'), args: ['--check', '--log-level=warn', '.'] },
  { name: 'eslint', script: own('eslint', 'bin', 'eslint.js'), args: ['.'] },
  {
    name: 'imports',
    script: own('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'scripts'],
  },
  ...['packages/domain', 'packages/db', 'apps/realtime'].map((part) => ({
    name: `types of ${part}`,
    script: tsc,
    args: ['-p', part],
  })),
  { name: 'pages: sync', script: inWeb('@sveltejs', 'kit', 'svelte-kit.js'), args: ['sync'], cwd: web },
  {
    name: 'types of apps/web',
    script: inWeb('svelte-check', 'bin', 'svelte-check'),
    args: ['--fail-on-warnings', '--output', 'human'],
    cwd: web,
  },
];

let failed = 0;
for (const { name, script, args, cwd = root } of checks) {
  const started = performance.now();
  const { code, said } = existsSync(script)
    ? await runAndHear(process.execPath, [script, ...args], { cwd })
    : { code: 1, said: `${script} is missing` };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code === 0) continue;
  failed++;
  console.log(said.trim());
}

if (failed > 0) {
  say(`${failed} 项检查未通过。`, `${failed} of the checks failed.`);
  process.exitCode = 1;
} else if (process.argv[2] !== 'quick') {
  process.exitCode = await runGroups(GROUPS);
}
