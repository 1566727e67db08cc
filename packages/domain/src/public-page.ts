/**
 * What everybody may read of a meeting that was made known on a board: its notice from the calling on, the announced
 * results of its soundings once it is closed, and its result as published. All that is not written below stays inside [H8].
 */
import type { NoticeText, NoticeWords } from './acts/notice.ts';
import type { Phase } from './acts/session.ts';
import type { Counts } from './acts/voting.ts';
import type { Language } from './language.ts';
import { onVariants, type OnVariants } from './marks.ts';
import type { Meeting } from './meeting.ts';
import { formerNotices, noticeInForce } from './notice.ts';
import { isPublic } from './notice-text.ts';
import { forEverybody, type PublicMeasure } from './public-text.ts';
import { firstShown, publicMeasure, type PublishedResult } from './result.ts';
import type { Vote } from './voting.ts';

export interface PublicPage {
  community: { name: string; demonstration: boolean; timeZone: string };
  language: Language;
  phase: Phase;
  /** The one in force; null for a meeting that was begun without one. */
  notice: NoticeText | null;
  /** Those whose place it took when time or place changed, the oldest first: when (ms) each was replaced, and why. */
  former: { text: NoticeText; replacedAt: number; reason: string }[];
  /** When (ms) and why the meeting was called off; null: it was not. */
  calledOff: { at: number; reason: string } | null;
  /** Of its soundings; null until the meeting is closed. */
  results: PublicResult[] | null;
  /** Its result as published, and each correction of it, the last first; empty until one is published. */
  outcome: PublicOutcome[];
}

/** A result as it went out; every one but the first of the list was corrected by the one before it. */
export interface PublicOutcome {
  publishedAt: number;
  /** Null where they held personal data and were taken out of sight. */
  words: NoticeWords | null;
  /** What was wrong in the one that it corrects; null for the first publication. */
  wrong: string | null;
}

export interface PublicResult extends OnVariants {
  question: string;
  roll: number;
  returned: number;
  counts: Counts;
}

function publicResult(vote: Vote & { counts: Counts }, measure: PublicMeasure): PublicResult {
  const { question, roll, ballots, counts } = vote;
  const asked = onVariants(vote);
  const told = (text: string) => forEverybody(text, measure);
  return {
    ...asked,
    question: told(question),
    variants: asked.variants?.map(told) ?? null,
    grades: asked.grades?.map(told) ?? null,
    roll: roll.length,
    returned: ballots.size,
    counts,
  };
}

/** The last first. Nothing private was let through when it was published; here it is looked for once more. */
function outcomeOf(results: readonly PublishedResult[], measure: PublicMeasure): PublicOutcome[] {
  const told = (text: string) => forEverybody(text, measure);
  const shownFrom = firstShown(results);
  return results
    .map(({ title, body, signature, at, corrects }, place) => ({
      publishedAt: at,
      words: place < shownFrom ? null : { title: told(title), body: told(body), signature: told(signature) },
      wrong: corrects && told(corrects.wrong),
    }))
    .reverse();
}

/** Null for a meeting that was never made known to everybody: nobody outside learns that there is one. */
export function publicPage(meeting: Meeting): PublicPage | null {
  const { called, changes, session, voting } = meeting;
  const { procedure, language } = called;
  const text = noticeInForce(called);
  if (!isPublic(procedure) || (!text && meeting.results.length === 0)) return null;
  const { name, demonstration, timeZone } = called.community;
  const measure = publicMeasure(meeting);
  const results = voting.order.flatMap((id) => {
    const vote = voting.votes[id];
    return vote?.status === 'published' ? [publicResult(vote, measure)] : [];
  });
  return {
    community: { name, demonstration, timeZone },
    language,
    phase: session.status,
    notice: text,
    former: formerNotices(changes).map((one) => ({ ...one, reason: forEverybody(one.reason, measure) })),
    calledOff:
      session.status === 'called-off' ? { at: session.at, reason: forEverybody(session.reason, measure) } : null,
    results: session.status === 'closed' ? results : null,
    outcome: outcomeOf(meeting.results, measure),
  };
}
