/** A notice that is handed to each person (通知) and not posted (公告) is spoken of in words of its own on staff pages. */
import type { StaffWords } from './shape.ts';

/** The words of the notice's pages. @param posted anybody can read it on a board */
export const noticeWordsOf = (words: StaffWords, posted: boolean): StaffWords['notice'] =>
  posted ? words.notice : { ...words.notice, ...words.mediation.notice };

/** The words of the page of preparation. */
export const prepareWordsOf = (words: StaffWords, posted: boolean): StaffWords['prepare'] =>
  posted ? words.prepare : { ...words.prepare, ...words.mediation.prepare };
