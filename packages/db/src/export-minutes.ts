/** The frozen minutes of an exported meeting as a text that anybody can read, made from the record alone. */
import { meetingEventSchema, type MeetingEvent } from '@yishiting/domain/acts/event';
import type { Language } from '@yishiting/domain/language';
import { opening, type Block } from '@yishiting/domain/minutes-text';
import { writtenTime } from '@yishiting/domain/minutes-time';
import { wordsOf } from '@yishiting/domain/words/words';

/** An event with its time, and the seat that acted. */
type Fact = MeetingEvent & { at: number; by: string };
type Of<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }> & { at: number; by: string };

const words = {
  'zh-CN': {
    title: (procedure: string) => (procedure.endsWith('会议') ? `${procedure}记录` : `${procedure}会议记录`),
    matter: '事项：',
    place: '地点：',
    opening: '会前与开头',
    frozen: '定稿时间：',
    confirmed: (who: string, name: string, when: string) => `${who}${name}于${when}确认`,
    hash: '正文校验值（SHA-256）：',
    supplements: '补正（正文不改动，以补正为准）',
    supplement: (when: string, section: string) => `${when}，“${section}”一节：`,
    quote: (words: string) => `原文：${words}`,
    right: (words: string) => `应为：${words}`,
    reason: (words: string) => `理由：${words}`,
  },
  en: {
    title: (procedure: string) => `Minutes: ${procedure}`,
    matter: 'Matter: ',
    place: 'Place: ',
    opening: 'Before the first item',
    frozen: 'Final since: ',
    confirmed: (who: string, name: string, when: string) => `Confirmed by ${name} (${who}), ${when}`,
    hash: 'Hash of the text (SHA-256): ',
    supplements: 'Supplements (the text stands as it was confirmed; these put it right)',
    supplement: (when: string, section: string) => `${when}, on “${section}”:`,
    quote: (words: string) => `As it stands: ${words}`,
    right: (words: string) => `Rightly: ${words}`,
    reason: (words: string) => `Reason: ${words}`,
  },
} as const satisfies Record<Language, unknown>;

/**
 * The minutes as they were frozen, or null while they are not. A line of the minutes' own text begins with two
 * full-width spaces, so that check.mjs can hold it against the record; every other line is heading. What cannot be read
 * as an event is passed over: finding it is for those who verify the record.
 * @param lines the record, as canonical objects
 */
export function exportMinutes(lines: readonly unknown[]): string | null {
  const facts = lines.flatMap((line) => factIn(line) ?? []);
  const [called] = all(facts, 'meeting-called');
  const frozen = all(facts, 'minutes-frozen').at(-1);
  if (!called || !frozen) return null;
  const said = words[frozen.text.lang];
  const titles = titlesIn(facts);
  const body = frozen.text.sections.flatMap(({ item, blocks }, n) => [
    '',
    item === opening ? said.opening : `${n}. ${titles.get(item) ?? item}`,
    ...blocks.map(blockText),
  ]);
  const head = [
    said.title(called.procedure.name[frozen.text.lang]),
    '',
    said.matter + called.matter,
    // Where it was held, also when it was moved after the calling.
    said.place + (all(facts, 'meeting-changed').at(-1)?.place ?? called.place),
  ];
  const foot = [
    ...confirmedIn(facts, called, frozen),
    said.frozen + writtenTime(called, frozen.at),
    said.hash + frozen.hash,
  ];
  return `${[...head, ...body, '', ...foot, ...supplementsIn(facts, called, frozen, titles)].join('\n')}\n`;
}

/** Supplements that stand, each dated. Their lines are headings to check.mjs, which holds the final text alone against its hash. */
function supplementsIn(
  facts: readonly Fact[],
  called: Of<'meeting-called'>,
  { text: { lang } }: Of<'minutes-frozen'>,
  titles: ReadonlyMap<string, string>,
): string[] {
  const said = words[lang];
  const proposed = new Map(all(facts, 'supplement-proposed').map((one) => [one.supplement, one]));
  const lines = all(facts, 'supplement-confirmed').flatMap(({ supplement, at }) => {
    const one = proposed.get(supplement);
    if (!one) return [];
    const section = one.section === opening ? said.opening : (titles.get(one.section) ?? one.section);
    const quote = one.quote === null ? [] : [said.quote(one.quote)];
    const written = [...quote, said.right(one.words), said.reason(one.reason)];
    return [
      said.supplement(writtenTime(called, at), section),
      ...written.flatMap((line) => line.split('\n').map(inset)),
    ];
  });
  return lines.length === 0 ? [] : ['', said.supplements, ...lines];
}

/** Two plain spaces, never the full-width ones of the final text. */
const inset = (line: string): string => `  ${line.trim()}`;

function factIn(line: unknown): Fact | null {
  const { data, type, at, seat } = (line ?? {}) as { data?: object; type?: unknown; at?: unknown; seat?: unknown };
  const read = meetingEventSchema.safeParse({ ...data, type });
  return read.success && Number.isSafeInteger(at) ? { ...read.data, at: at as number, by: String(seat) } : null;
}

const all = <T extends MeetingEvent['type']>(facts: readonly Fact[], type: T): Of<T>[] =>
  facts.filter((fact): fact is Of<T> => fact.type === type);

const titlesIn = (facts: readonly Fact[]): Map<string, string> =>
  new Map(
    [...all(facts, 'meeting-called').flatMap(({ agenda }) => agenda), ...all(facts, 'item-added')].map(
      ({ item, title }) => [item, title],
    ),
  );

/** Whoever confirmed the very text that was frozen. */
function confirmedIn(facts: readonly Fact[], called: Of<'meeting-called'>, frozen: Of<'minutes-frozen'>): string[] {
  const { lang } = frozen.text;
  const names = new Map(called.people.map(({ seat, name }) => [seat, name]));
  for (const { person } of [...all(facts, 'person-added'), ...all(facts, 'chair-taken')]) {
    names.set(person.seat, person.name);
  }
  return all(facts, 'minutes-confirmed')
    .filter(({ hash }) => hash === frozen.hash)
    .map(({ as, by, at }) => {
      const who = as.map((capacity) => wordsOf(lang).capacities[capacity]).join('、');
      return words[lang].confirmed(who, names.get(by) ?? by, writtenTime(called, at));
    });
}

/** Two full-width spaces, as a paragraph begins in Chinese. */
const indent = '\u3000\u3000';

function blockText(block: Block): string {
  return indent + plainText(block).replaceAll('\n', `\n${indent}`);
}

function plainText(block: Block): string {
  if (block.kind === 'fact') return block.text;
  const text = block.text.map((run) => run.text).join('');
  if (block.kind !== 'point') return text;
  return `${block.number === null ? '•' : `${block.number}.`} ${text}`;
}
