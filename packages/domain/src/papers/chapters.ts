/** Numbers before the headings of official papers: 一、二、… 十一、… */
import type { Language } from '../language.ts';
import { paperWords } from './words.ts';

const digits = [...'零一二三四五六七八九'];

/** A whole number from 1 to 9,999 in Chinese characters; beyond, in figures. */
export function chineseNumber(value: number): string {
  if (value > 9_999) return String(value);
  const units = ['千', '百', '十', ''];
  const said = [1000, 100, 10, 1].map((unit, n) => {
    const digit = Math.floor(value / unit) % 10;
    return digit === 0 ? '零' : `${digits[digit]}${units[n]}`;
  });
  return said
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '')
    .replace(/^一十/u, '十');
}

/** A heading with its number, counted from 1. */
export const numbered = (language: Language, number: number, title: string): string =>
  paperWords[language].minutes.numbered(language === 'zh-CN' ? chineseNumber(number) : String(number), title);

/** A heading below one: （一）. */
export const numberedWithin = (language: Language, number: number, title: string): string =>
  language === 'zh-CN' ? `（${chineseNumber(number)}）${title}` : `(${number}) ${title}`;
