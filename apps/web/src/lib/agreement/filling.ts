/** Clauses from the modules, filled in at the desk, and amounts that get their other half. */
import { partiesTogether, sideName } from '@yishiting/domain/agreement-parties';
import { amountsIn } from '@yishiting/domain/amounts-in-text';
import { parseFigures, written } from '@yishiting/domain/amounts';
import { blanks, type BlankName } from '@yishiting/domain/clause-modules/blanks';
import { fillClause, type BlankValues, type ModuleClause } from '@yishiting/domain/clause-modules/module';
import { dayFromIso, writtenDay } from '@yishiting/domain/days';
import type { Language } from '@yishiting/domain/language';

/** What stands in the fields: a side's number, an amount in figures, a day as 2026-12-01, or words. */
export type Filled = Readonly<Record<BlankName, string>>;

export const nothingFilled = Object.fromEntries(Object.keys(blanks).map((name) => [name, ''])) as Filled;

interface Sides {
  /** Of the record, whatever the desk is read in. */
  language: Language;
  /** How many there are. */
  sides: number;
}

/** As the clause says it; empty while it cannot be read. */
function saidIn(name: BlankName, value: string, { language, sides }: Sides): string {
  switch (blanks[name].kind) {
    case 'together':
      return partiesTogether(sides, language);
    case 'party':
      return value === '' ? '' : sideName(Number(value), language);
    case 'money': {
      const fen = parseFigures(value.trim());
      return fen === null ? '' : written(fen, language);
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? writtenDay(dayFromIso(value), language) : '';
    case 'text':
      return value.trim();
  }
}

/** The clause as it will read; what is not filled in stays as a line to write on. */
export function filledClause(clause: ModuleClause, filled: Filled, sides: Sides): string {
  const values: BlankValues = Object.fromEntries(
    clause.blanks.map((name) => [name, saidIn(name, filled[name], sides)]),
  );
  return fillClause(clause, values, sides.language);
}

/** An amount that nobody can read, though something stands there. */
export const isUnreadable = (name: BlankName, value: string): boolean =>
  blanks[name].kind === 'money' && value.trim() !== '' && parseFigures(value.trim()) === null;

/** The text with an amount in figures written out in capitals too; null: there is no such amount. @param words the amount as it stands there */
export function withCapitals(text: string, words: string, language: Language): string | null {
  for (const one of amountsIn(text)) {
    if (one.kind !== 'figures' || one.figures.fen === null || text.slice(one.at, one.end) !== words) continue;
    return text.slice(0, one.at) + written(one.figures.fen, language) + text.slice(one.end);
  }
  return null;
}
