/** Names as people give files, made fit for any disk, and titles made of them. */
import type { MediaType } from '@yishiting/domain/acts/files';
import { endings } from './media.ts';

const longest = 120;

/**
 * A file's name as given, without path parts, control and direction marks, what Windows forbids, and with the one ending
 * that its bytes deserve: whatever was called `合同.pdf.exe` and is a PDF becomes `合同_pdf_exe.pdf`.
 * @returns at most 120 characters
 */
export function cleanName(given: string, media: MediaType): string {
  const ending = endings[media];
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // Control characters, marks that turn the direction of writing, and others that cannot be seen.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[<>:"|?*%;]/g, '_')
    .replace(/\s+/g, ' ')
    .trim();
  const stem = plain.replace(sameEnding(ending), '');
  // A point between digits is a date or a number; any other could pass for an ending.
  const single = stem.replace(/\.(?!\d)|(?<!\d)\./g, '_').replace(/^[_\s]+|[_\s]+$/g, '');
  const room = longest - ending.length - 1;
  const named = [...single]
    .slice(0, room)
    .join('')
    .slice(0, room)
    .toWellFormed()
    .replace(/\ufffd/g, '');
  return `${/^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(named) ? `file_${named}`.replace(/_$/, '') : named}.${ending}`;
}

const sameEnding = (ending: string) => new RegExp(`\\.${ending === 'jpg' ? 'jpe?g' : ending}$`, 'i');

/** The title that a file bears where nobody gave it one. */
export const titleOf = (name: string): string =>
  name
    .replace(/\.[a-z]+$/, '')
    .replace(/_+/g, ' ')
    .trim() || name;
