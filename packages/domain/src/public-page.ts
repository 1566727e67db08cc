/**
 * What everybody may read of a meeting that was made known on a board: its notice from the calling on, and the announced
 * results of its soundings once it is closed. All that is not written below stays inside [H8].
 */
import type { NoticeText } from './acts/notice.ts';
import type { Phase } from './acts/session.ts';
import type { Counts } from './acts/voting.ts';
import type { Language } from './language.ts';
import { onVariants, type OnVariants } from './marks.ts';
import type { Meeting } from './meeting.ts';
import { isPublic, withoutPrivateNumbers } from './notice-text.ts';
import type { Vote } from './voting.ts';

export interface PublicPage {
  community: { name: string; demonstration: boolean; timeZone: string };
  language: Language;
  phase: Phase;
  notice: NoticeText;
  /** Null until the meeting is closed. */
  results: PublicResult[] | null;
}

export interface PublicResult extends OnVariants {
  question: string;
  roll: number;
  returned: number;
  counts: Counts;
}

function publicResult(vote: Vote & { counts: Counts }): PublicResult {
  const { question, roll, ballots, counts } = vote;
  const asked = onVariants(vote);
  return {
    ...asked,
    question: withoutPrivateNumbers(question),
    variants: asked.variants?.map(withoutPrivateNumbers) ?? null,
    grades: asked.grades?.map(withoutPrivateNumbers) ?? null,
    roll: roll.length,
    returned: ballots.size,
    counts,
  };
}

/** Null for a meeting that was never made known to everybody: nobody outside learns that there is one. */
export function publicPage({ called, session, voting }: Meeting): PublicPage | null {
  const { notice, procedure, language } = called;
  const text = notice.way === 'start-now' ? undefined : notice.text;
  if (!text || !isPublic(procedure)) return null;
  const { name, demonstration, timeZone } = called.community;
  const results = voting.order.flatMap((id) => {
    const vote = voting.votes[id];
    return vote?.status === 'published' ? [publicResult(vote)] : [];
  });
  return {
    community: { name, demonstration, timeZone },
    language,
    phase: session.status,
    notice: text,
    results: session.status === 'closed' ? results : null,
  };
}
