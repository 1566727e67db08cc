/**
 * Looks over a clause as an old hand would: does it say who, what, how much and by when; do words and figures agree; does it
 * need another way than ours. Findings are hints beside the clause and never refuse anything: a clause that is meant as it
 * stands stays as it stands, and what cannot be told surely is not said.
 *
 * Courts refuse to confirm what is not clear, and matters of status or confirming real and intellectual property rights (SPC
 * interpretation of the Civil Procedure Law, 2022, art. 355 and 358). Marriage, adoption, inheritance and the stopping of
 * water, heat and gas cannot be signed electronically (Electronic Signature Law art. 3).
 */
import { sideName } from './agreement-parties.ts';
import { amountsIn, type AmountInText } from './amounts-in-text.ts';
import type { ClausePatterns } from './clause-pattern.ts';
import { clausePatternsEn } from './clause-patterns.en.ts';
import { clausePatternsZh } from './clause-patterns.zh-CN.ts';
import type { Language } from './language.ts';

export const clauseFindings = [
  // What is missing.
  'no-party',
  'no-amount',
  'no-deadline',
  'blank',
  // What is not clear enough.
  'vague-time',
  'vague-duty',
  'no-such-side',
  'both-of-many',
  // Money.
  'amounts-differ',
  'amount-unreadable',
  'no-capitals',
  // Words that change the law.
  'both-compensations',
  'earnest-money',
  'support-word',
  // Another way: no court confirms it, or it is signed on paper.
  'status',
  'inheritance',
  'real-rights',
  'utilities',
  // Belongs into the particulars.
  'private-number',
] as const;
export type ClauseFindingCode = (typeof clauseFindings)[number];

export interface ClauseFinding {
  code: ClauseFindingCode;
  /** As they stand in the clause; empty where something is missing. */
  words: string;
}

export interface ClauseContext {
  language: Language;
  /** How many sides the agreement has. */
  sides: number;
  /** The parties' names: a clause may name them instead of their sides. */
  names: readonly string[];
  /** The agreement's 履行方式、时限: a day that stands there need not stand in the clause. */
  performance: string | null;
}

const clausePatterns: Readonly<Record<Language, ClausePatterns>> = { 'zh-CN': clausePatternsZh, en: clausePatternsEn };

/** 15 digits or more are an identity or account number; fewer after a word that says so. Phone numbers are shorter. */
const longNumber = /\d(?: ?[\dXx]){14,}/u;
const accountNumber =
  /(?:账号|帐号|卡号|账户|帐户|身份证号?码?|account(?: no\.?| number)?)[^\d，。；]{0,12}(\d(?: ?\d){7,})/iu;

/** What a language writes differently and means alike: full-width figures. Keeps every place where it is. */
const plain = (text: string): string =>
  text.replace(/[０-９]/gu, (one) => String.fromCodePoint(one.codePointAt(0)! - 0xfee0));

const inWords = (code: ClauseFindingCode, pattern: RegExp | null, text: string): ClauseFinding[] => {
  const found = pattern?.exec(text)?.[0];
  return found === undefined ? [] : [{ code, words: found.length > 40 ? `${found.slice(0, 39)}…` : found }];
};

/** Who, how much, by when. */
function missing(text: string, { language, names, performance }: ClauseContext): ClauseFinding[] {
  const is = clausePatterns[language];
  const found: ClauseFinding[] = [];
  const [once, standing] = [is.once.test(text), is.standing.test(text)];
  const [conditional, refers] = [is.conditional.test(text), is.refers.test(text)];
  const isNamed = is.party.test(text) || names.some((name) => text.includes(name));
  const named = isNamed && is.subjectless?.test(text) !== true;
  if ((once || standing) && !named && !conditional && !refers) found.push({ code: 'no-party', words: '' });
  const owed = is.money.test(text) && !is.measured.test(text) && !conditional && !refers;
  if (owed && amountsIn(text).length === 0) found.push({ code: 'no-amount', words: '' });
  if (is.when.test(text)) return found;
  const vague = inWords('vague-time', is.vagueTime, text);
  if (vague.length > 0) {
    const isConduct = (standing || conditional) && is.conduct?.test(vague[0]!.words) === true;
    return isConduct ? found : [...found, ...vague];
  }
  const elsewhere = refers || (performance !== null && is.when.test(performance));
  if (once && !standing && !conditional && !elsewhere) found.push({ code: 'no-deadline', words: '' });
  return found;
}

/** A side that is not there, or two that are meant among more. */
function aboutSides(text: string, { language, sides }: ClauseContext): ClauseFinding[] {
  const is = clausePatterns[language];
  const known = new Set(Array.from({ length: sides }, (_, n) => sideName(n + 1, language)));
  const unknown = [...text.matchAll(is.side)].find(([name]) => !known.has(name))?.[0];
  return [
    ...(unknown === undefined ? [] : [{ code: 'no-such-side' as const, words: unknown }]),
    ...inWords('both-of-many', sides > 2 ? is.both : null, text),
  ];
}

/** The price of a unit is not what is owed. */
function isUnitPrice(text: string, { at, end }: AmountInText, { unit: [before, after] }: ClausePatterns): boolean {
  return before.test(text.slice(0, at)) || after.test(text.slice(end));
}

function aboutAmounts(text: string, language: Language): ClauseFinding[] {
  const amounts = amountsIn(text);
  const said = new Set(amounts.flatMap((one) => (one.kind === 'pair' && one.agree ? [one.figures.fen] : [])));
  return amounts.flatMap((one): ClauseFinding[] => {
    const words = text.slice(one.at, one.end);
    if (one.kind === 'pair') return one.agree ? [] : [{ code: 'amounts-differ', words }];
    if (one.kind === 'capitals') return one.capitals.fen === null ? [{ code: 'amount-unreadable', words }] : [];
    if (one.figures.fen === null) return [{ code: 'amount-unreadable', words }];
    const needsNone = language !== 'zh-CN' || said.has(one.figures.fen);
    return needsNone || isUnitPrice(text, one, clausePatterns[language]) ? [] : [{ code: 'no-capitals', words }];
  });
}

function aboutNumbers(text: string): ClauseFinding[] {
  const words = longNumber.exec(text)?.[0] ?? accountNumber.exec(text)?.[1];
  return words === undefined ? [] : [{ code: 'private-number', words }];
}

/** What is worth a second look in one clause, what is missing first. */
export function lintClause(clause: string, context: ClauseContext): ClauseFinding[] {
  const text = plain(clause);
  const is = clausePatterns[context.language];
  // A clause that is still being filled in lacks nothing but that.
  const unfinished = /_{3,}/u.test(text);
  return [
    ...(unfinished ? [{ code: 'blank' as const, words: '' }] : missing(text, context)),
    ...inWords('vague-duty', is.conditional.test(text) ? null : is.vagueDuty, text),
    ...aboutSides(text, context),
    ...aboutAmounts(text, context.language),
    ...inWords('both-compensations', is.bothCompensations, text),
    ...inWords('earnest-money', is.earnestMoney, text),
    ...inWords('support-word', is.support, text),
    ...inWords('status', is.status, text),
    ...inWords('inheritance', is.inheritance, text),
    ...inWords('real-rights', is.rights, text),
    ...inWords('utilities', is.forbids.test(text) ? null : is.utilities, text),
    ...aboutNumbers(text),
  ];
}

/** Whether a clause leads to signing on paper (Electronic Signature Law art. 3), as far as words can tell. */
export const needsPaper = (findings: readonly ClauseFinding[]): boolean =>
  findings.some(({ code }) => code === 'status' || code === 'inheritance' || code === 'utilities');
