/** What those who lead see of the result as published, to print it, to correct it, and to know who answers for it. */
import type { NoticeWords } from './acts/notice.ts';
import type { Meeting } from './meeting.ts';
import { isPublic } from './notice-text.ts';

export interface ResultView extends NoticeWords {
  at: number;
  /** Who published it; empty for staff without a seat. */
  by: string;
  examinedBy: string;
  corrects: { result: string; wrong: string; withheld: boolean } | null;
}

export interface ResultDesk {
  /** Whether the procedure makes its meetings known to everybody: only then there is a page for it. */
  forPublic: boolean;
  order: string[];
  byId: Record<string, ResultView>;
}

export function resultDesk({ called, results, attendance }: Meeting): ResultDesk {
  const byId = results.map(
    ({ result, title, body, signature, at, seat, examinedBy, corrects }): [string, ResultView] => [
      result,
      { title, body, signature, at, by: attendance.people[seat]?.name ?? '', examinedBy, corrects },
    ],
  );
  return {
    forPublic: isPublic(called.procedure),
    order: results.map(({ result }) => result),
    byId: Object.fromEntries(byId),
  };
}
