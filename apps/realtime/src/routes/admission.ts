import { holdLink } from '@yishiting/db/links';
import { meeting as meetingRow } from '@yishiting/db/meetings';
import {
  admitRequest,
  askedRequest,
  askRequest,
  declineRequest,
  type AskAnswer,
  type AskedAnswer,
  type SeatAnswer,
} from '@yishiting/domain/api';
import { isOver } from '@yishiting/domain/over';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { makePersonalLinks } from '../identity/entering.ts';
import { tokenHash } from '../identity/tokens.ts';
import { seated, type Seated } from './desk.ts';
import type { RouteDeps } from './deps.ts';
import { visitor, type Visitor } from './door.ts';
import { byCode } from './enter.ts';
import { notFound, refused, Refused, tooFast } from './refusal.ts';
import { wrongToken } from './set-up.ts';

type Ask = z.output<typeof askRequest>;
type Asked = z.output<typeof askedRequest>;

/** A full list is looked through again after so many ms. */
const whenFull = 30_000;

/** Being let in by those who lead or keep the record, or by one's own first device. */
export function admissionRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const at = (path: string) => `/c/:community/api/${path}`;
  app.post(
    at('ask'),
    visitor(deps, askRequest, (who) => ask(deps, who)),
  );
  app.post(
    at('asked'),
    visitor(deps, askedRequest, (who) => asked(deps, who)),
  );
  app.post(
    at('meetings/:meeting/admit'),
    seated(deps, admitRequest, (who) => admit(deps, who)),
  );
  app.post(
    at('meetings/:meeting/decline'),
    seated(deps, declineRequest, async (who): Promise<{ declined: number } | Refused> => {
      const requests = await deps.rooms.requests(who.place);
      if (!requests) return refused('try-again');
      const mayDecide = mineToDecide(who, requests.waiting);
      if (!who.atDesk && !who.body.requests.some(mayDecide)) return notFound();
      return {
        declined: who.body.requests.filter((request) => mayDecide(request) && requests.decline(request)).length,
      };
    }),
  );
}

/** By the code of this community's meeting, or by a link that is not void: neither says whether there is another. */
async function ask(deps: RouteDeps, who: Visitor<Ask>): Promise<AskAnswer | Refused> {
  const { community, body, session } = who;
  const found = body.by === 'code' ? await fromCode(deps, who, body) : await fromLink(deps, who, body.token);
  if (found instanceof Refused) return found;
  const { meeting, name, seat } = found;
  const requests = await deps.rooms.requests({ community: community.id, meeting });
  if (!requests) return refused('try-again');
  const ticket = requests.ask({
    ...{ request: deps.newId(), name, seat, at: deps.clock.now() },
    session: session?.id ?? null,
    ticket: body.ticket ?? null,
  });
  return ticket === null ? tooFast(whenFull) : { meeting, ticket };
}

interface Knocks {
  meeting: string;
  name: string;
  seat: string | null;
}

async function fromCode(
  deps: RouteDeps,
  { community, from }: Visitor<Ask>,
  { code, name }: Ask & { by: 'code' },
): Promise<Knocks | Refused> {
  const found = await byCode(deps, from, code);
  if (found instanceof Refused) return found;
  return found.communityCode === community.code ? { meeting: found.meeting, name, seat: null } : refused('wrong-code');
}

async function fromLink(deps: RouteDeps, who: Visitor<Ask>, token: string): Promise<Knocks | Refused> {
  const community = who.community.id;
  const link = await holdLink(deps.db, community, tokenHash(token));
  if (!link || link.revokedAt !== null) return wrongToken(deps, who);
  const { meeting, seat } = link;
  const now = await deps.rooms.meeting({ community, meeting });
  const person = now?.attendance.people[seat];
  if (!now || !person) return refused('try-again');
  return isOver(now.session.status) ? over(now.session.status) : { meeting, name: person.name, seat };
}

async function asked(deps: RouteDeps, { community, body }: Visitor<Asked>): Promise<AskedAnswer | Refused> {
  const row = await meetingRow(deps.db, community.id, body.meeting);
  const requests = row && (await deps.rooms.requestsOpen({ community: row.community, meeting: row.id }));
  const answered = requests?.asked(body.ticket, deps.clock.now());
  if (!answered) return notFound();
  return answered.state === 'waiting' && row?.joinCode === null ? over(row.status) : answered;
}

/**
 * A new link for the seat, told to the browser that asked alone: what was asked for enters by it as by any other, and is
 * revoked like any other. The card of that person, where nobody used it yet, is void from now on.
 */
async function admit(deps: RouteDeps, who: Seated<z.output<typeof admitRequest>>): Promise<SeatAnswer | Refused> {
  const { place, attendance, atDesk, body } = who;
  const requests = await deps.rooms.requests(place);
  const meeting = await deps.rooms.meeting(place);
  if (!requests || !meeting) return refused('try-again');
  if (!atDesk && !mineToDecide(who, requests.waiting)(body.request)) return notFound();
  if (isOver(meeting.session.status)) return over(meeting.session.status);
  const named = requests.waiting.find(({ request }) => request === body.request);
  if (!named) return refused('no-such-request');
  const seat = named.seat ?? body.seat;
  if (seat === undefined || (body.seat !== undefined && body.seat !== seat)) return refused('no-such-seat');
  if (!Object.hasOwn(attendance.people, seat)) return refused('no-such-seat');
  if (!requests.take(body.request)) return refused('no-such-request');
  const token = await makePersonalLinks(deps, place, [seat]).then(
    (made) => made.get(seat)!,
    (error: unknown) => {
      requests.putBack(body.request);
      throw error;
    },
  );
  requests.admit(body.request, token);
  deps.log.info({ code: 'admitted', meeting: place.meeting, seat }, 'A device was admitted to a seat.');
  return { meeting: place.meeting, seat };
}

/** Those at the desk decide on all; whoever is seated on further devices of their own seat. */
const mineToDecide =
  ({ atDesk, own }: Seated<unknown>, waiting: readonly { request: string; seat: string | null }[]) =>
  (request: string): boolean =>
    atDesk || waiting.some((one) => one.request === request && one.seat !== null && own.includes(one.seat));

const over = (phase: string): Refused => refused('wrong-phase', { params: { phase } });
