/**
 * Papers of a called meeting as PDF. Each is made of the view of whoever asks, so that it holds nothing they are not shown;
 * what they may not have at all, a draft above all, is not there for them.
 */
import type { Community } from '@yishiting/db/communities';
import { sealsOf } from '@yishiting/db/record-seals';
import type { Attendance } from '@yishiting/domain/attendance';
import { inCanonicalOrder } from '@yishiting/domain/capacities';
import type { Meeting } from '@yishiting/domain/meeting';
import { minutesPaper } from '@yishiting/domain/papers/minutes-paper';
import { nameCardsPaper } from '@yishiting/domain/papers/name-cards-paper';
import { noticePaper } from '@yishiting/domain/papers/notice-paper';
import type { Paper } from '@yishiting/domain/papers/paper';
import { isPrintable } from '@yishiting/domain/papers/printable';
import { signInPaper } from '@yishiting/domain/papers/sign-in-paper';
import { summaryPaper } from '@yishiting/domain/papers/summary-paper';
import type { RecordSeal } from '@yishiting/domain/record-seal';
import { view, type Reader, type View } from '@yishiting/domain/view';
import type { FastifyInstance } from 'fastify';
import type { Template } from '../documents/press.ts';
import { originFor } from './addressing.ts';
import type { RouteDeps } from './deps.ts';
import { findSeated, type Seated } from './desk.ts';
import { answer } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';
import { paperFile } from './sending-papers.ts';

interface Made {
  now: number;
  /** The newest seal of the record, and the page where all are listed. */
  seal: { seal: RecordSeal; page: string } | null;
}

/** A paper by the name in its address; null where it is not for this reader. */
interface Kind {
  template: Template;
  make: (view: View, made: Made) => Paper | null;
}

const papers = {
  minutes: { template: 'minutes', make: (seen, made) => (isPrintable(seen) ? minutesPaper(seen, made) : null) },
  summary: { template: 'summary', make: (seen, made) => (isPrintable(seen) ? summaryPaper(seen, made) : null) },
  'sign-in-sheet': { template: 'sign-in-sheet', make: signInPaper },
  'name-cards': { template: 'name-cards', make: nameCardsPaper },
  'notice-a4': { template: 'notice', make: (seen) => noticePaper(seen, 'a4') },
  'notice-a3': { template: 'notice', make: (seen) => noticePaper(seen, 'a3') },
} as const satisfies Record<string, Kind>;

const isPaper = (name: string): name is keyof typeof papers => Object.hasOwn(papers, name);

export function documentRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/c/:community/api/meetings/:meeting/documents/:name', async (request, reply) => {
    const found = await findSeated(deps, request, reply);
    if (found instanceof Refused) return answer(reply, found);
    const { name } = request.params as { name: string };
    const named = name.endsWith('.pdf') ? name.slice(0, -4) : '';
    if (!isPaper(named)) return answer(reply, notFound());
    const kind: Kind = papers[named];
    const paper = await paperFor(deps, found.who, kind);
    if (paper instanceof Refused) return answer(reply, paper);
    const file = { template: kind.template, paper, name: nameOf(named, paper, found.who.matter) };
    return answer(reply, await paperFile(deps, reply, file));
  });
}

/** The title of a notice names the matter already. */
const nameOf = (named: string, { title }: Paper, matter: string): string =>
  named.startsWith('notice-') ? `${title} ${named.slice(-2).toUpperCase()}` : `${title}-${matter}`;

type Asking = Omit<Seated<never>, 'body'> & { matter: string };

async function paperFor(deps: RouteDeps, who: Asking, { make }: Kind): Promise<Paper | Refused> {
  const { place, community, attendance } = who;
  const [meeting, minutes, seals] = await Promise.all([
    deps.rooms.meeting(place),
    deps.rooms.minutes(place),
    sealsOf(deps.db, community.id, place.meeting),
  ]);
  if (!meeting) return refused('try-again');
  const seen = view({ meeting, live: { ...nobodyHere, minutes } }, readerOf(who, attendance));
  const seal = await sealOn(deps, community, meeting, seals);
  return make(seen, { now: deps.clock.now(), seal }) ?? notFound();
}

/** Papers tell nothing of who is connected. */
export const nobodyHere = { connected: new Set<string>(), offlineSince: new Map<string, number>(), joinCode: null };

/** A seat named in the address is one of theirs; without one all their seats count together. */
function readerOf({ staff, own, query }: Asking, { people }: Attendance): Reader {
  const named = query('seat');
  const seats = own.includes(named) ? [named] : own;
  const capacities = inCanonicalOrder([...new Set(seats.flatMap((seat) => people[seat]?.capacities ?? []))]);
  return { capacities, staff: staff && !own.includes(named) };
}

/** Only what is over is sealed: a paper of a meeting under way would bear the seal of an earlier sitting. */
async function sealOn(
  deps: RouteDeps,
  community: Community,
  { session }: Meeting,
  seals: readonly RecordSeal[],
): Promise<Made['seal']> {
  const newest = [...seals].sort((a, b) => a.version - b.version).at(-1);
  if (!newest || session.status !== 'closed') return null;
  return { seal: newest, page: `${await originFor(deps, community)}/c/${community.code}/records` };
}
