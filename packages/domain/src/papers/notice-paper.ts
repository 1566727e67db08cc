/** 公告（通知）: the notice as it goes out, for the board (A3) or the file (A4). */
import type { Language } from '../language.ts';
import { noticeOf } from '../notice-page.ts';
import type { View } from '../view.ts';
import { paperHead, type Paper } from './paper.ts';

/** The sizes of paper it is made for. */
export const noticeSheets = ['a4', 'a3'] as const;
export type NoticeSheet = (typeof noticeSheets)[number];

export interface NoticePaper extends Paper {
  sheet: NoticeSheet;
  /** The title word by word: its lines end between words. */
  titleWords: string[];
  /** Line by line; `head` is a numbered heading (一、会议时间：), set apart from the rest of its line. */
  paragraphs: { head: string; text: string }[];
  signature: string;
  /** The day under the signature, as it is written out. */
  day: string;
}

const numberedHead = /^(?:[一二三四五六七八九十]+、|\d+\. )[^：:。，；]{1,40}[：:]?/u;

/** A numbered heading ends with its colon, or is a line of its own. */
function split(line: string): NoticePaper['paragraphs'][number] {
  const head = numberedHead.exec(line)?.[0] ?? '';
  const isHead = head !== '' && (/[：:]$/u.test(head) || head.length === line.length);
  return isHead ? { head, text: line.slice(head.length).trim() } : { head: '', text: line };
}

/** As the machine's dictionary parts them; figures stay with what stands around them: 小区3号楼. */
function wordsIn(title: string, language: Language): string[] {
  // English breaks between words by itself.
  if (language === 'en') return [title];
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(title)) {
    const last = words.at(-1);
    const joined =
      last !== undefined && (/[\dA-Za-z“《（]$/u.test(last) || /^[\s\dA-Za-z，。、：；）》”]/u.test(segment));
    if (joined) words.splice(-1, 1, last + segment);
    else words.push(segment);
  }
  return words;
}

/** The notice as fixed when the meeting was called; null for whoever does not lead, and where none was kept. */
export function noticePaper(view: View, sheet: NoticeSheet): NoticePaper | null {
  const notice = view.desk?.notice.text;
  if (!notice) return null;
  const { language, community } = view;
  const { title, paragraphs, signature, date } = noticeOf(notice, { language, timeZone: community.timeZone });
  return {
    ...paperHead(view, title, notice.issuedAt),
    sheet,
    titleWords: wordsIn(title, language),
    paragraphs: paragraphs.map(split),
    signature,
    day: date,
  };
}
