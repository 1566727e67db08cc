import type { ScreenContent } from '@yishiting/domain/screens';
import type { StaffWords } from '#lib/words/shape.ts';

/** What is shown, in a few words; of a message its text, of a page whose it is. `titleOf`: how a file is called. */
export function contentNamed(
  content: ScreenContent,
  words: StaffWords['screens'],
  titleOf: (file: string) => string,
): string {
  if (content.kind === 'message') return words.messageOf(content.text.replaceAll('\n', ' '));
  if (content.kind === 'agenda' && content.page !== null) return words.agendaOf(content.page);
  if (content.kind === 'document') return words.documentOf(titleOf(content.file), content.page);
  return words.contents[content.kind];
}
