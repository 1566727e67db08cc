import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { parse } from 'acorn';
import { aMediation, linkOf, neighbour, openDesk, write } from './agreement.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';

/** Kilobytes (1024) of compressed script that a voter's phone may be asked to load. */
const budget = 120;

/** What Chrome 87 or Safari 14 lack, with the version that brought it (MDN browser-compat-data), and is not supplied by old-browsers.ts. */
const newerCalls: readonly [RegExp, string][] = [
  // Svelte's runtime has one for copies of dates, which no state of ours holds, and one whose failure it catches.
  [/(?<!getTime\(\),|try\{return )\bstructuredClone\s*\(/, 'structuredClone: Chrome 98, Safari 15.4'],
  [/\brandomUUID\b/, 'crypto.randomUUID: Chrome 92, Safari 15.4'],
  [/\.findLast(Index)?\(/, 'Array findLast: Chrome 97, Safari 15.4'],
  [/\.to(Sorted|Reversed|Spliced)\(/, 'Array toSorted …: Chrome 110, Safari 16'],
  [/\bwithResolvers\b/, 'Promise.withResolvers: Chrome 119, Safari 17.4'],
  [/\bWeakRef\b/, 'WeakRef: Safari 14.1'],
  [/\bAbortSignal\.(timeout|any)\b/, 'AbortSignal.timeout: Chrome 103, Safari 16'],
  [/\bURL\.(parse|canParse)\b/, 'URL.parse, canParse: Chrome 120, Safari 17'],
  [/\b(Object|Map)\.groupBy\b/, 'groupBy: Chrome 117, Safari 17.4'],
  [/\(\?<[=!]/, 'looking behind in a regular expression: Safari 16.4'],
  [/\bfromAsync\b/, 'Array.fromAsync: Chrome 121, Safari 16.4'],
  [/\bisWellFormed\b/, 'String isWellFormed: Chrome 111, Safari 16.4'],
  [/\badoptedStyleSheets\b/, 'adoptedStyleSheets: Safari 16.4'],
  [/\bcheckVisibility\b/, 'checkVisibility: Chrome 105, Safari 17.4'],
  [/\bscheduler\.(postTask|yield)\b/, 'scheduler: Chrome 94, no Safari'],
];

const newerStyles: readonly [RegExp, string][] = [
  [/:where\(|:is\(/, ':where, :is: Chrome 88'],
  [/:has\(/, ':has: Chrome 105, Safari 15.4'],
  [/@container|@layer|@property|@scope/, 'newer at-rules'],
  [/\b\d*\.?\d+[dsl]v[hwib]\b/, 'dvh, svh, lvh: Chrome 108, Safari 15.4'],
  [/\b(oklch|oklab|lch|lab|color-mix|light-dark)\(/, 'newer colours'],
  [/[{;]\s*(inset|aspect-ratio|translate|rotate|scale)\s*:/, 'inset (Safari 14.1), aspect-ratio (88, 15), translate …'],
  [/[{;}]\s*&/, 'nesting: Chrome 112, Safari 16.5'],
];

/** Rules of a style sheet that lay out as a flex box and space its parts by gap, which Safari 14.0 does not know. */
const gapsInFlexBoxes = (css: string): string[] =>
  (css.match(/[^{}]+\{[^{}]*\}/g) ?? []).filter(
    (rule) => /display:(inline-)?flex/.test(rule) && /[;{](row-|column-)?gap:/.test(rule),
  );

test.describe('[R18] the seat page on a phone of 2019', () => {
  let hearing: OpenHearing;
  test.beforeAll(async ({ browser }) => {
    hearing = await aHearing(browser);
  });
  test.afterAll(() => hearing.close());

  /** What those who only follow open on their own phones, and what they then see. */
  const opened: readonly [string, (visitor: Visitor) => Promise<void>, string | RegExp][] = [
    ['the seat page', (visitor) => checkIn(visitor, hearing.members[0]!.url), '会议还没有开始'],
    [
      'the page on which a party checks an agreement',
      async (visitor) => {
        const meeting = await aMediation(hearing);
        const desk = await openDesk(hearing, meeting);
        await write(desk, '纠纷主要事实、争议事项', '501室卫生间渗水。');
        await desk.close();
        await checkIn(visitor, await linkOf(hearing, meeting, neighbour));
      },
      '同意这一部分',
    ],
    [
      'the public page',
      async ({ page }) => {
        const { house, community, meeting } = hearing;
        await page.goto(addressOf(house, `/c/${community}/public/${meeting}`));
      },
      '特此公告。',
    ],
  ];
  for (const [what, open, seen] of opened)
    test(`[R18] ${what} loads at most 120 KB of compressed script, in a syntax, with calls and styles of Chrome 87 and Safari 14`, async ({
      browser,
    }) => {
      const voter = await visit(browser, 'phone');
      const files = new Map<string, Promise<string>>();
      const pages: Promise<string>[] = [];
      voter.page.on('response', (response) => {
        if (response.headers()['content-type']?.startsWith('text/html')) pages.push(response.text());
        if (/javascript|css/.test(response.headers()['content-type'] ?? '')) files.set(response.url(), response.text());
      });
      await open(voter);
      await expect(voter.page.getByText(seen)).toBeVisible();
      let size = 0;
      const found: string[] = [];
      for (const [url, loading] of files) {
        const text = await loading;
        const name = new URL(url).pathname.split('/').at(-1);
        if (url.endsWith('.css')) {
          for (const [newer, what] of newerStyles) if (newer.test(text)) found.push(`${name}: ${what}`);
          for (const rule of gapsInFlexBoxes(text)) found.push(`${name}: gap in a flex box (Safari 14.1): ${rule}`);
          continue;
        }
        size += gzipSync(text).length;
        parse(text, { ecmaVersion: 2021, sourceType: 'module' });
        for (const [newer, what] of newerCalls) if (newer.test(text)) found.push(`${name}: ${what}`);
      }
      // The scripts that stand in the page itself, such as the one that starts it.
      const inline = (await Promise.all(pages)).flatMap((html) =>
        [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script ?? ''),
      );
      expect(inline.length).toBeGreaterThan(0);
      for (const script of inline) {
        parse(script, { ecmaVersion: 2021 });
        for (const [newer, what] of newerCalls) if (newer.test(script)) found.push(`in the page: ${what}`);
      }
      expect(found).toEqual([]);
      expect(size / 1024, `${[...files.keys()].join('\n')}`).toBeLessThanOrEqual(budget);
      expect(size).toBeGreaterThan(10 * 1024);
      await voter.context.close();
    });

  test('[R18] works from the link to the answer with the newer calls taken away', async ({ browser }) => {
    const voter = await visit(browser, 'phone');
    await voter.context.addInitScript(() => {
      const gone: [object, string[]][] = [
        [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
        [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
        [Object, ['hasOwn', 'groupBy']],
        [Promise, ['withResolvers', 'try']],
        [URL, ['parse', 'canParse']],
        [crypto, ['randomUUID']],
        [Object.getPrototypeOf(crypto) as object, ['randomUUID']],
        [
          globalThis,
          ['structuredClone', 'WeakRef', 'scheduler', 'navigation', 'requestIdleCallback', 'CSSLayerBlockRule'],
        ],
        [Document.prototype, ['startViewTransition']],
        [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'replaceChildren']],
      ];
      for (const [target, names] of gone) for (const name of names) delete (target as Record<string, unknown>)[name];
    });
    const errors: string[] = [];
    voter.page.on('pageerror', ({ message }) => errors.push(message));
    await checkIn(voter, hearing.members[1]!.url);
    expect(await voter.page.evaluate(() => typeof structuredClone)).toBe('undefined');
    await hearing.openSounding('是否赞成方案二');
    await voter.page.getByRole('radio', { name: '赞成', exact: true }).check();
    await voter.page.getByRole('button', { name: '确认：赞成' }).click();
    await expect(voter.page.getByRole('status').filter({ hasText: '已记录：赞成' })).toBeVisible();
    expect(errors).toEqual([]);
    await voter.context.close();
  });
});
