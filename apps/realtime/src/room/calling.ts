/** Calling a meeting: what was arranged is copied into the record's first event, in one transaction with the rows. */
import { randomInt } from 'node:crypto';
import { bodyNames, isJoinCodeFree, namesOf, seatPeople } from '@yishiting/db/arrangements';
import { communityById } from '@yishiting/db/communities';
import { filesOf, putFilesOnRecord, type FileRow } from '@yishiting/db/files';
import { appendBatch, findCommand, HeadMoved } from '@yishiting/db/meeting-events';
import {
  arrangedAgenda,
  arrangedPeople,
  meeting as meetingRow,
  noteProgress,
  type MeetingRow,
} from '@yishiting/db/meetings';
import { seatPerson } from '@yishiting/db/seats';
import type { Tables } from '@yishiting/db/tables';
import { meetingCalledSchema, type InvitedPerson, type MeetingCalled } from '@yishiting/domain/acts/called';
import type { callRequest, FieldCode } from '@yishiting/domain/api';
import type { NoticeWords } from '@yishiting/domain/acts/notice';
import { missingToCall } from '@yishiting/domain/calling';
import type { Capacity } from '@yishiting/domain/capacities';
import { invitedAs, invitedOf } from '@yishiting/domain/invited';
import { demandedBy } from '@yishiting/domain/notice';
import { isPublic, noticeWords } from '@yishiting/domain/notice-text';
import { headBefore, lineOf } from '@yishiting/domain/recorded';
import { wordsOf } from '@yishiting/domain/words/words';
import type { z } from 'zod';
import type { Kysely, Transaction } from 'kysely';
import { procedureOf } from '../arranging.ts';
import type { Clock } from '../clock.ts';
import type { Place } from './outcomes.ts';

export interface CallingNeeds {
  db: Kysely<Tables>;
  clock: Clock;
  newId: () => string;
}

export interface Call {
  commandId: string;
  notice: z.output<typeof callRequest>['notice'];
  /** Whoever of the body's staff calls it. */
  caller: string;
  /** The epoch in which this server owns the community. */
  epoch: number;
}

export type Calling =
  | { outcome: 'called' }
  /** It was called by another command. */
  | { outcome: 'called-before'; phase: string }
  /** What is still missing, by field of the arrangement. */
  | { outcome: 'incomplete'; fields: Record<string, FieldCode | 'empty'> }
  /** The meeting is not there. */
  | { outcome: 'not-found' };

/** The arrangement changed while the meeting was being called. */
class Rearranged extends Error {}

/** Calls a meeting. The same command again finds it called; a change of the arrangement meanwhile is taken in. */
export async function callMeeting(needs: CallingNeeds, place: Place, call: Call): Promise<Calling> {
  const { db, clock, newId } = needs;
  const seat = await seatPerson(db, { id: newId(), ...place, person: call.caller, at: clock.now() });
  for (;;) {
    const row = await meetingRow(db, place.community, place.meeting);
    if (!row) return { outcome: 'not-found' };
    if (row.head > 0) return calledAlready(db, row, seat, call.commandId);
    const arranged = await arrangedFor(db, row);
    const known = await knownOf(db, row, arranged);
    const words = noticeFor(row, arranged, known);
    const { place: where, plannedAt, notice } = row;
    const toBeCalled = { place: where, plannedAt, people: arranged.people, notice: { words, phone: notice.phone } };
    const fields = missingToCall(toBeCalled, call.notice.way, procedureOf(row));
    if (Object.keys(fields).length > 0) return { outcome: 'incomplete', fields };
    try {
      const noticed = noticeCalled(call.notice, words, clock.now());
      const event = await eventOf(needs, row, arranged, known, noticed);
      await write(needs, place, call, seat, event, arranged);
      return { outcome: 'called' };
    } catch (error) {
      if (!(error instanceof HeadMoved || error instanceof Rearranged || isTakenCode(error))) throw error;
    }
  }
}

async function calledAlready(db: Kysely<Tables>, row: MeetingRow, seat: string, commandId: string): Promise<Calling> {
  const ours = await findCommand(db, row.id, seat, commandId);
  return ours.length > 0 ? { outcome: 'called' } : { outcome: 'called-before', phase: row.status };
}

type Arranged = Awaited<ReturnType<typeof arrangedFor>>;

async function arrangedFor(db: Kysely<Tables>, { community, id, notice }: MeetingRow) {
  // Who declined stays on the list of the house and is not called, unless the host keeps them.
  const people = invitedOf(await arrangedPeople(db, community, id));
  const files = await filesOf(db, community, id);
  return { people, agenda: await arrangedAgenda(db, community, id), notice, files };
}

type Known = Awaited<ReturnType<typeof knownOf>>;

/** What the register says of the community, the body and the people. */
async function knownOf(db: Kysely<Tables>, { community, body }: MeetingRow, { people }: Arranged) {
  const ids = people.map(({ person }) => person);
  return {
    community: await communityById(db, community),
    bodyName: (await bodyNames(db, community, [body])).get(body) ?? '',
    names: await namesOf(db, community, ids),
  };
}

