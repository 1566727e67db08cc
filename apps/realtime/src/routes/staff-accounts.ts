import { addBody, bodiesOf } from '@yishiting/db/communities';
import { officers } from '@yishiting/db/officers';
import { registered } from '@yishiting/db/people';
import { givePost, postsOf } from '@yishiting/db/posts';
import { accountRequest, bodyRequest, postRequest, type BodyLine, type Officer } from '@yishiting/domain/register';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { endAccount, endHeldPost, openAccountFor, renewFirstPassword } from '../identity/officers.ts';
import { isFirst } from '../identity/passwords.ts';
import type { RouteDeps } from './deps.ts';
import { door, noBody, withCurrentPassword, type Holder } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';
import { idInPath, inOffice, mayAdminister, office } from './register-doors.ts';

/** Who is in office: accounts, posts and bodies of a community, by its administrators. */
export function staffAccountRoutes(app: FastifyInstance, deps: RouteDeps): void {
  accountRoutes(app, deps);
  postRoutes(app, deps);
  bodyRoutes(app, deps);
}

type Handle<Body> = (who: Holder<Body>) => Promise<object | Refused>;
const administrator = <Body>(deps: RouteDeps, schema: z.ZodType<Body>, handle: Handle<Body>) =>
  office(deps, mayAdminister, schema, withCurrentPassword(deps, handle));

type Named = Holder<unknown> & { named: string };
/** An administrator, at something of which the path holds the id: whether it is there the handler finds out. */
const at = (deps: RouteDeps, name: 'account' | 'post', handle: (who: Named) => Promise<object | Refused>) =>
  door<unknown, Named>(
    noBody,
    async (request: FastifyRequest, reply: FastifyReply) => {
      const found = await inOffice(deps, mayAdminister, request, reply);
      const named = idInPath(request, name);
      if (found instanceof Refused || named === null) return found instanceof Refused ? found : notFound();
      return { who: { ...found.who, named } };
    },
    withCurrentPassword(deps, handle),
  );

function accountRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const path = '/c/:community/api/accounts';
  app.get(
    path,
    office(deps, mayAdminister, noBody, ({ community }) => officerLines(deps, community.id)),
  );
  app.post(
    path,
    administrator(deps, accountRequest, async ({ community, body }) => {
      const person = await registered(deps.db, community.id, body.person);
      if (!person || person.leftAt !== null) return notFound();
      const opened = await openAccountFor(deps, { community: community.id, person: person.id, login: body.login });
      if (opened === 'login-taken') return refused('malformed', { fields: { login: opened } });
      return opened === 'account-open' ? refused(opened) : opened;
    }),
  );
  app.post(
    `${path}/:account/password`,
    at(deps, 'account', async ({ community, named: account }) => {
      const renewed = await renewFirstPassword(deps, { community: community.id, account });
      return typeof renewed === 'string' ? refused(renewed) : renewed;
    }),
  );
  app.post(
    `${path}/:account/close`,
    at(deps, 'account', async ({ community, named: account, account: by }) => {
      const ended = await endAccount(deps, { community: community.id, account });
      if (ended !== 'ended') return refused(ended);
      deps.log.info({ code: 'account-closed', account, by: by.account }, 'An account was closed.');
      return {};
    }),
  );
}

function postRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const path = '/c/:community/api/posts';
  app.post(
    path,
    administrator(deps, postRequest, async ({ community: { id: community }, body: given, account: by }) => {
      const at = clock.now();
      const body = given.post === 'staff' ? given.body : null;
      const person = await registered(db, community, given.person);
      if (!person || person.leftAt !== null) return notFound();
      if (body !== null && !(await bodiesOf(db, community, at)).some(({ id }) => id === body)) return notFound();
      const held = await postsOf(db, community, person.id, at);
      const same = held.find((one) => one.post === given.post && one.body === body);
      if (same) return { post: same.id };
      const id = newId();
      await givePost(db, { id, community, person: person.id, body, post: given.post, from: at });
      deps.log.info({ code: 'post-given', post: id, by: by.account }, 'A post was given.');
      return { post: id };
    }),
  );
  app.post(
    `${path}/:post/end`,
    at(deps, 'post', async ({ community, named: post, account: by }) => {
      const ended = await endHeldPost(deps, { community: community.id, post });
      if (ended !== 'ended') return refused(ended);
      deps.log.info({ code: 'post-ended', post, by: by.account }, 'A post was ended.');
      return {};
    }),
  );
}

function bodyRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const path = '/c/:community/api/bodies';
  app.get(
    path,
    office(deps, mayAdminister, noBody, ({ community }): Promise<BodyLine[]> =>
      bodiesOf(db, community.id, clock.now()),
    ),
  );
  app.post(
    path,
    administrator(deps, bodyRequest, async ({ community, body: { name } }): Promise<BodyLine | Refused> => {
      const body = { id: newId(), name };
      const position = (await bodiesOf(db, community.id, clock.now())).length;
      try {
        await addBody(db, { ...body, community: community.id, position, at: clock.now() });
      } catch (error) {
        if ((error as { code?: unknown }).code !== '23505') throw error;
        return refused('malformed', { fields: { name: 'name-taken' } });
      }
      return body;
    }),
  );
}

async function officerLines({ db, clock }: RouteDeps, community: string): Promise<Officer[]> {
  const now = clock.now();
  const bodies = new Map((await bodiesOf(db, community, now)).map((body) => [body.id, body]));
  return (await officers(db, community, now)).map(({ person, name, account, posts }) => ({
    person,
    name,
    account: account && {
      account: account.id,
      login: account.login,
      firstPassword: isFirst(account.passwordChangedAt),
    },
    posts: posts.map(({ id, post, body }) => ({ id, post, body: (body !== null && bodies.get(body)) || null })),
  }));
}
