import { accountById, changePassword } from '@yishiting/db/accounts';
import { bodiesOf, type Community } from '@yishiting/db/communities';
import { screenGrants, seatGrants } from '@yishiting/db/grants';
import { person } from '@yishiting/db/people';
import { changePasswordRequest, signInRequest, type SessionAnswer } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import { signIn, signOut, signOutElsewhere } from '../identity/accounts.ts';
import { checkLogin, checkPassword, type Checked } from '../identity/checking.ts';
import { hashPassword, passwordDue } from '../identity/passwords.ts';
import { signedIn, type Browser, type SignedIn } from '../identity/sessions.ts';
import type { RouteDeps } from './deps.ts';
import { holder, noBody, visitor } from './door.ts';
import { refused, Refused, tooFast } from './refusal.ts';

/** Who this browser is in a community, signing in and out, a new password. */
export function accountRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const at = (path: string) => `/c/:community/api/${path}`;
  app.get(
    at('session'),
    visitor(deps, noBody, (who) => sessionAnswer(deps, who.community, who.session)),
  );
  app.post(
    at('sign-in'),
    visitor(deps, signInRequest, async (who) => {
      const checked = await checkLogin(deps, who.community.id, who.body);
      if (checked.is !== 'right') return refusalOf(checked);
      const { browser, token } = await signIn(deps, who.community.id, checked.who, who.session);
      who.keep(token);
      return sessionAnswer(deps, who.community, browser);
    }),
  );
  app.post(
    at('sign-out'),
    visitor(deps, noBody, async (who) => {
      await signOut(deps, who.community.id, who.session);
      return sessionAnswer(deps, who.community, who.session);
    }),
  );
  app.post(
    at('change-password'),
    holder(deps, changePasswordRequest, async (who) => {
      const { password, newPassword } = who.body;
      if (password.normalize('NFKC') === newPassword.normalize('NFKC')) {
        return refused('malformed', { fields: { newPassword: 'password-same' } });
      }
      const account = await accountById(deps.db, who.community.id, who.account.account);
      if (!account) return refused('not-found');
      const checked = await checkPassword(deps, who.community.id, account, password);
      if (checked.is !== 'right') return refusalOf(checked);
      const given = { community: who.community.id, id: account.id, at: deps.clock.now() };
      await changePassword(deps.db, { ...given, passwordHash: await hashPassword(newPassword) });
      await signOutElsewhere(deps, who.community.id, account.id, who.session);
      return sessionAnswer(deps, who.community, who.session);
    }),
  );
}

/** What somebody is told whose password was not the right one. */
export function refusalOf(checked: Exclude<Checked<unknown>, { is: 'right' }>): Refused {
  return checked.is === 'wrong' ? refused('wrong-password') : tooFast(checked.wait);
}

async function sessionAnswer(deps: RouteDeps, community: Community, browser: Browser | null): Promise<SessionAnswer> {
  const { db } = deps;
  const { id, code, name, demonstration } = community;
  const held = await signedIn(deps, browser, id);
  const seats = browser ? await seatGrants(db, browser.id, id) : [];
  const screens = browser ? await screenGrants(db, browser.id, id) : [];
  return {
    community: { code, name, demonstration },
    account: held && (await accountAnswer(deps, id, held)),
    seats: seats.map(({ meeting, seat, name }) => ({ meeting, seat, name })),
    screens: screens.map(({ meeting, screen, number }) => ({ meeting, screen, number })),
  };
}

async function accountAnswer(
  { db, clock }: RouteDeps,
  community: string,
  { person: id, login, posts, firstPassword, passwordChangedAt }: SignedIn,
): Promise<SessionAnswer['account']> {
  const known = await person(db, community, id);
  if (!known) return null;
  const bodies = new Map((await bodiesOf(db, community, clock.now())).map((body) => [body.id, body]));
  const { dueAt: passwordDueAt, warnAt: passwordWarnAt } = passwordDue(passwordChangedAt);
  const held = posts.map(({ post, body }) => ({ post, body: (body !== null && bodies.get(body)) || null }));
  return { person: id, name: known.name, login, posts: held, firstPassword, passwordDueAt, passwordWarnAt };
}
