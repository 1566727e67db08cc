/** The amounts of money in a clause, as people type them: each pair of capitals and figures, and what lacks its other half. */
import { parseCapitals, parseFigures } from './amounts.ts';

interface Part {
  /** As it stands in the text. */
  text: string;
  /** null: it cannot be read as an amount. */
  fen: number | null;
}

export type AmountInText = { at: number; end: number } & (
  | { kind: 'pair'; capitals: Part; figures: Part; agree: boolean }
  /** Figures, or everyday numerals (五千元), without capitals beside them. */
  | { kind: 'figures'; figures: Part }
  | { kind: 'capitals'; capitals: Part }
);

interface Token extends Part {
  is: 'capitals' | 'figures';
  at: number;
  end: number;
}

const capital = '零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億';
const prefix = '人民币(?:[（(]?大写[）)]?)?[：:]?\\s*';
/** 陆元 may be somebody's name: a single character counts only with 人民币 before or 整 behind. */
const inCapitals = new RegExp(
  `(?:${prefix})?[零壹贰貳叁參肆伍陆陸柒捌玖拾][${capital}]*[元圆圓](?:[${capital}]角)?(?:[${capital}]{1,3}[角分])*[整正]?` +
    `|${prefix}[${capital}]角(?:零?[${capital}]分)?[整正]?|${prefix}[${capital}]分`,
  'gu',
);
const number =
  '[\\d０-９]{1,3}(?:[,，][\\d０-９]{3})+(?:[.．][\\d０-９]+)?|[\\d０-９]+(?:,[\\d０-９]+)*(?:[.．][\\d０-９]+)?';
/** 2单元, 3元旦 and 1元素 are no money; 人民币 alone before a number is. */
const inFigures = new RegExp(
  `(?:人民币|RMB|CNY)?\\s*[¥￥]\\s*(?:${number})\\s*[百千万亿]?(?:元[整正]?)?` +
    `|(?:人民币\\s*)?(?:${number})\\s*[百千万亿]?(?:元(?![旦素件化论])[整正]?|圆|块钱?|人民币)` +
    `|人民币\\s*(?:${number})` +
    `|(?:RMB|CNY)\\s*(?:${number})|(?:${number})\\s*(?:yuan|RMB|CNY)\\b`,
  'giu',
);
const everyday = /[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*(?:元(?![旦素件化论])[整正]?|块钱?)/gu;

/** Everyday numerals, and beneath each the capital that means the same. */
const numerals = [...'〇零一二两三四五六七八九十百千'];
const capitals = [...'零零壹贰贰叁肆伍陆柒捌玖拾佰仟'];
/** 五千元 as 伍仟元. */
const fenOfEveryday = (text: string): number | null =>
  parseCapitals([...text.replace(/块钱?$/u, '元')].map((one) => capitals[numerals.indexOf(one)] ?? one).join(''));

const fenOfCapitals = (text: string): number | null => parseCapitals(text.replace(new RegExp(`^${prefix}`, 'u'), ''));

const isName = (text: string): boolean => /^.[元圆圓]$/u.test(text);

function tokensOf(text: string): Token[] {
  const take = (pattern: RegExp, is: Token['is'], read: (text: string) => number | null): Token[] =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const lead = found.length - found.trimStart().length;
      const shown = found.trim();
      return { is, text: shown, fen: read(shown), at: index + lead, end: index + lead + shown.length };
    });
  const all = [
    ...take(inCapitals, 'capitals', fenOfCapitals).filter((one) => !isName(one.text)),
    ...take(inFigures, 'figures', parseFigures),
    ...take(everyday, 'figures', fenOfEveryday).filter(({ fen }) => fen !== null),
  ].sort((one, other) => one.at - other.at || other.end - one.end);
  // 1.5万元 is one amount, whatever else could be read in its middle.
  let end = 0;
  return all.filter((one) => {
    if (one.at < end) return false;
    end = one.end;
    return true;
  });
}

/** Between the halves of a pair: an opening bracket or a word that says “that is”, and nothing of weight. */
const joins = (gap: string): boolean =>
  gap.length <= 16 &&
  /^[\s（(【[）)】\]：:，,大小写即计合人民币RMB]*$/u.test(gap) &&
  /[（(【[]|[大小]写|即|计/u.test(gap);

/** Every amount in a text, in its order. Halves of a pair stand side by side: 人民币伍仟元整（¥5,000.00）, 5000元（大写：伍仟元整）. */
export function amountsIn(text: string): AmountInText[] {
  const tokens = tokensOf(text);
  const amounts: AmountInText[] = [];
  for (let n = 0; n < tokens.length; n += 1) {
    const [one, next] = [tokens[n]!, tokens[n + 1]];
    const part = { text: one.text, fen: one.fen };
    if (next && next.is !== one.is && joins(text.slice(one.end, next.at))) {
      const other = { text: next.text, fen: next.fen };
      const halves = one.is === 'capitals' ? { capitals: part, figures: other } : { capitals: other, figures: part };
      const agree = one.fen !== null && one.fen === next.fen;
      amounts.push({ kind: 'pair', at: one.at, end: next.end, ...halves, agree });
      n += 1;
    } else if (one.is === 'capitals') amounts.push({ kind: 'capitals', at: one.at, end: one.end, capitals: part });
    else amounts.push({ kind: 'figures', at: one.at, end: one.end, figures: part });
  }
  return amounts;
}