/** The words of the notice: as the host revised them, else as they follow from what is arranged. */
function noticeFor(row: MeetingRow, { people, agenda, notice }: Arranged, known: Known): NoticeWords {
  const { matter, place, plannedAt, recordLanguage: language } = row;
  const { community, bodyName, names } = known;
  return noticeWords({
    ...{ language, matter, place, plannedAt, agenda, notice, procedure: procedureOf(row) },
    timeZone: community?.timeZone ?? 'UTC',
    organ: wordsOf(language).notice.organ(community?.name ?? '', bodyName),
    people: people.map(({ person, capacities, note: standing }) => {
      return { name: names.get(person) ?? '', capacities: capacities as Capacity[], standing };
    }),
  });
}

/** A notice that hung already bears the day of that, one that is posted from now on the day of the calling. */
function noticeCalled(notice: Call['notice'], words: NoticeWords, now: number): MeetingCalled['notice'] {
  if (notice.way === 'start-now') return notice;
  if (notice.way === 'served') return { ...notice, text: { ...words, issuedAt: notice.servedAt } };
  return { ...notice, text: { ...words, issuedAt: now } };
}

async function eventOf(
  { db, clock, newId }: CallingNeeds,
  row: MeetingRow,
  { people, agenda, files }: Arranged,
  { community, bodyName, names }: Known,
  notice: MeetingCalled['notice'],
): Promise<MeetingCalled> {
  const { community: communityId, id: meeting, body } = row;
  const ids = people.map(({ person }) => person);
  const called = new Set(ids);
  const given = { community: communityId, meeting, at: clock.now() };
  const seats = await seatPeople(db, { ...given, seats: ids.map((person) => ({ id: newId(), person })) });
  // Parsed like anything that enters the record, though every part was checked when it was arranged.
  return meetingCalledSchema.parse({
    type: 'meeting-called',
    community: community && {
      id: communityId,
      name: community.name,
      demonstration: community.demonstration,
      timeZone: community.timeZone,
    },
    body: { id: body, name: bodyName },
    matter: row.matter,
    description: row.description,
    place: row.place,
    plannedAt: row.plannedAt ?? clock.now(),
    language: row.recordLanguage,
    procedure: procedureOf(row),
    people: people.map(({ capacities, note, side, ...listed }): Partial<InvitedPerson> => {
      const { person } = listed;
      const known = { seat: seats.get(person), person, name: names.get(person), capacities: capacities as Capacity[] };
      const invited = invitedAs(listed, (one) => (called.has(one) ? seats.get(one) : undefined));
      return JSON.parse(
        JSON.stringify({
          ...known,
          ...(note !== '' && { standing: note }),
          ...(side !== null && { side }),
          ...invited,
        }),
      );
    }),
    agenda: agenda.map(({ id: item, title, step, plannedMinutes }) => ({ item, title, step, minutes: plannedMinutes })),
    ...(files.length > 0 && { files: files.map(attachedOf) }),
    notice,
  });
}

async function write(
  { db, clock }: CallingNeeds,
  place: Place,
  { commandId, epoch }: Call,
  seat: string,
  event: MeetingCalled,
  arranged: Arranged,
): Promise<void> {
  const at = clock.now();
  const line = lineOf(event, 0, headBefore(place.meeting), {
    meeting: place.meeting,
    seat,
    actingAs: 'staff',
    commandId,
    at,
  });
  const rows = async (tx: Transaction<Tables>) => {
    // The head is moved, so nobody revises the draft any more: is it still the one that was read?
    const row = await meetingRow(tx, place.community, place.meeting);
    if (!row || !sameAs(event, row, arranged, await arrangedFor(tx, row))) throw new Rearranged();
    const files = arranged.files.map(({ id }) => id);
    await putFilesOnRecord(tx, place.meeting, files);
    const joinCode = await freeJoinCode(tx);
    const noticePending = event.notice.way === 'to-be-served' && demandedBy(event.procedure).length > 0;
    const openToPublic = event.notice.way !== 'start-now' && isPublic(event.procedure);
    const called = { status: 'called', calledAt: at, joinCode, noticePending };
    await noteProgress(tx, place.community, place.meeting, { ...called, ...(openToPublic && { openToPublic }) });
  };
  await appendBatch(db, { ...place, epoch, expectedHead: 0, events: [line], rows });
}

function sameAs(event: MeetingCalled, row: MeetingRow, before: Arranged, now: Arranged): boolean {
  const { matter, description, place, plannedAt, recordLanguage } = row;
  const head = [event.matter, event.description, event.place, event.language];
  const sameHead = JSON.stringify(head) === JSON.stringify([matter, description, place, recordLanguage]);
  return (
    sameHead && (plannedAt ?? event.plannedAt) === event.plannedAt && JSON.stringify(before) === JSON.stringify(now)
  );
}

function attachedOf({ id: file, item, kind, title, media, bytes, digest }: FileRow) {
  return { file, item, kind, title, media, bytes, digest };
}

async function freeJoinCode(tx: Kysely<Tables>): Promise<string> {
  for (;;) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    if (await isJoinCodeFree(tx, code)) return code;
  }
}

/** Two meetings called at the same moment drew the same code. */
function isTakenCode(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'meetings_join_code_key';
}
