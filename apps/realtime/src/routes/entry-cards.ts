/**
 * Entry cards as PDF. Links are kept hashed and told once, so the page that made them sends their tokens back: a paper that
 * fails can be asked for again without voiding a card, and what is printed is what stands on the page. Only the tokens are
 * taken from it: each must open a link of its seat, and all that a card says comes from the meeting.
 */
import { linkedSeats } from '@yishiting/db/links';
import { meeting as meetingRow } from '@yishiting/db/meetings';
import { entryCardsRequest, type EntryCardsRequest } from '@yishiting/domain/api-entry-cards';
import { entryCardsPaper, type EntryCardsPaper } from '@yishiting/domain/papers/entry-cards-paper';
import { view } from '@yishiting/domain/view';
import type { FastifyInstance } from 'fastify';
import { qrsOf } from '../documents/qr.ts';
import { tokenHash } from '../identity/tokens.ts';
import { originFor } from './addressing.ts';
import type { RouteDeps } from './deps.ts';
import { desk, type Seated } from './desk.ts';
import { nobodyHere } from './documents.ts';
import { notFound, refused, Refused } from './refusal.ts';
import { paperFile } from './sending-papers.ts';

/** Five thousand tokens with their seats. */
const bodyLimit = 1024 * 1024;

export function entryCardRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post('/c/:community/api/meetings/:meeting/entry-cards', { bodyLimit }, (request, reply) =>
    desk(deps, entryCardsRequest, async (who) => {
      const paper = await cardsFor(deps, who);
      if (paper instanceof Refused) return paper;
      return paperFile(deps, reply, { template: 'entry-cards', paper, name: `${paper.title}-${who.matter}` });
    })(request, reply),
  );
}

async function cardsFor(
  deps: RouteDeps,
  { community, place, body }: Seated<EntryCardsRequest>,
): Promise<EntryCardsPaper | Refused> {
  // Two links of one seat are one card: the last.
  const cards = [...new Map(body.cards.map((card) => [card.seat, card])).values()];
  const hashed = cards.map(({ seat, token }) => ({ seat, token, hash: tokenHash(token) }));
  const [meeting, row, linked, origin] = await Promise.all([
    deps.rooms.meeting(place),
    meetingRow(deps.db, place.community, place.meeting),
    linkedSeats(deps.db, { ...place, tokenHashes: hashed.map(({ hash }) => hash) }),
    originFor(deps, community),
  ]);
  if (!meeting) return refused('try-again');
  if (!hashed.every(({ seat, hash }) => linked.get(hash) === seat)) return refused('link-void');
  const codes = await qrsOf(hashed.map(({ token }) => `${origin}/c/${community.code}/enter#${token}`));
  const links = hashed.flatMap(({ seat }, n) => {
    const qr = codes[n];
    return qr ? [{ seat, qr }] : [];
  });
  // Whoever may make links may print them: as the desk sees the meeting.
  const seen = view({ meeting, live: nobodyHere }, { capacities: ['recorder'], staff: false });
  const reach = { origin, joinCode: row?.joinCode ?? null };
  return entryCardsPaper(seen, links, { now: deps.clock.now(), reach }) ?? notFound();
}
