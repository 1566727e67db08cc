import type { Account } from '@yishiting/db/accounts';
import { accountOfPerson } from '@yishiting/db/sign-ins';
import { takeChairRequest } from '@yishiting/domain/api';
import type { Actor } from '@yishiting/domain/decision';
import { id } from '@yishiting/domain/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { checkPassword } from '../identity/checking.ts';
import { whoIs } from '../identity/who-is.ts';
import type { Place } from '../room/outcomes.ts';
import { refusalOf } from './account.ts';
import type { RouteDeps } from './deps.ts';
import { door, meetingInPath, visiting, type Visitor } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

interface Taker<Body> extends Visitor<Body> {
  place: Place;
  actor: Actor;
  account: Account;
}

/** When the chair's machine dies, recorder or staff take the chair, with their own password. */
export function chairRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post(
    '/c/:community/api/meetings/:meeting/take-chair',
    door<Body, Taker<Body>>(
      takeChairRequest,
      (request, reply) => taking(deps, request, reply),
      async ({ community, place, actor, account, body }) => {
        const checked = await checkPassword(deps, community.id, account, body.password);
        if (checked.is !== 'right') return refusalOf(checked);
        const circumstances = { actor, newId: deps.newId, passwordGiven: true };
        const command = { type: 'take-chair' } as const;
        const given = { commandId: body.commandId, command, receivedAt: deps.clock.now(), circumstances };
        const answer = await deps.rooms.submit(place, given);
        if (answer.answer !== 'refused') return { answer: answer.answer, seat: actor.seat };
        return refused(answer.code, answer.params && { params: answer.params });
      },
    ),
  );
}
type Body = z.output<typeof takeChairRequest>;

/** The staff member signed in, or whoever holds the seat named and has an account of their own to give the password of. */
async function taking(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const row = await meetingInPath(deps, request, community.id);
  if (!row || !session) return notFound();
  const place = { community: community.id, meeting: row.id };
  const { data: seat } = id.safeParse((request.body as { seat?: unknown } | null | undefined)?.seat);
  const known = await whoIs(deps, session, place, seat === undefined ? { kind: 'account' } : { kind: 'seat', seat });
  if (!known?.actor) return notFound();
  if (row.head === 0) return refused('wrong-phase', { params: { phase: 'draft' } });
  const account = await accountOfPerson(deps.db, community.id, known.actor.person);
  return account ? { who: { ...found.who, place, actor: known.actor, account } } : refused('not-entitled');
}
