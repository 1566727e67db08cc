import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { runInPlace } from './run.mjs';
import { browserTestNeeds } from './test-needs.mjs';
import { root, tools } from './tools.mjs';

/**
 * node scripts/pictures.mjs [name …]: makes the pictures of docs/pictures anew from the running product.
 * `pages` writes contact sheets of every page in both languages under test-results/sheets.
 */
await tools();
const needs = await browserTestNeeds();
await buildWeb();
const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
process.exitCode = await runInPlace(
  process.execPath,
  [cli, 'test', '-c', 'playwright.pictures.config.ts', '--reporter=list', ...process.argv.slice(2)],
  {
    cwd: join(root, 'apps', 'web'),
    env: { ...process.env, ...needs },
  },
);
