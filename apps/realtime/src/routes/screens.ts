import { pairingOf } from '@yishiting/db/pairing-codes';
import { screensInUse } from '@yishiting/db/screens';
import {
  disconnectScreenRequest,
  pairScreenRequest,
  screenPairedRequest,
  type PairedAnswer,
  type ScreenAnswer,
  type ScreenCode,
  type ScreenLine,
} from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { guessing, WrongGuesses } from '../identity/limits.ts';
import { disconnectScreen, offerCode, pairingCodeHash, pairScreen, projectorFor } from '../identity/pairing.ts';
import { desk, type Seated } from './desk.ts';
import type { RouteDeps } from './deps.ts';
import { anybody, noBody, staff, type Caller } from './door.ts';
import { told } from './showing.ts';
import { notFound, refused, tooFast, type Refused } from './refusal.ts';

/** Strangers' browsers that may begin to wait from one address; then with growing pauses (ms). No room has as many walls. */
const strangers = { free: 60, longest: 10 * 60_000 };
/** Where too many screens wait, look again after so many ms. */
const whenFull = 60_000;

/** Screens of a meeting: this browser itself, or another that shows a code; listed and disconnected at the desk. */
export function screenRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db } = deps;
  const of = (path: string) => `/c/:community/api/meetings/:meeting/${path}`;
  const arrivals = new WrongGuesses(strangers);
  app.post(
    of('screen'),
    staff(deps, noBody, async ({ place, meeting, session }): Promise<ScreenAnswer | Refused> => {
      if (meeting.head === 0) return refused('wrong-phase', { params: { phase: 'draft' } });
      const made = await db.transaction().execute((tx) => projectorFor(tx, deps, place, session.id));
      if (!made) return notFound();
      await told(deps, place);
      return made;
    }),
  );
  app.post(
    '/api/screen-code',
    anybody(deps, noBody, (who) => wait(deps, arrivals, who)),
  );
  app.post(
    '/api/screen-paired',
    anybody(deps, screenPairedRequest, async ({ session, body }): Promise<PairedAnswer | Refused> => {
      const codeHash = pairingCodeHash(body.code);
      if (!session || codeHash === null) return notFound();
      const found = await pairingOf(db, { codeHash, session: session.id, now: deps.clock.now() });
      if (!found) return notFound();
      return found === 'waiting' ? { state: 'waiting' } : { state: 'paired', ...found };
    }),
  );
  app.post(
    of('screens'),
    desk(deps, pairScreenRequest, (who) => pair(deps, who)),
  );
  app.get(
    of('screens'),
    desk(deps, noBody, async ({ place, session }): Promise<ScreenLine[]> => {
      const found = await screensInUse(db, { ...place, now: deps.clock.now() });
      return found.map(({ screen, number, since, session: of }) => {
        return { screen, number, since, here: of === session?.id };
      });
    }),
  );
  app.post(
    of('screens/disconnect'),
    desk(deps, disconnectScreenRequest, async ({ place, body }) => {
      const devices = await disconnectScreen(deps, deps.revocations, place, body.screen);
      await told(deps, place);
      return { devices };
    }),
  );
}

async function wait(deps: RouteDeps, arrivals: WrongGuesses, who: Caller<unknown>): Promise<ScreenCode | Refused> {
  // Whoever has a session already makes no new one by waiting longer.
  const pause = who.session ? 0 : arrivals.wrong(who.from, deps.clock.now());
  if (pause > 0) return tooFast(pause);
  const offered = await offerCode(deps, who.session);
  if (!offered) return tooFast(whenFull);
  who.keep(offered.token);
  return { code: offered.code };
}

/** A wrong code counts against the address it came from, like any other. */
async function pair(
  deps: RouteDeps,
  { place, from, body }: Seated<z.output<typeof pairScreenRequest>>,
): Promise<ScreenAnswer | Refused> {
  const now = deps.clock.now();
  const past = deps.guesses.tries(from, now) >= guessing;
  const paired = past ? null : await pairScreen(deps, place, body.code);
  if (!paired) {
    const pause = deps.guesses.wrong(from, now);
    return pause > 0 ? tooFast(pause) : refused('wrong-screen-code');
  }
  const { screen } = paired;
  await told(deps, place);
  deps.log.info({ code: 'screen-paired', meeting: place.meeting, screen }, 'A screen was paired with a meeting.');
  return paired;
}
