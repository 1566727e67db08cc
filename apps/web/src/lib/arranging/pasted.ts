/** A list of names as it is pasted from a message or a table: read line by line, then held against the register. */
import type { NameMatch } from '@yishiting/domain/api-list';
import type { PersonLine } from '@yishiting/domain/api';
import { holdsPrivateNumbers } from '@yishiting/domain/notice-text';

export interface PastedLine {
  /** Of what was pasted, from 1; empty lines count and are left out. */
  n: number;
  /** Null: no name can be read from it. */
  name: string | null;
  /** Building or unit. */
  standing: string;
  /** A phone or an identity number stood in it, and was left out. */
  numbers: boolean;
  /** As it was pasted. */
  text: string;
}

/** What becomes of a line. `known`: how many of that name the register has. */
export type Finding =
  | { is: 'linked'; person: PersonLine }
  | { is: 'choose'; people: PersonLine[]; known: number }
  | { is: 'new'; known: number }
  | { is: 'listed' | 'repeated' | 'unreadable' };

const ordinal = /^[(（]?[\d０-９]{1,3}[)）.．、]\s*/u;
const onlyDigits = /^[\d０-９]+$/u;
const letters = /^[\p{L}\p{M}·•・.'’\- ]+$/u;
const han = /\p{Script=Han}/u;

/** A name of Chinese characters is written without spaces, also where a wide one stands in it; another keeps its own. */
const tidy = (name: string): string => (han.test(name) ? name.replace(/\s+/gu, '') : name.replace(/\s+/gu, ' ')).trim();

function isName(name: string): boolean {
  if (!letters.test(name) || name.length > 60) return false;
  const characters = [...name];
  if (!han.test(name)) return characters.length >= 2;
  // Longer ones are written with a dot: 买买提·吐尔逊. What is longer without one is a heading.
  return characters.length >= 2 && (characters.length <= 6 || /[·•・]/u.test(name)) && !headings.has(name);
}
/** What stands over the columns of a table. */
const headings = new Set([
  '姓名',
  '序号',
  '名单',
  '单位',
  '楼栋',
  '电话',
  '备注',
  '身份',
  '代表',
  '代表姓名',
  '联系电话',
  '代表名单',
]);

/** Cells by tab or comma where there are any; else a name and the rest by spaces. */
function cellsOf(text: string): string[] {
  const marked = /\t/u.test(text) ? /\t/u : /[,，;；]/u.test(text) ? /[,，;；]/u : null;
  if (marked) return text.split(marked).map((cell) => cell.trim());
  const words = text.split(/[\s\u3000]+/u);
  if (!han.test(words[0] ?? '')) return text.split(/\s{2,}|\u3000+/u);
  // With wide spaces between: a name of two characters set as wide as one of three.
  const [surname = '', given = ''] = words;
  const apart = [...surname].length <= 2 && [...given].length === 1 && han.test(given);
  return apart ? [words.slice(0, 2).join(''), ...words.slice(2)] : words;
}

function lineOf(text: string, n: number): PastedLine {
  const cells = cellsOf(text.normalize('NFC').trim().replace(ordinal, '')).filter((cell) => cell !== '');
  if (cells.length > 1 && onlyDigits.test(cells[0] ?? '')) cells.shift();
  const [first = '', ...rest] = cells;
  const kept = rest.filter((cell) => !isNumber(cell));
  const name = tidy(first.replace(ordinal, ''));
  const joined = kept.join(' ');
  // 138 0000 1111, taken apart at its spaces.
  const held = holdsPrivateNumbers(joined, '');
  const numbers = held || kept.length < rest.length;
  return { n, name: isName(name) ? name : null, standing: held ? '' : joined.slice(0, 80), numbers, text: text.trim() };
}

/** A phone or identity number, and what holds one: it has no place in a record. */
const isNumber = (cell: string): boolean =>
  holdsPrivateNumbers(cell, '') || (/^[+\d０-９\s()（）-]+$/u.test(cell) && cell.replace(/\D/gu, '').length >= 7);

/** Every line that is not empty. */
export const linesOf = (text: string): PastedLine[] =>
  text.split(/\r\n?|\n/u).flatMap((line, n) => (line.trim() === '' ? [] : [lineOf(line, n + 1)]));

/**
 * What becomes of each line: as the register answered, and as the list stands.
 * @param matches the register's answer to the readable names, in their order
 * @param listed who is on the list already
 */
export function findingsOf(
  lines: readonly PastedLine[],
  matches: readonly NameMatch[],
  listed: ReadonlySet<string>,
): Finding[] {
  const known = new Map(matches.map(({ name, people }) => [name, people]));
  const seen = new Map<string, number>();
  return lines.map(({ name }): Finding => {
    if (name === null) return { is: 'unreadable' };
    const people = known.get(name) ?? [];
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    const open = people.filter(({ person }) => !listed.has(person));
    // One line a person: as many of a name as the register has, and one where it has none.
    if (before >= Math.max(1, people.length)) return { is: 'repeated' };
    if (people.length === 0) return { is: 'new', known: 0 };
    if (open.length === 0) return { is: 'listed' };
    const [only] = open;
    return people.length === 1 && only
      ? { is: 'linked', person: only }
      : { is: 'choose', people: open, known: people.length };
  });
}
