import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, syncWeb } from './build-web.mjs';
import { runInPlace } from './run.mjs';
import { root } from './tools.mjs';
import { browserTestNeeds, paperTestNeeds } from './test-needs.mjs';

export const GROUPS = ['pure', 'database', 'browser'];

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {any} report of vitest @returns {Count} a file that does not even load counts as one failed */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && file.assertionResults.every((/** @type {any} */ one) => one.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report of Playwright @returns {Count} an error outside any test counts as one failed */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * What a group's end means: without a report, with no test run, or with an exit code that its report does not explain it
 * has failed.
 * @param {Count | undefined} count @param {number} code
 * @returns {Count}
 */
export function verdict(count, code) {
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 };
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

/** @param {string} group @param {string[]} files @param {string} report */
async function runGroup(group, files, report) {
  if (group === 'browser') {
    const needs = await browserTestNeeds();
    await buildWeb();
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    const started = performance.now();
    const code = await runInPlace(process.execPath, [cli, 'test', '--reporter=list,json', ...files], {
      cwd: join(root, 'apps', 'web'),
      env: { ...process.env, ...needs, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return { code, count: countPlaywright, started };
  }
  const needs = group === 'pure' ? await paperTestNeeds() : {};
  await syncWeb();
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const started = performance.now();
  const code = await runInPlace(process.execPath, [cli, 'run', '--project', group, ...reporters, ...files], {
    cwd: root,
    env: { ...process.env, ...needs },
  });
  return { code, count: countVitest, started };
}

/**
 * Runs groups one after the other and prints the sum as the last line.
 * @param {string[]} groups @param {string[]} files only tests whose path contains one of these
 * @returns {Promise<number>} the exit code
 */
export async function runGroups(groups, files = []) {
  const reports = mkdtempSync(join(tmpdir(), 'yishiting-reports-'));
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  for (const group of groups) {
    const report = join(reports, `${group}.json`);
    const { code, count, started } = await runGroup(group, files, report);
    const seconds = Math.round((performance.now() - started) / 1000);
    const found = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
    const { passed, failed, skipped } = verdict(found, code);
    sum.passed += passed;
    sum.failed += failed;
    lines.push(`${group}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds} s`);
    if (passed + failed === 1 && !found?.passed) lines.push(`  (${group} ran no test, or ended without saying why)`);
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
}
