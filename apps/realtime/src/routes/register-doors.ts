/** The doors to the register: staff of any body keep it, administrators of the community beside them and beyond. */
import { registered } from '@yishiting/db/people';
import { id } from '@yishiting/domain/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { SignedIn } from '../identity/sessions.ts';
import type { RouteDeps } from './deps.ts';
import { door, holding, type Holder } from './door.ts';
import { notFound, Refused } from './refusal.ts';

/** Who may pass: judged by the posts held now. */
export type May = (account: SignedIn) => boolean;
export const mayRegister: May = ({ posts }) => posts.some(({ post }) => post === 'staff' || post === 'administrator');
export const mayAdminister: May = ({ posts }) => posts.some(({ post }) => post === 'administrator');

export interface Clerk<Body> extends Holder<Body> {
  /** The person named in the path. */
  person: { id: string; name: string; leftAt: number | null };
}
type Handle<Who> = (who: Who) => Promise<object | Refused>;

/** Whoever may, in the community of the path. */
export const office = <Body>(deps: RouteDeps, may: May, schema: z.ZodType<Body>, handle: Handle<Holder<Body>>) =>
  door<Body, Holder<Body>>(schema, (request, reply) => inOffice(deps, may, request, reply), handle);

/** … before a person of the community's register, also one who left it. */
export const clerk = <Body>(deps: RouteDeps, may: May, schema: z.ZodType<Body>, handle: Handle<Clerk<Body>>) =>
  door<Body, Clerk<Body>>(
    schema,
    async (request, reply) => {
      const found = await inOffice(deps, may, request, reply);
      if (found instanceof Refused) return found;
      const named = idInPath(request, 'person');
      const person = named && (await registered(deps.db, found.who.community.id, named));
      return person ? { who: { ...found.who, person } } : notFound();
    },
    handle,
  );

/** The id that the path names, or null for what is none. */
export function idInPath(request: FastifyRequest, name: string): string | null {
  return id.safeParse((request.params as Record<string, unknown>)[name]).data ?? null;
}

export async function inOffice(deps: RouteDeps, may: May, request: FastifyRequest, reply: FastifyReply) {
  const found = await holding(deps, request, reply);
  return found instanceof Refused || may(found.who.account) ? found : notFound();
}
