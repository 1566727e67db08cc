/** For tests: the hand-written table of who may do what (fixtures/who-may.md), read. */
import { readFileSync } from 'node:fs';
import { phases, type Phase } from './acts/session.ts';
import { capacities } from './capacities.ts';

type Cell = Partial<Record<Phase, 'recorded' | 'nothing changes'>>;
interface Line {
  command: string;
  cells: Map<string, Cell>;
}

/** Every capacity, the two most frequent pairs, staff, and whoever has no seat. */
export const columns = [...capacities, 'chair+member', 'recorder+member', 'staff', 'nobody'];
const signs: Record<string, Phase> = {
  '①': 'called',
  '②': 'in-session',
  '③': 'adjourned',
  '④': 'closed',
  '⑤': 'called-off',
};
const coded = (cell: string): string => /`([^`]+)`\s*$/.exec(cell)?.[1] ?? '';

function cellOf(text: string): Cell {
  if (text === '—') return {};
  if (!/^(?:[①②③④⑤]|\([①②③④⑤]\))+$/.test(text)) throw new Error(`Not a cell: "${text}"`);
  const found = [...text.matchAll(/(\()?([①②③④⑤])/g)].map(([, bracket, sign]) => {
    return [signs[sign!]!, bracket ? 'nothing changes' : 'recorded'] as const;
  });
  const order = found.map(([phase]) => phases.indexOf(phase));
  if (order.some((n, i) => i > 0 && n <= order[i - 1]!)) throw new Error(`Phases doubled or out of order: "${text}"`);
  return Object.fromEntries(found);
}

/** Every row of every table in the file, each cell under the code of its column. */
function read(markdown: string): Line[] {
  let heads: string[] = [];
  return markdown.split('\n').flatMap((text): Line[] => {
    if (!text.startsWith('|') || text.startsWith('|---')) return [];
    const [first, ...rest] = text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (coded(first!) === '') {
      heads = rest.map(coded);
      return [];
    }
    if (rest.length !== heads.length) throw new Error(`A row of another length: ${first}`);
    return [{ command: coded(first!), cells: new Map(rest.map((cell, i) => [heads[i]!, cellOf(cell)])) }];
  });
}

/** The table as read. */
export const table = read(readFileSync(new URL('../fixtures/who-may.md', import.meta.url), 'utf8'));
