/** The guide names buttons and pages by the words that stand on them, and shows pictures that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en as domainEn } from '@yishiting/domain/words/en';
import { zhCN as domainZh } from '@yishiting/domain/words/zh-CN';
import { describe, expect, it } from 'vitest';
import { staffEn as en } from './staff.en.ts';
import { staffZhCN as zhCN } from './staff.zh-CN.ts';

const folder = join(import.meta.dirname, '../../../../../docs/guide');

/** Every word that needs nothing to be filled in, in small letters: labels change their first letter with their place. */
function labelsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.toLowerCase()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(labelsIn) : [];
}

describe.each([
  { language: 'zh-CN', labels: new Set([zhCN, domainZh].flatMap(labelsIn)) },
  { language: 'en', labels: new Set([en, domainEn].flatMap(labelsIn)) },
])('the guide in $language', ({ language, labels }) => {
  const text = readFileSync(join(folder, `${language}.md`), 'utf8');

  it('quotes what stands on the pages', () => {
    const quoted = [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter((words) => !labels.has(words.toLowerCase()))).toEqual([]);
  });

  it('shows pictures that exist, each with words for those who do not see it', () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThan(8);
    for (const [, words = '', path = ''] of pictures) {
      expect(words).not.toBe('');
      expect(existsSync(join(folder, path)), path).toBe(true);
    }
  });
});
