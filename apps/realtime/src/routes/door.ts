/**
 * The door of every route: who may is asked before what is there, what is there before what was sent. Each wrapper hands
 * its handler what it found out, and turns the answer into a reply.
 */
import { communityByCode, type Community } from '@yishiting/db/communities';
import { meeting as meetingRow, type MeetingRow } from '@yishiting/db/meetings';
import type { BrowserSession } from '@yishiting/db/sessions';
import { id } from '@yishiting/domain/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cookieFor } from '../identity/cookies.ts';
import { addressKey } from '../identity/limits.ts';
import { passwordDue } from '../identity/passwords.ts';
import { noteComing, sessionOf, signedIn, type SignedIn } from '../identity/sessions.ts';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { notFound, refused, Refused, statusOf } from './refusal.ts';

/** For a route that is sent nothing. */
export const noBody = z.union([z.undefined(), z.null(), z.strictObject({})]);

/** Somebody at the door of the installation. */
export interface Caller<Body> {
  body: Body;
  /** One key for all addresses of where the request came from: for counting wrong guesses only. */
  from: string;
  query: (name: string) => string;
  /** Keeps a token in the browser; null leaves its cookie as it is. */
  keep: (token: string | null) => void;
  session: BrowserSession | null;
}
/** … of a community. */
export interface Visitor<Body> extends Caller<Body> {
  community: Community;
}
/** … signed in to the community. */
export interface Holder<Body> extends Visitor<Body> {
  session: BrowserSession;
  account: SignedIn;
}
/** … staff of the body that convenes the meeting in the path. */
export interface Staff<Body> extends Holder<Body> {
  meeting: MeetingRow;
  place: Place;
}

type Answer = object | Refused;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type Found<Who> = { who: Who } | Refused;

/** Anybody at all. */
export const anybody = <Body>(
  deps: RouteDeps,
  schema: z.ZodType<Body>,
  handle: (who: Caller<Body>) => Promise<Answer>,
) => door(schema, (request, reply) => arriving(deps, request, reply), handle);

/** Anybody, in a community that is there. */
export const visitor = <Body>(
  deps: RouteDeps,
  schema: z.ZodType<Body>,
  handle: (who: Visitor<Body>) => Promise<Answer>,
) => door(schema, (request, reply) => visiting(deps, request, reply), handle);

/** Whoever is signed in to the community. */
export const holder = <Body>(
  deps: RouteDeps,
  schema: z.ZodType<Body>,
  handle: (who: Holder<Body>) => Promise<Answer>,
) => door(schema, (request, reply) => holding(deps, request, reply), handle);

/** Staff of any body of the community: the register is theirs together. */
export const staffMember = <Body>(
  deps: RouteDeps,
  schema: z.ZodType<Body>,
  handle: (who: Holder<Body>) => Promise<Answer>,
) =>
  door(
    schema,
    async (request, reply) => {
      const found = await holding(deps, request, reply);
      return found instanceof Refused || found.who.account.staffOf.length > 0 ? found : notFound();
    },
    handle,
  );

/** Staff of the body that convenes the meeting named in the path. */
export const staff = <Body>(deps: RouteDeps, schema: z.ZodType<Body>, handle: (who: Staff<Body>) => Promise<Answer>) =>
  door(
    schema,
    async (request, reply) => {
      const found = await holding(deps, request, reply);
      if (found instanceof Refused) return found;
      const meeting = await meetingInPath(deps, request, found.who.community.id);
      if (!meeting || !found.who.account.staffOf.includes(meeting.body)) return notFound();
      const place = { community: meeting.community, meeting: meeting.id };
      return { who: { ...found.who, meeting, place } };
    },
    handle,
  );

/**
 * For what arranges and calls: not with a password that is overdue. A meeting under way is never stopped by it
 * (南门街道《信息化管理制度》第2条).
 */
export const withCurrentPassword =
  <Who extends { account: SignedIn }>({ clock }: RouteDeps, handle: (who: Who) => Promise<Answer>) =>
  async (who: Who): Promise<Answer> =>
    clock.now() > passwordDue(who.account.passwordChangedAt).dueAt ? refused('password-overdue') : handle(who);

/** The meeting that the path names, if the community has it. */
export async function meetingInPath(
  deps: RouteDeps,
  request: FastifyRequest,
  community: string,
): Promise<MeetingRow | null> {
  const named = id.safeParse((request.params as { meeting?: string }).meeting);
  return named.success ? meetingRow(deps.db, community, named.data) : null;
}

export function door<Body, Who>(
  schema: z.ZodType<Body>,
  find: (request: FastifyRequest, reply: FastifyReply) => Promise<Found<Omit<Who, 'body'>>>,
  handle: (who: Who) => Promise<Answer>,
): Handler {
  return async (request, reply) => {
    const found = await find(request, reply);
    if (found instanceof Refused) return answer(reply, found);
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) return answer(reply, refused('malformed', { fields: fieldsOf(parsed.error) }));
    return answer(reply, await handle({ ...found.who, body: parsed.data } as Who));
  };
}

/** What is wrong, by the path of each field; the first finding of each counts. */
function fieldsOf({ issues }: z.ZodError): Record<string, string> {
  const found = issues.map(({ path, code, message }) => {
    const own = /^[a-z]+(-[a-z]+)+$|^empty$/.test(message);
    return [path.join('.').slice(0, 100), own ? message : code] as const;
  });
  return Object.fromEntries(found.slice(0, 20).reverse());
}

/** Sends the answer. Nothing an API says is kept by a browser or proxy. `status`: of a refusal, where not its code's own. */
export function answer(reply: FastifyReply, given: Answer, status?: number): FastifyReply {
  void reply.header('cache-control', 'no-store');
  if (!(given instanceof Refused)) return reply.send(given);
  const { body } = given;
  if (body.code === 'too-fast' && body.params) void reply.header('retry-after', String(body.params['seconds']));
  return reply.code(status ?? statusOf(body.code)).send(body);
}

export async function arriving(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ who: Omit<Caller<never>, 'body'> }> {
  const session = await sessionOf(deps, request.headers.cookie);
  if (session) await noteComing(deps, session);
  const keep = (token: string | null) => {
    if (token !== null) void reply.header('set-cookie', cookieFor(token, isTls(deps, request)));
  };
  const query = (name: string) => {
    const value = (request.query as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  };
  return { who: { from: addressKey(request.ip), query, keep, session } };
}

export async function visiting(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Found<Omit<Visitor<never>, 'body'>>> {
  const community = await communityByCode(deps.db, (request.params as { community: string }).community);
  if (!community) return notFound();
  const { who } = await arriving(deps, request, reply);
  return { who: { ...who, community } };
}

/** Whoever is signed in to the community in the path. */
export async function holding(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Found<Omit<Holder<never>, 'body'>>> {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { session, community } = found.who;
  const account = await signedIn(deps, session, community.id);
  return session && account ? { who: { ...found.who, session, account } } : notFound();
}

/** Does the browser see this server behind TLS? A proxy that ends it may not say so, but the browser's Origin does. */
function isTls({ publicOrigin }: RouteDeps, { protocol, headers }: FastifyRequest): boolean {
  if (protocol === 'https' || headers.origin?.startsWith('https:')) return true;
  return publicOrigin?.startsWith('https:') === true && URL.parse(publicOrigin)?.host === headers.host;
}
