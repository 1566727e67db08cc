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
  },
  en: {
    title: (procedure: string) => `Minutes: ${procedure}`,
    matter: 'Matter: ',
    place: 'Place: ',
    opening: 'Before the first item',
    frozen: 'Final since: ',
    confirmed: (who: string, name: string, when: string) => `Confirmed by ${name} (${who}), ${when}`,
    hash: 'Hash of the text (SHA-256): ',
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
    said.place + called.place,
  ];
  const foot = [
    ...confirmedIn(facts, called, frozen),
    said.frozen + writtenTime(called, frozen.at),
    said.hash + frozen.hash,
  ];
  return `${[...head, ...body, '', ...foot].join('\n')}\n`;
}

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
