/** Handing out a file: to those who see it, under headers that let no browser take it for a page. */
import { open } from 'node:fs/promises';
import { fileById, type FileRow } from '@yishiting/db/files';
import { screensInUse } from '@yishiting/db/screens';
import { fileOf } from '@yishiting/db/uploads/keeping';
import { filesSeen, mayStandOnWall } from '@yishiting/domain/files';
import { isClosed, isClosedTo } from '@yishiting/domain/mediation';
import type { Meeting } from '@yishiting/domain/meeting';
import { showsOf } from '@yishiting/domain/screens';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../documents/file-name.ts';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { heldIn, isAtDesk } from './desk.ts';
import { meetingInPath, visiting } from './door.ts';
import { idInPath } from './register-doors.ts';
import { notFound, Refused } from './refusal.ts';

/** The row of the file in the path, for a browser that may read it; everything else is not found. */
export async function readable(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FileRow | Refused> {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const [row, file] = [await meetingInPath(deps, request, community.id), idInPath(request, 'file')];
  if (!row || !session || file === null) return notFound();
  const { staff, own } = await heldIn(deps, session, row);
  const place = { community: community.id, meeting: row.id };
  const asked = { place, session: session.id, file };
  if (row.head > 0) {
    const meeting = await deps.rooms.meeting(place);
    if (!meeting) return notFound();
    const leads = isAtDesk({ staff, own }, meeting.attendance);
    const capacities = own.flatMap((seat) => meeting.attendance.people[seat]?.capacities ?? []);
    const outside = (!staff && own.length === 0) || isClosedTo(meeting, { capacities, staff });
    const seen = outside ? [] : filesSeen(meeting, leads ? 'leads' : 'seated');
    if (!seen.some((one) => one.file === file) && !(await standsHere(deps, asked, meeting))) return notFound();
  } else if (!staff) return notFound();
  return (await fileById(deps.db, { ...place, file })) ?? notFound();
}

/** Whether this browser is a screen that shows the file now; a dark one shows none, and what is prepared is nobody's yet. */
async function standsHere(
  { db, clock }: RouteDeps,
  { place, session, file }: { place: Place; session: string; file: string },
  meeting: Meeting,
): Promise<boolean> {
  // [A11] On the wall of a closed mediation nothing stands.
  if (isClosed(meeting)) return false;
  const { files } = meeting;
  const known = Object.hasOwn(files.byId, file) ? files.byId[file] : undefined;
  if (!known || !mayStandOnWall(known)) return false;
  const screens = await screensInUse(db, { ...place, now: clock.now() });
  return screens.some((one) => {
    const { content } = showsOf(one, files.byId);
    return one.session === session && content.kind === 'document' && content.file === file;
  });
}

/** Sends the bytes, always as something to be saved; a picture may still be drawn by a page of ours. */
export async function handOut({ dataDir }: RouteDeps, reply: FastifyReply, row: FileRow): Promise<FastifyReply> {
  const { kept, id, media, bytes } = row;
  const handle = kept && (await open(fileOf(dataDir, id)).catch(whenGone));
  if (!kept || !handle) return reply.code(404).send(notFound().body);
  return reply
    .headers({
      'content-type': media,
      'content-length': bytes,
      'content-disposition': disposition(kept.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      // May be withdrawn or erased at any time: a browser asks again, and no proxy keeps it.
      'cache-control': 'private, no-cache',
    })
    .send(handle.createReadStream());
}

function whenGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** The name was cleaned when the file came in. */
const disposition = (name: string): string => attachment(name, name.replace(/[^ -~]|["\\]/g, '_'));
