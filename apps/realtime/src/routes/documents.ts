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
import type { Paper } from '@yishiting/domain/papers/paper';
import { signInPaper } from '@yishiting/domain/papers/sign-in-paper';
import { summaryPaper } from '@yishiting/domain/papers/summary-paper';
import type { RecordSeal } from '@yishiting/domain/record-seal';
import { view, type Reader, type View } from '@yishiting/domain/view';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { fileHeader } from '../documents/file-name.ts';
import type { Template } from '../documents/press.ts';
import { originFor } from './addressing.ts';
import type { RouteDeps } from './deps.ts';
import { findSeated, type Seated } from './desk.ts';
import { answer } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

interface Made {
  now: number;
  /** The newest seal of the record, and the page where all are listed. */
  seal: { seal: RecordSeal; page: string } | null;
}

const papers: Readonly<Record<Template, (view: View, made: Made) => Paper | null>> = {
  minutes: (seen, made) => (mayHave(seen) ? minutesPaper(seen, made) : null),
  summary: (seen, made) => (mayHave(seen) ? summaryPaper(seen, made) : null),
  'sign-in-sheet': signInPaper,
  'name-cards': nameCardsPaper,
};

/** A draft on paper is for those who lead alone, also while the others may read along on their screens. */
const mayHave = ({ minutes, desk }: View): boolean => desk !== undefined || minutes?.status !== 'drafting';

const isTemplate = (name: string): name is Template => Object.hasOwn(papers, name);

export function documentRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/c/:community/api/meetings/:meeting/documents/:name', async (request, reply) => {
    const found = await findSeated(deps, request, reply);
    if (found instanceof Refused) return answer(reply, found);
    const { name } = request.params as { name: string };
    const template = name.endsWith('.pdf') ? name.slice(0, -4) : '';
    if (!isTemplate(template)) return answer(reply, notFound());
    const paper = await paperFor(deps, found.who, template);
    if (paper instanceof Refused) return answer(reply, paper);
    const made = await deps.press.makePdf(template, paper);
    if ('refused' in made) {
      return answer(reply, refused(made.refused, made.params ? { params: made.params } : {}));
    }
    return sendPdf(reply, made.pdf, `${paper.title}-${found.who.matter}`);
  });
}

type Asking = Omit<Seated<never>, 'body'> & { matter: string };

async function paperFor(deps: RouteDeps, who: Asking, template: Template): Promise<Paper | Refused> {
  const { place, community, attendance } = who;
  const [meeting, minutes, seals] = await Promise.all([
    deps.rooms.meeting(place),
    deps.rooms.minutes(place),
    sealsOf(deps.db, community.id, place.meeting),
  ]);
  if (!meeting) return refused('try-again');
  const live = { connected: new Set<string>(), offlineSince: new Map<string, number>(), joinCode: null, minutes };
  const seen = view({ meeting, live }, readerOf(who, attendance));
  const seal = await sealOn(deps, community, meeting, seals);
  return papers[template](seen, { now: deps.clock.now(), seal }) ?? notFound();
}

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

/** Handed over as a file, never shown as a page of ours, and kept by nobody on the way. */
function sendPdf(reply: FastifyReply, pdf: Buffer, name: string): FastifyReply {
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', fileHeader(name, 'pdf'))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(pdf);
}
