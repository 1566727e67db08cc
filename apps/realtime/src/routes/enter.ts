import { meetingByJoinCode } from '@yishiting/db/meetings';
import { enterRequest, joinRequest, type JoinAnswer, type SeatAnswer } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import { enter } from '../identity/entering.ts';
import { guessing } from '../identity/limits.ts';
import type { RouteDeps } from './deps.ts';
import { anybody, visitor } from './door.ts';
import { refused, Refused, tooFast } from './refusal.ts';
import { wrongToken } from './set-up.ts';

/** Entering a meeting: by a personal link, or by the short code on the wall, which only tells where to knock. */
export function enterRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post(
    '/c/:community/api/enter',
    visitor(deps, enterRequest, async (who): Promise<SeatAnswer | Refused> => {
      const entering = await enter(deps, who.community.id, who.body.token, who.session);
      if (entering.outcome === 'link-void') return wrongToken(deps, who);
      if (entering.outcome === 'link-in-use') {
        const place = { community: who.community.id, meeting: entering.meeting };
        const name = (await deps.rooms.meeting(place))?.attendance.people[entering.seat]?.name;
        // Whoever holds the link has the card with the name on it.
        return refused('link-in-use', name === undefined ? {} : { params: { name } });
      }
      who.keep(entering.token);
      return { meeting: entering.meeting, seat: entering.seat };
    }),
  );
  app.post(
    '/api/join',
    anybody(deps, joinRequest, async ({ from, body }): Promise<JoinAnswer | Refused> => {
      const found = await byCode(deps, from, body.code);
      return found instanceof Refused ? found : { community: found.communityCode, meeting: found.meeting };
    }),
  );
}

/** The meeting of a short code; a wrong one counts against the address it came from. */
export async function byCode({ db, clock, guesses }: RouteDeps, from: string, code: string) {
  const now = clock.now();
  const past = guesses.tries(from, now) >= guessing;
  const found = past ? null : await meetingByJoinCode(db, code);
  if (found) return found;
  const wait = guesses.wrong(from, now);
  return wait > 0 ? tooFast(wait) : refused('wrong-code');
}
