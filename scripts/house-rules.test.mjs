import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

/** The rules of the house must be able to fail: each is broken once here, in a small house of its own. */

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const houses = [];

/** Which import rules a house of these files breaks. @param {Record<string, string>} files */
async function broken(files) {
  const house = mkdtempSync(join(tmpdir(), 'yishiting-house-'));
  houses.push(house);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const { output } = await cruise(['.'], { ...options, baseDir: house, ruleSet: { forbidden }, validate: true });
  // A compiled component imports Svelte, which such a house does not have.
  const own = output.summary.violations.filter(({ to }) => !to.startsWith('svelte'));
  return [...new Set(own.map(({ rule }) => rule.name))].sort();
}

afterAll(() => houses.forEach((house) => rmSync(house, { recursive: true, force: true })));

const imports = (path) => `import { x } from '${path}';\nexport const y = x;\n`;
const svelteImports = (path) =>
  `<script lang="ts">\n  import X from '${path}';\n  const y: number = 1;\n</script>\n<X {y} />\n`;
const x = 'export const x = 1;\n';

describe('who may import whom', () => {
  it('the allowed ways are free', async () => {
    const found = await broken({
      'packages/domain/src/voting.ts': x,
      'packages/db/src/ballots.ts': imports('../../domain/src/voting.ts'),
      'apps/realtime/src/app.ts': imports('../../../packages/db/src/ballots.ts'),
      'apps/web/src/lib/ui/Button.svelte': '<button>x</button>',
      'apps/web/src/lib/voting/Ballot.svelte': svelteImports('../ui/Button.svelte'),
      'apps/web/src/routes/+page.svelte': svelteImports('../lib/voting/Ballot.svelte'),
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['no-circles', 'packages/db/src/a.ts', imports('./b.ts'), 'packages/db/src/b.ts', imports('./a.ts')],
    [
      'no-circles',
      'apps/web/src/lib/agenda/A.svelte',
      svelteImports('./B.svelte'),
      'apps/web/src/lib/agenda/B.svelte',
      svelteImports('./A.svelte'),
    ],
    ['domain-is-pure', 'packages/domain/src/a.ts', "import fs from 'node:fs';\nexport const x = fs;", 'b.ts', x],
    [
      'db-knows-only-domain',
      'packages/db/src/a.ts',
      imports('../../../apps/realtime/src/b.ts'),
      'apps/realtime/src/b.ts',
      x,
    ],
    ['migrations-are-frozen', 'packages/db/migrations/a.ts', imports('../src/b.ts'), 'packages/db/src/b.ts', x],
    [
      'web-meets-the-server-only-in-domain',
      'apps/web/src/a.ts',
      imports('../../realtime/src/b.ts'),
      'apps/realtime/src/b.ts',
      x,
    ],
    ['server-knows-no-page', 'apps/realtime/src/a.ts', imports('../../web/src/b.ts'), 'apps/web/src/b.ts', x],
    ['tests-stay-in-tests', 'packages/db/src/a.ts', imports('./testing.ts'), 'packages/db/src/testing.ts', x],
    [
      'ui-knows-no-feature',
      'apps/web/src/lib/ui/A.svelte',
      svelteImports('../voting/B.svelte'),
      'apps/web/src/lib/voting/B.svelte',
      '<p>x</p>',
    ],
    [
      'features-do-not-know-each-other',
      'apps/web/src/lib/agenda/A.svelte',
      svelteImports('../voting/B.svelte'),
      'apps/web/src/lib/voting/B.svelte',
      '<p>x</p>',
    ],
    ['lib-knows-no-route', 'apps/web/src/lib/a.ts', imports('../routes/b.ts'), 'apps/web/src/routes/b.ts', x],
    ['found', 'packages/db/src/a.ts', imports('./nowhere.ts'), 'b.ts', x],
  ])('%s: %s', async (rule, one, text, other, otherText) => {
    expect(await broken({ [one]: text, [other]: otherText })).toContain(rule);
  });
});

describe('rules of the code', () => {
  /** @param {string} filePath @param {string} code */
  async function refusals(filePath, code) {
    const eslint = new ESLint({
      overrideConfig: { languageOptions: { parserOptions: { projectService: false } }, rules: typeless },
    });
    const [{ messages }] = await eslint.lintText(code, { filePath });
    return messages.map(({ ruleId }) => ruleId);
  }
  const typeless = Object.fromEntries(
    ['no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check'].map((name) => [
      `@typescript-eslint/${name}`,
      'off',
    ]),
  );

  it.each([
    ['packages/domain/src/here.ts', 'export const now = Date.now();'],
    ['apps/realtime/src/room/here.ts', 'export const now = new Date();'],
    ['packages/domain/src/here.ts', 'export const x = Math.random();'],
    ['packages/domain/src/here.ts', "export * from './voting.ts';"],
  ])('%s may not say: %s', async (file, code) => {
    expect(await refusals(file, code)).toContain('no-restricted-syntax');
  });

  it.each([
    ['apps/realtime/src/clock.ts', 'export const now = () => Date.now();'],
    ['packages/domain/src/here.test.ts', 'export const now = Date.now();'],
    ['packages/domain/src/here.ts', 'export const day = (at: number) => new Date(at);'],
  ])('%s may say: %s', async (file, code) => {
    expect(await refusals(file, code)).toEqual([]);
  });

  it('a file of 251 lines is warned about, one of 401 refused', async () => {
    const lines = (count) => 'export {};\n'.repeat(count - 1) + 'export {};';
    expect(await refusals('packages/domain/src/here.ts', lines(250))).toEqual([]);
    expect(await refusals('packages/domain/src/here.ts', lines(251))).toEqual(['house/long-file']);
    expect(await refusals('packages/domain/src/here.ts', lines(401))).toEqual(['house/long-file', 'max-lines']);
  });
});
