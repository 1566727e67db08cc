/** Whether our faces have every character of a paper's data: one that none has would print as a box. */
import type { Missing } from './press-messages.ts';

/** Line breaks and tabs, joiners, marks that choose a variant of the character before: they show nothing themselves. */
const unseen = /[\t\n\r\p{Default_Ignorable_Code_Point}]/u;

/** Characters to each side by which the place is found again. */
const around = 10;

/** The first character of the data that no face has, with what stands around it; null when there is none. */
export function missingIn(data: unknown, characters: ReadonlySet<number>): Missing | null {
  if (typeof data === 'string') return missingInText(data, characters);
  if (typeof data !== 'object' || data === null) return null;
  for (const part of Object.values(data)) {
    const missing = missingIn(part, characters);
    if (missing) return missing;
  }
  return null;
}

function missingInText(text: string, characters: ReadonlySet<number>): Missing | null {
  const all = [...text];
  const at = all.findIndex((one) => !characters.has(one.codePointAt(0)!) && !unseen.test(one));
  if (at < 0) return null;
  const from = Math.max(0, at - around);
  return { character: all[at]!, text: all.slice(from, at + around + 1).join('') };
}
