/** A notice line by line, for whatever sets it: a page, a print, a PDF. Loads no schema, so that a phone reads it at once. */
import type { NoticeText, NoticeWords } from './acts/notice.ts';
import { dayOf, writtenDay } from './days.ts';
import type { Language } from './language.ts';

/** A notice ready to be set on a page or printed. */
export interface NoticePage {
  title: string;
  paragraphs: string[];
  signature: string;
  /** The day under the signature, as it is written out. */
  date: string;
}

/** What a page or a print of the notice says, line by line. `issuedAt` null: not issued yet, without a date. */
export function noticeOf(
  { title, body, signature, issuedAt }: NoticeWords & { issuedAt: NoticeText['issuedAt'] | null },
  { language, timeZone }: { language: Language; timeZone: string },
): NoticePage {
  const lines = body.split('\n').map((line) => line.trim());
  const date = issuedAt === null ? '' : writtenDay(dayOf(issuedAt, timeZone), language);
  return { title, paragraphs: lines.filter((line) => line !== ''), signature, date };
}
