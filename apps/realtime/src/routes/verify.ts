/**
 * A meeting's record verified at a tap. Whole records are read and hashed: one is checked at a time, and all who ask within
 * ten seconds are given the same answer, so that no number of taps costs more than one check of each meeting.
 */
import { verifyMeeting } from '@yishiting/db/verify-meeting';
import type { VerifyAnswer } from '@yishiting/domain/api-verify';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { seated } from './desk.ts';
import { noBody } from './door.ts';
import { refused } from './refusal.ts';

/** How long (ms) an answer is given again. */
const fresh = 10_000;

/** Checks by meeting; `check` is asked at most once at a time, and once in ten seconds for each. */
export class Verifying {
  #check: (meeting: string) => Promise<VerifyAnswer>;
  #answers = new Map<string, { since: number; answer: Promise<VerifyAnswer> }>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(check: (meeting: string) => Promise<VerifyAnswer>) {
    this.#check = check;
  }

  verify(meeting: string, now: number): Promise<VerifyAnswer> {
    for (const [known, { since }] of this.#answers) {
      if (now - since >= fresh || now < since) this.#answers.delete(known);
    }
    const known = this.#answers.get(meeting);
    if (known) return known.answer;
    const answer = this.#queue.then(() => this.#check(meeting));
    this.#queue = answer.catch(() => undefined);
    this.#answers.set(meeting, { since: now, answer });
    // What could not be checked is asked anew.
    answer.catch(() => this.#answers.delete(meeting));
    return answer;
  }
}

export function verifyRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const verifying = new Verifying(async (meeting) => ({
    ...(await verifyMeeting(deps.db, meeting, deps.publicKeys)),
    at: deps.clock.now(),
  }));
  app.get(
    '/c/:community/api/meetings/:meeting/verify',
    seated(deps, noBody, async ({ place, atDesk, phase }): Promise<VerifyAnswer | ReturnType<typeof refused>> => {
      if (!atDesk && phase !== 'closed') return refused('wrong-phase', { params: { phase } });
      return verifying.verify(place.meeting, deps.clock.now());
    }),
  );
}
