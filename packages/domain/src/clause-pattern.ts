/** By what signs the words of a clause are told apart: what each language has to say for the lint (clause-lint.ts). */

export interface ClausePatterns {
  /** Somebody who is to do something. */
  party: RegExp;
  /** Begins with what is to be done, and nobody is named as the one who does it: 赔偿甲方五千元。 */
  subjectless: RegExp | null;
  /** Names of sides, all of them (flag g). */
  side: RegExp;
  /** Two, without saying which. */
  both: RegExp;
  /** To be done once: it wants a day. */
  once: RegExp;
  /** Forbidden or demanded from now on: it wants somebody, but no day. */
  standing: RegExp;
  /** Said of a case that may come: 逾期未付的，… */
  conditional: RegExp;
  /** Money is owed. */
  money: RegExp;
  /** How much is said otherwise: by a share, a bill, another clause; or nothing is owed. */
  measured: RegExp;
  /** Speaks of another clause, or of the agreement itself: who and when stand there. */
  refers: RegExp;
  /** A day, or “on signing”. */
  when: RegExp;
  /** Words that only seem to say when, and one of them that is at home in rules of conduct. */
  vagueTime: RegExp;
  conduct: RegExp | null;
  vagueDuty: RegExp;
  /** People's Mediation Law practice: words that change the law. */
  bothCompensations: RegExp | null;
  earnestMoney: RegExp | null;
  support: RegExp | null;
  status: RegExp;
  inheritance: RegExp;
  rights: RegExp;
  utilities: RegExp;
  /** Forbids or undoes it. */
  forbids: RegExp;
  /** A price of one unit needs no capitals: before the amount, and after it. */
  unit: readonly [before: RegExp, after: RegExp];
}

/** A pattern over several lines: a line break, and the spaces around it, mean nothing. */
export const pattern =
  (flags: string) =>
  (parts: TemplateStringsArray, ...lists: string[]): RegExp =>
    new RegExp(String.raw(parts, ...lists).replace(/\s*\n\s*/g, ''), flags);
