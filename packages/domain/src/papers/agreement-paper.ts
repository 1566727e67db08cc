/**
 * 人民调解协议书: the frozen text of a mediation agreement on the Ministry of Justice's form of 2010, to be signed in ink. It is
 * made of that text alone, whose hash stands at the foot of every page.
 *
 * What the form asks of a person and nobody gave is left out for all (PIPL art. 6); what somebody gave, and the contact and
 * address that tell parties apart, have a field for everyone, struck out where it is empty, so that nothing can be added
 * (a stroke and not 无: nobody is without an age). Of whom nothing was written down, the fields are left to the pen.
 */
import { sideName, sidesOf, type Particular } from '../agreement-parties.ts';
import { agreementHash, type AgreementParty, type AgreementText } from '../agreement-text.ts';
import { agreementWords } from './agreement-words.ts';
import type { Paper } from './paper.ts';
import { utcParts } from './time.ts';
import { paperWords } from './words.ts';

/** A field of the form: its name, and what stands in it. */
type Field = [name: string, said: string];

interface Section {
  title: string;
  paragraphs: string[];
}

export interface AgreementPaper extends Paper {
  /** The committee's number; with nothing behind its name while there is none. */
  number: [name: string, said: string];
  /** What may stand beside a name, whether or not it does: each has its own width. */
  besides: string[];
  parties: { who: string; name: Field; beside: Field[]; rows: Field[][] }[];
  matter: Field;
  /** Facts and, where it was written down, responsibility. */
  sections: Section[];
  agreed: { title: string; clauses: { number: string; paragraphs: string[] }[] };
  performance: Section;
  copies: string;
  signatures: {
    parties: { who: string; how: string }[];
    staff: string[];
    organ: string;
    seal: string;
    day: string;
  };
  initials: string;
  page: [before: string, between: string, after: string];
  foot: { version: string; hash: string };
}

/** A field that is struck out. */
const struck = '／';

/** The short particulars, on one line with the name. */
const besideName = ['sex', 'ethnicity', 'age'] as const;

const paragraphsOf = (said: string | null): string[] =>
  said === null ? [struck] : said.split('\n').filter((line) => line.trim() !== '');

/** The fields that the form has for everyone in this agreement. */
function fieldsOf({ parties }: AgreementText): (field: Particular) => boolean {
  const always: readonly Particular[] = ['contact', 'address'];
  return (field) => always.includes(field) || parties.some(({ particulars }) => particulars[field] !== undefined);
}

function partyOf(text: AgreementText, party: AgreementParty): AgreementPaper['parties'][number] {
  const words = agreementWords[text.language];
  const isAsked = fieldsOf(text);
  // Of whom nothing was written down, it is written by hand before they sign.
  const gap = Object.keys(party.particulars).length === 0 ? '' : struck;
  const fields = (...names: Particular[]): Field[] =>
    names.filter(isAsked).map((name) => [words.particulars[name], party.particulars[name] ?? gap]);
  return {
    who: whoOf(text, party),
    name: [words.name, party.name],
    // A company has none of them: its name fills the line.
    beside: besideName.some((one) => party.particulars[one] !== undefined) ? fields(...besideName) : [],
    rows: [fields('occupation', 'contact'), fields('address')],
  };
}

/** 当事人（甲方）; 当事人（甲方之二） where that side has several. */
function whoOf({ parties, language }: AgreementText, party: AgreementParty): string {
  const side = parties.filter((one) => one.side === party.side);
  const nth = side.length > 1 ? side.indexOf(party) + 1 : null;
  return agreementWords[language].party(sideName(party.side, language), nth);
}

function copiesOf({ copies, parties, language }: AgreementText): string {
  const each = copies === parties.length + 1 ? 'party' : copies === sidesOf(parties) + 1 ? 'side' : 'more';
  return agreementWords[language].copies(copies, each);
}

/** Art. 29 wants the seal of the people's mediation committee: where another body is named, a line for the committee's name. */
function sealOf({ organ, language }: AgreementText): { organ: string; seal: string } {
  const words = agreementWords[language];
  const isCommittee = /人民调解委员会|people[’']s mediation committee/iu.test(organ);
  return isCommittee ? { organ, seal: words.seal } : { organ: '_'.repeat(20), seal: words.sealOfCommittee };
}

/**
 * The agreement as a paper.
 * @param made `frozenAt`: when the text was frozen (ms); `number`: null while the committee has given none
 */
export function agreementPaper(
  text: AgreementText,
  made: { frozenAt: number; demonstration: boolean; number: string | null },
): AgreementPaper {
  const { language, organ, parties, facts, responsibility, clauses } = text;
  const words = agreementWords[language];
  return {
    ...{ title: words.title, language, author: organ, date: utcParts(made.frozenAt) },
    marks: made.demonstration ? [paperWords[language].demonstration] : [],
    number: [words.number, made.number ?? ''],
    besides: besideName.map((one) => words.particulars[one]),
    parties: parties.map((party) => partyOf(text, party)),
    matter: [words.matter, text.matter],
    sections: [
      { title: words.facts, paragraphs: paragraphsOf(facts) },
      ...(responsibility === null ? [] : [{ title: words.responsibility, paragraphs: paragraphsOf(responsibility) }]),
    ],
    agreed: {
      title: words.agreed,
      clauses: clauses.map((one, n) => ({ number: words.clause(n + 1), paragraphs: paragraphsOf(one.text) })),
    },
    performance: { title: words.performance, paragraphs: paragraphsOf(text.performance) },
    copies: copiesOf(text),
    signatures: {
      parties: parties.map((party) => ({ who: `${whoOf(text, party)} ${party.name}`, how: words.signs })),
      staff: [words.mediator, words.recorder],
      ...sealOf(text),
      day: words.day,
    },
    initials: words.initials,
    page: [...words.page],
    foot: { version: words.version(text.version), hash: agreementHash(text) },
  };
}
