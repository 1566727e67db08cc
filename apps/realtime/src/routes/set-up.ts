import {
  demonstrationRequest,
  keeperRequest,
  resetKeeperRequest,
  setUpRequest,
  type DemonstrationAnswer,
  type Entered,
  type KeeperEntered,
  type KeeperNamed,
} from '@yishiting/domain/api';
import { mayEnterSetUp } from '@yishiting/db/installation';
import type { FastifyInstance } from 'fastify';
import { openDemonstration } from '../demonstration/open.ts';
import { keeperNamed, resetKeeper, setUpCommunity } from '../identity/setting-up.ts';
import { signIn, signOutElsewhere } from '../identity/accounts.ts';
import { tokenHash } from '../identity/tokens.ts';
import type { RouteDeps } from './deps.ts';
import { anybody, type Caller } from './door.ts';
import { refused, tooFast, type Refused } from './refusal.ts';

/** The first start: with the link that the server printed, a community of one's own or the demonstration. */
export function setUpRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post(
    '/api/set-up',
    anybody(deps, setUpRequest, async (who): Promise<Entered | Refused> => {
      const made = await setUpCommunity(deps, who.body);
      if (!made) return wrongToken(deps, who);
      const { token } = await signIn(deps, made.community, { id: made.account }, who.session);
      who.keep(token);
      return { community: made.code };
    }),
  );
  app.post(
    '/api/keeper',
    anybody(deps, keeperRequest, async (who): Promise<KeeperNamed | Refused> => {
      return (await keeperNamed(deps, who.body.token)) ?? wrongToken(deps, who);
    }),
  );
  app.post(
    '/api/reset-keeper',
    anybody(deps, resetKeeperRequest, async (who): Promise<KeeperEntered | Refused> => {
      const reset = await resetKeeper(deps, who.body);
      if (!reset) return wrongToken(deps, who);
      await signOutElsewhere(deps, reset.community, reset.account, null);
      deps.log.warn({ code: 'keeper-reset', account: reset.account }, 'The keeper was given a new password by link.');
      const { token } = await signIn(deps, reset.community, { id: reset.account }, who.session);
      who.keep(token);
      return { community: reset.code, login: reset.login };
    }),
  );
  app.post(
    '/api/demonstration',
    anybody(deps, demonstrationRequest, async (who): Promise<DemonstrationAnswer | Refused> => {
      if (!(await mayEnterSetUp(deps.db, tokenHash(who.body.token)))) return wrongToken(deps, who);
      const opened = await openDemonstration(deps);
      if (!opened) return refused('try-again');
      const { token } = await signIn(deps, opened.community, { id: opened.account }, who.session);
      who.keep(token);
      return opened.answer;
    }),
  );
}

/** A token that opens nothing counts against its address; the right one never does. */
export function wrongToken({ guesses, clock }: RouteDeps, { from }: Caller<unknown>): Refused {
  const wait = guesses.wrong(from, clock.now());
  return wait > 0 ? tooFast(wait) : refused('link-void');
}
