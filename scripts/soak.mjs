import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runGroups } from './test-groups.mjs';
import { root, tools } from './tools.mjs';

/**
 * npm run soak: the tests that turn many rounds, with the numbers of the column `soak` in rounds.mjs. A test takes part by
 * calling `rounds(…)`; nothing else is to be written down.
 */
await tools();
process.env.YISHITING_ROUNDS = 'soak';

const sources = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|spec|e2e)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules')),
);
const turning = sources.filter((file) => /\brounds\(/.test(readFileSync(file, 'utf8')));
const groupOf = (/** @type {string} */ file) =>
  file.endsWith('.pg.test.ts') ? 'database' : file.includes(join('web', 'e2e')) ? 'browser' : 'pure';

let code = 0;
for (const group of ['pure', 'database', 'browser']) {
  const files = turning.filter((file) => groupOf(file) === group);
  if (files.length > 0) code = Math.max(code, await runGroups([group], files));
}
process.exitCode = code;
