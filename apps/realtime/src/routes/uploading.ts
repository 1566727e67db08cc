/** An upload's way from the door to the record: who sends, then the bytes, then the row, then the event that names it. */
import type { IncomingMessage } from 'node:http';
import { addFile, removeFile, type FileRow } from '@yishiting/db/files';
import type { MeetingRow } from '@yishiting/db/meetings';
import { abandon, settle, takeIn, type NotTaken } from '@yishiting/db/uploads/keeping';
import { cleanName, titleOf } from '@yishiting/db/uploads/names';
import type { FileCommand, FileKind } from '@yishiting/domain/acts/files';
import { uploadQuery } from '@yishiting/domain/api-files';
import type { Actor } from '@yishiting/domain/decision';
import { filedBy, uploadLimits } from '@yishiting/domain/files';
import { actingAs, hasItsPlace } from '@yishiting/domain/permissions';
import { id } from '@yishiting/domain/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { passwordDue } from '../identity/passwords.ts';
import { signedIn } from '../identity/sessions.ts';
import { whoIs } from '../identity/who-is.ts';
import type { Place } from '../room/outcomes.ts';
import type { RouteDeps } from './deps.ts';
import { meetingInPath, visiting } from './door.ts';
import { notFound, refused, Refused, tooFast } from './refusal.ts';

/** Milliseconds without a byte after which a sender is given up. */
const patience = 20_000;
/** Uploads at once: of one seat, and of everybody. */
const atOnce = { seat: 3, all: 24 } as const;

/** Counts the uploads under way: each holds a connection, a file and some memory. */
export class UnderWay {
  #bySeat = new Map<string, number>();
  #all = 0;

  async with<T>(seat: string, work: () => Promise<T>): Promise<T | Refused> {
    const own = this.#bySeat.get(seat) ?? 0;
    if (own >= atOnce.seat || this.#all >= atOnce.all) return tooFast(5_000);
    this.#bySeat.set(seat, own + 1);
    this.#all += 1;
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#bySeat.get(seat) ?? 1) - 1;
      if (left === 0) this.#bySeat.delete(seat);
      else this.#bySeat.set(seat, left);
    }
  }
}

interface Sender {
  row: MeetingRow;
  place: Place;
  actor: Actor;
}
export interface Uploader extends Sender {
  query: z.output<typeof uploadQuery>;
  source: IncomingMessage;
}

