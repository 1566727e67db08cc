/** Fields of the form by name: where each stands on the page, and what it is called in the list of what is missing. */
import type { PageWords } from '@yishiting/domain/words/shape';
import type { StaffWords } from '#lib/words/shape.ts';
import type { Form } from './form.ts';

/** The id of the control of a field such as `people.<person>.standing`; a recorder and the parties are named among the people. */
export const placeOf = (path: string): string =>
  `field-${path === 'recorder' || path === 'parties' ? 'people' : path.replace(/[^A-Za-z0-9-]/g, '-')}`;

/** `张三：身份`, `第 2 项：计划分钟`. */
export function nameOf(path: string, { people, agenda }: Form, words: StaffWords['prepare']): string {
  const [list = '', key, part = ''] = path.split('.');
  const parts: Readonly<Record<string, string>> = words.fields;
  if (key === undefined || list === 'notice') return parts[path] ?? path;
  const named = parts[part] ?? part;
  if (list === 'people') return words.of(people.find(({ person }) => person === key)?.name ?? '', named);
  return words.of(words.nth(agenda.findIndex((item) => item.key === key) + 1), named);
}

/** What is wrong with a field, in a sentence. */
export function findingOf(code: string, words: StaffWords['prepare'], domain: PageWords): string {
  const own: Readonly<Record<string, string>> = words.wrong;
  const known: Readonly<Record<string, string>> = domain.fields;
  return own[code] ?? known[code] ?? domain.refusals.malformed({}).do;
}
