/**
 * Amounts of money as an agreement writes them: in figures and in capitals (大写), which must say the same. An amount is a
 * whole number of fen; nothing is ever a fraction.
 *
 * The rules of the capitals: 《支付结算办法》（银发〔1997〕393号）附一《正确填写票据和结算凭证的基本规定》, 一 to 五. They bind bills and
 * bank papers; agreements are written the same way. Where the rules leave a choice, the form that is harder to alter is taken:
 * 整 also after 角 (二: 可以不写), and 零 where the yuan end in nought and jiao follow (四（三）: 可以只写一个“零”字，也可以不写).
 */
import type { Language } from './language.ts';

/** ¥9,999,999,999.99 in fen: what fits beneath a hundred times a hundred million yuan. */
export const mostFen = 999_999_999_999;

const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const units = ['仟', '佰', '拾', ''] as const;
/** From the highest: how many yuan one of each is. */
const sections = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['', 1],
] as const;

function refuseUnlessAmount(fen: number): void {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen > mostFen) throw new RangeError(`not an amount in fen: ${fen}`);
}

const partsOf = (fen: number): [yuan: number, jiao: number, fen: number] => [
  (fen - (fen % 100)) / 100,
  Math.floor(fen / 10) % 10,
  fen % 10,
];

/**
 * ¥5,000.00 (rule 五: the sign before every amount in figures).
 * @param fen a whole number from 0 to `mostFen`; @throws RangeError for anything else
 */
export function inFigures(fen: number): string {
  refuseUnlessAmount(fen);
  const [yuan, jiao, rest] = partsOf(fen);
  return `¥${String(yuan).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${jiao}${rest}`;
}

/** 壹仟零肆 of 1,004: one 零 for noughts within (rule 四（一）, （二）); between two sections only where the lower one lacks its 仟 (四（三）). */
function yuanInCapitals(yuan: number): string {
  let said = '';
  let skipped = false;
  for (const [name, worth] of sections) {
    const section = Math.floor(yuan / worth) % 10_000;
    for (const [place, unit] of units.entries()) {
      const digit = Math.floor(section / 10 ** (3 - place)) % 10;
      if (digit === 0) {
        skipped = true;
        continue;
      }
      said += `${skipped && said !== '' ? '零' : ''}${digits[digit]}${unit}`;
      skipped = false;
    }
    if (section === 0) continue;
    said += name;
    skipped = false;
  }
  return said;
}

/**
 * 人民币伍仟元整; 人民币叁佰贰拾伍元零肆分; 人民币伍角整; nothing is 人民币零元整.
 * @param fen a whole number from 0 to `mostFen`; @throws RangeError for anything else
 */
export function inCapitals(fen: number): string {
  refuseUnlessAmount(fen);
  const [yuan, jiao, rest] = partsOf(fen);
  const whole = yuan > 0 ? `${yuanInCapitals(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return `人民币${whole || '零元'}整`;
  // 四（四）: 零 stands for missing jiao; 四（三）: and after yuan that end in nought.
  const gap = whole !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : '';
  // 二: after 分 there is no 整.
  const part = `${jiao > 0 ? `${digits[jiao]}角` : ''}${rest > 0 ? `${digits[rest]}分` : '整'}`;
  return `人民币${whole}${gap}${part}`;
}

/** As a clause writes it: 人民币伍仟元整（¥5,000.00）; in English RMB 5,000.00, where capitals are not used. */
export const written = (fen: number, language: Language): string =>
  language === 'zh-CN' ? `${inCapitals(fen)}（${inFigures(fen)}）` : `RMB ${inFigures(fen).slice(1)}`;

/** Traditional forms are to be accepted (rule 一). */
const traditional: Readonly<Record<string, string>> = {
  貳: '贰',
  參: '叁',
  陸: '陆',
  億: '亿',
  萬: '万',
  圓: '元',
  圆: '元',
};

const digit = '[壹贰叁肆伍陆柒捌玖]';
const section = `(?:${digit}仟)?(?:${digit}佰)?(?:${digit}?拾)?${digit}?`;
const spoken = new RegExp(
  `^(?:(?:(${section})亿)?(?:(${section})万)?(${section})元)?(?:(${digit})角)?(?:(${digit})分)?[整正]?$`,
  'u',
);

/** A number below ten thousand; an empty text is nought. */
function sectionOf(text: string): number {
  let sum = 0;
  for (const [, one = '', unit = ''] of text.matchAll(/([壹贰叁肆伍陆柒捌玖]?)([仟佰拾]?)/gu)) {
    const value = one === '' && unit === '拾' ? 1 : Math.max(digits.indexOf(one), 0);
    sum += value * 10 ** (3 - units.indexOf(unit as '仟' | '佰' | '拾' | ''));
  }
  return sum;
}

/**
 * Reads capitals back, in every form the rules allow: with or without 人民币, 整 or 正, each 零 that may be left out,
 * traditional characters.
 * @returns fen; null for what says no amount, or none that can be read in one way only
 */
export function parseCapitals(text: string): number | null {
  const plain = [...text]
    .map((one) => traditional[one] ?? one)
    .join('')
    .replace(/^人民币/u, '');
  if (/^零元[整正]?$/u.test(plain)) return 0;
  // 零 says that a place is empty and nothing else: without it each digit still has its unit.
  const found = spoken.exec(plain.replace(/零(?=.)/gu, ''));
  if (!found || /^[元整正]?$/u.test(found[0])) return null;
  const [, hundredMillions, tenThousands, ones = '', jiao = '', fen = ''] = found;
  // Before 亿, 万 and 元 there is a number, else it is half a word.
  if (hundredMillions === '' || tenThousands === '') return null;
  if (found[0].startsWith('元')) return null;
  const yuan =
    sectionOf(hundredMillions ?? '') * 100_000_000 + sectionOf(tenThousands ?? '') * 10_000 + sectionOf(ones);
  const total = yuan * 100 + Math.max(digits.indexOf(jiao), 0) * 10 + Math.max(digits.indexOf(fen), 0);
  return total > mostFen ? null : total;
}

const scales: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/**
 * Reads figures: 5000, 5,000.00, ¥5,000.00, 1.5万元.
 * @returns fen; null where there is no amount, or one with less than a fen
 */
export function parseFigures(text: string): number | null {
  const ascii = text.replace(/[０-９．，]/gu, (one) => String.fromCodePoint(one.codePointAt(0)! - 0xfee0));
  const found =
    /^(?:人民币|RMB|CNY)?\s*[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([百千万亿]?)\s*(?:元|圆|块钱?|yuan|RMB|CNY)?[整正]?$/iu.exec(
      ascii,
    );
  if (!found) return null;
  const [, whole = '', rest = '', scale = ''] = found;
  const places = (scales[scale] ?? 0) + 2;
  if (/[1-9]/.test(rest.slice(places))) return null;
  const fen = Number(whole.replaceAll(',', '') + rest.slice(0, places).padEnd(places, '0'));
  return Number.isSafeInteger(fen) && fen <= mostFen ? fen : null;
}