/** Who sends, before a byte of it is read: staff of the body, or the seat named once the meeting was called. */
export async function uploading(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Sender | Refused> {
  const found = await visiting(deps, request, reply);
  if (found instanceof Refused) return found;
  const { community, session } = found.who;
  const row = await meetingInPath(deps, request, community.id);
  if (!row || !session) return notFound();
  const place = { community: community.id, meeting: row.id };
  const { data: seat } = id.safeParse((request.query as { seat?: unknown }).seat);
  const known = await whoIs(deps, session, place, seat === undefined ? { kind: 'account' } : { kind: 'seat', seat });
  if (!known?.actor) return notFound();
  if (!(await leads(deps, row, place, known.actor))) return notFound();
  // Arranging waits for a current password; a meeting under way does not.
  const account = row.head === 0 ? await signedIn(deps, session, community.id) : null;
  if (account && deps.clock.now() > passwordDue(account.passwordChangedAt).dueAt) return refused('password-overdue');
  return { row, place, actor: known.actor };
}

async function leads(deps: RouteDeps, row: MeetingRow, place: Place, actor: Actor): Promise<boolean> {
  if (actor.staff) return true;
  const meeting = row.head > 0 ? await deps.rooms.meeting(place) : null;
  const held = meeting?.attendance.people[actor.seat]?.capacities ?? [];
  return actingAs('take-photo', held, { staff: false }) !== undefined;
}

/** Kinds that there are only once the meeting was called, and that are pictures or, save for photos, PDFs. */
const afterCalling: ReadonlySet<FileKind> = new Set(['photo', 'duty-proof', 'signed-paper'] satisfies FileKind[]);

/** What stands against it before its bytes are worth reading. */
async function refusedBefore(deps: RouteDeps, { row, place, query, source }: Uploader): Promise<Refused | null> {
  if (Number(source.headers['content-length'] ?? 0) > uploadLimits.fileBytes) return notTaken('file-too-large');
  if (row.head === 0) {
    if (afterCalling.has(query.kind)) return refused('wrong-phase', { params: { phase: 'draft' } });
    // An item of a draft has no lasting id.
    return query.item === undefined ? null : refused('no-such-item');
  }
  const meeting = await deps.rooms.meeting(place);
  if (!meeting) return refused('try-again');
  const { status } = meeting.session;
  return hasItsPlace(filedBy(query.kind), status) ? null : refused('wrong-phase', { params: { phase: status } });
}

/** Takes the bytes in, adds their row, and once the meeting was called has its record name them. */
export async function takeUpload(deps: RouteDeps, uploader: Uploader): Promise<FileRow | Refused> {
  const early = await refusedBefore(deps, uploader);
  if (early) return early;
  const { dataDir, db, clock, newId } = deps;
  const { place, actor, query, source } = uploader;
  const file = newId();
  const taken = await takeIn({ dataDir, id: file, source, limit: uploadLimits.fileBytes, patience });
  if (typeof taken === 'string') return notTaken(taken);
  const name = cleanName(query.name, taken.media);
  // The title is the file's own name where nobody gave another; both are cleaned alike.
  const filed = { kind: query.kind, item: query.item ?? null, name, title: query.title ?? titleOf(name) };
  const given = { id: file, ...place, ...filed, ...taken, uploadedBy: actor.person, uploadedAt: clock.now() };
  const shown = taken.media.startsWith('image/') || (query.kind !== 'photo' && taken.media === 'application/pdf');
  if (afterCalling.has(query.kind) && !shown) {
    await abandon(dataDir, [file]);
    return notTaken('file-type');
  }
  const added = await addFile(db, given).catch(async (error: unknown) => {
    await abandon(dataDir, [file]);
    throw error;
  });
  if (added === null || added === 'full') {
    await abandon(dataDir, [file]);
    return added === null ? notFound() : refused('files-full');
  }
  await settle(dataDir, file);
  return added.called ? putOnRecord(deps, uploader, added.row) : added.row;
}

function putting({ kind, duty }: Uploader['query'], file: string): FileCommand {
  const type = filedBy(kind);
  return type === 'add-proof' ? { type, file, duty: duty ?? null } : { type, file };
}

/** The command that names it; a repeat of one that was accepted is answered alike, and its bytes are not kept twice. */
async function putOnRecord(deps: RouteDeps, uploader: Uploader, row: FileRow): Promise<FileRow | Refused> {
  const { place, actor, query } = uploader;
  const { id: file, item, kind, title, media, bytes, digest } = row;
  const upload = { file, item, kind, title, media, bytes, digest };
  const answer = await deps.rooms.submit(place, {
    commandId: query.command,
    command: putting(query, file),
    receivedAt: deps.clock.now(),
    circumstances: { actor, newId: deps.newId, upload },
  });
  // Whether it was committed is not known: the row stays, and the next start sweeps it away if no record names it.
  if (answer.answer === 'refused' && answer.code === 'try-again') return refused('try-again');
  // Removes nothing that the record names.
  const gone = await removeFile(deps.db, deps.dataDir, { meeting: place.meeting, file });
  if (answer.answer !== 'refused' || !gone) return row;
  return refused(answer.code, answer.params && { params: answer.params });
}

const notTaken = (why: NotTaken): Refused =>
  why === 'file-too-large'
    ? refused(why, { params: { megabytes: uploadLimits.fileBytes / 1024 / 1024 } })
    : refused(why);
