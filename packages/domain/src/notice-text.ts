/**
 * The text of a notice as officials write it: drafted from what was arranged, to be revised by hand. What it says of
 * people is what may hang on a public board: names, capacities, and for whom they stand, no finer than the building.
 */
import type { NoticeArranged, NoticeWords } from './acts/notice.ts';
import { capacities, type Capacity } from './capacities.ts';
import { writtenMoment } from './days.ts';
import type { Language } from './language.ts';
import { demandedBy } from './notice.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { Procedure } from './procedures/schema.ts';
import { pageWordsOf } from './words/pages.ts';

export interface ToBeNoticed {
  language: Language;
  timeZone: string;
  /** Full name of the organ that signs. */
  organ: string;
  matter: string;
  place: string;
  plannedAt: number | null;
  procedure: Pick<Procedure, 'name' | 'notices' | 'documents' | 'decisions'>;
  people: readonly { name: string; capacities: readonly Capacity[]; standing: string }[];
  agenda: readonly { title: string }[];
  notice: NoticeArranged;
}

/** So many of one capacity are named; more are counted. */
const mostNamed = 60;
/** So many steps of the agenda are told. */
const mostSteps = 30;
/** What the record takes of a notice's words, in characters: acts/notice.ts. */
export const mostText = { title: 200, body: 20_000 } as const;

/** Channels that anybody can read. */
const open: readonly string[] = ['public-board', 'main-entrances', 'to-residents'];
/** Whether a procedure makes its meetings known to everybody; a mediation is the parties' own, whatever hangs on a board. */
export const isPublic = (procedure: Pick<Procedure, 'notices' | 'documents' | 'decisions'>): boolean =>
  !settlesByAgreement(procedure) &&
  demandedBy(procedure).some(({ channels }) => channels.some((channel) => channel !== null && open.includes(channel)));

/** The notice in the order of the forms: opening, time, place, content, who takes part, observers, contact, closing. */
export function draftNotice(given: ToBeNoticed): NoticeWords {
  const words = drafted(given, mostNamed);
  return words.body.length > mostText.body ? drafted(given, 0) : words;
}

/** The notice that goes out: as revised by hand, else as drafted. */
export const noticeWords = (given: ToBeNoticed): NoticeWords => given.notice.own ?? draftNotice(given);

function drafted(given: ToBeNoticed, named: number): NoticeWords {
  const { language, timeZone, matter, plannedAt, procedure, notice, organ } = given;
  const { notice: words } = pageWordsOf(language);
  const { headings } = words;
  const time = plannedAt === null ? words.pending : writtenMoment(plannedAt, timeZone, language);
  const place = given.place.trim() === '' ? words.pending : given.place;
  const isOpen = isPublic(procedure);
  const [demanded] = demandedBy(procedure);
  const document = demanded?.source.document[language] ?? null;
  const said = { matter, procedure: procedure.name[language], open: isOpen, time, place, document };
  const steps = given.agenda.slice(0, mostSteps).map(({ title }) => title);
  const sections: (readonly [string, string])[] = [
    [headings.time, time],
    [headings.place, place],
    [headings.content, words.content(matter, steps)],
    [headings.participants, participants(given, named)],
  ];
  const contact = notice.contact !== '' || notice.phone !== '';
  if (notice.observers !== null) sections.push([headings.observers, words.observers(notice.observers, contact)]);
  if (contact) {
    sections.push([headings.contact, words.contact(notice.contact, notice.phone)]);
  }
  const lines = [
    words.opening(said),
    ...sections.map(([heading, text], n) => words.section(n + 1, heading, text)),
    words.closing(isOpen),
  ];
  return { title: words.title(said).slice(0, mostText.title), body: lines.join('\n'), signature: organ };
}

/** Everybody who takes part, in the first capacity they hold; observers are not named. */
function participants({ language, people }: ToBeNoticed, named: number): string {
  const { notice: words } = pageWordsOf(language);
  const groups = capacities.flatMap((capacity): string[] => {
    if (capacity === 'observer') return [];
    const held = people.filter((person) => person.capacities[0] === capacity);
    if (held.length === 0) return [];
    if (held.length > named) return [words.crowd(capacity, held.length)];
    return [
      words.group(
        capacity,
        held.map(({ name, standing }) => ({ name, standing: toBuilding(standing) })),
      ),
    ];
  });
  return groups.length === 0 ? words.pending : `\n${groups.join('\n')}`;
}

const n = '[\\d０-９一二三四五六七八九十百零〇两]+';
/** What names a staircase, floor or door, each with what stays of it. */
const finer: readonly (readonly [RegExp, string])[] = [
  // 2单元601室, 三单元十一楼
  [new RegExp(`${n}(?:单元|门洞)(?:${n}(?:层|室|房|户|号|楼)?)*`, 'gu'), ''],
  [new RegExp(`${n}(?:层|室|房)`, 'gu'), ''],
  // 3-2-601
  [/(\d+)(?:[-—－]\d+){1,3}/gu, '$1号楼'],
  // 3号楼601
  [new RegExp(`(号楼|栋|幢|座)[-—－\\s]*${n}(?:楼|号)?`, 'gu'), '$1'],
  // “units in the area” names no door: only what bears a number or a single letter does.
  [/,?\s*\b(?:unit|floor|flat|apartment|apt\.?|room|door|staircase)(?:\s*(?:no\.?\s*)?\d[\w-]*|\s+[a-z]\b)/giu, ''],
];

/** For whom somebody stands, no finer than the building: 3号楼2单元601室 becomes 3号楼, 3号楼2单元六层住户 3号楼住户. */
export const toBuilding = (standing: string): string =>
  finer.reduce((text, [pattern, stays]) => text.replace(pattern, stays), standing).trim();

const identityNumber = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)/gu;
const mobileNumber = /(?<!\d)(?:86[ -]?)?1[3-9]\d(?:[\s.—-]?\d{4}){2}(?!\d)/gu;
const digits = (text: string) => text.replace(/\D/g, '');

/**
 * Identity numbers in a text for the board, and mobile numbers that are not the contact's, as they stand there.
 * @param contactPhone any text with numbers that are public already
 */
export function privateNumbersIn(text: string, contactPhone: string): string[] {
  const ascii = text.normalize('NFKC');
  const known = digits(contactPhone.normalize('NFKC'));
  const mobiles = [...ascii.matchAll(mobileNumber)].map(([found]) => found);
  return [
    ...[...ascii.matchAll(identityNumber)].map(([found]) => found),
    ...mobiles.filter((found) => known === '' || !known.includes(digits(found))),
  ];
}

/** Whether a text for the board holds an identity number, or a mobile number that is not the contact's. */
export const holdsPrivateNumbers = (text: string, contactPhone: string): boolean =>
  privateNumbersIn(text, contactPhone).length > 0;

/** A text with identity and mobile numbers made unreadable, for what was typed in a meeting and is shown to everybody. */
export const withoutPrivateNumbers = (text: string): string =>
  text.replace(identityNumber, '******').replace(mobileNumber, (found) => `${digits(found).slice(0, 3)}****`);
