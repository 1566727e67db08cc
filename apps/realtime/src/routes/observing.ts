/** Registering as an observer, by everybody who reads the notice on its public page. */
import { meeting as meetingRow, type MeetingRow } from '@yishiting/db/meetings';
import {
  byCode,
  cancelRegistration,
  placesTaken,
  registerObserver,
  type Registered as Taken,
} from '@yishiting/db/observers';
import { observeRequest, observerCodeRequest, type Observing, type Registered } from '@yishiting/domain/api-observers';
import { id } from '@yishiting/domain/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { sessionFor } from '../identity/sessions.ts';
import { tokenHash } from '../identity/tokens.ts';
import type { RouteDeps } from './deps.ts';
import { door, noBody, visiting, type Visitor } from './door.ts';
import { notFound, refused, Refused, tooFast } from './refusal.ts';

interface Reader<Body> extends Visitor<Body> {
  row: MeetingRow;
}
type Code = z.output<typeof observerCodeRequest>;

/** A script that was sent away may come again after so many ms. */
const whenTooFast = 60_000;

export function observingRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db } = deps;
  const path = '/c/:community/api/public/:meeting/observing';
  const reader = <Body>(schema: z.ZodType<Body>, handle: (who: Reader<Body>) => Promise<object | Refused>) =>
    door<Body, Reader<Body>>(schema, (request, reply) => reading(deps, request, reply), handle);
  app.get(
    path,
    reader(noBody, async ({ row }): Promise<Observing> => {
      const places = row.notice.observers;
      const left = Math.max(0, (places ?? 0) - (await placesTaken(db, row.id)));
      return { places, left, open: row.status === 'called' };
    }),
  );
  app.post(
    path,
    reader(observeRequest, (who) => register(deps, who)),
  );
  app.post(
    `${path}/find`,
    reader(observerCodeRequest, ({ row, body }) => find(deps, row.id, body)),
  );
  app.post(
    `${path}/cancel`,
    reader(observerCodeRequest, async ({ row, body }) => {
      await cancelRegistration(db, row.id, tokenHash(body.code));
      return find(deps, row.id, body);
    }),
  );
}

/** A meeting that hangs on a public board; any other is not found. */
async function reading(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const named = id.safeParse((request.params as { meeting?: string }).meeting);
  const row = named.success ? await meetingRow(deps.db, found.who.community.id, named.data) : null;
  return row?.openToPublic && row.head > 0 ? { who: { ...found.who, row } } : notFound();
}

/** The browser gets a session, by which a phone is told from the next one behind the same address. */
async function register(deps: RouteDeps, who: Reader<z.output<typeof observeRequest>>): Promise<Registered | Refused> {
  const { row, body, session, keep } = who;
  const { db, clock, newId } = deps;
  const { name, contact } = body;
  const registered = await db
    .transaction()
    .execute(async (tx) => {
      const { browser, token } = await sessionFor(tx, deps, session);
      const asked = { id: newId(), community: row.community, meeting: row.id, name, contact, at: clock.now() };
      const taken = await registerObserver(tx, { ...asked, codeHash: tokenHash(body.code), browser: browser.id });
      const refusal = refusalFor(taken);
      if (refusal) throw new SentAway(refusal);
      return token;
    })
    .catch((error: unknown) => {
      if (error instanceof SentAway) return error.refusal;
      throw error;
    });
  if (registered instanceof Refused) return registered;
  keep(registered);
  return find(deps, row.id, body);
}

/** Thrown, so that no session is kept for whoever got nothing: everybody may ask, and as often as they like. */
class SentAway extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super('nobody was registered');
    this.refusal = refusal;
  }
}

/** Null for a registration that stands. */
export function refusalFor(taken: Taken): Refused | null {
  switch (taken.outcome) {
    case 'registered':
      return null;
    case 'full':
      return refused('observers-full');
    case 'closed':
      return refused('observers-closed');
    case 'by-one':
      return refused('observers-by-one', { params: { most: taken.most } });
    case 'too-fast':
      return tooFast(whenTooFast);
  }
}

/** What whoever has the code is told of their registration. */
export async function find({ db }: RouteDeps, meeting: string, { code }: Code): Promise<Registered | Refused> {
  const found = await byCode(db, meeting, tokenHash(code));
  if (!found) return notFound();
  const { number, state, name, reason } = found;
  return { number, state, name, reason };
}
