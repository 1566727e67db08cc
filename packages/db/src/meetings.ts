/** Meetings as they are arranged, before anything is on record; and their row's part in what happens later. */
import type { NoticeArranged } from '@yishiting/domain/acts/notice';
import type { ArrangedReply } from '@yishiting/domain/invited';
import type { Kysely, Selectable, Updateable } from 'kysely';
import type { MeetingsTable, Tables } from './tables.ts';

export type MeetingRow = {
  readonly id: string;
  readonly community: string;
  readonly body: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly matter: string;
  readonly description: string;
  readonly place: string;
  readonly plannedAt: number | null;
  readonly status: string;
  readonly openToPublic: boolean;
  readonly recordLanguage: 'zh-CN' | 'en';
  readonly notice: NoticeArranged;
  /** It was called, and its notice is still to be posted or served somewhere. */
  readonly noticePending: boolean;
  readonly joinCode: string | null;
  /** The version of the last event on record, 0 before the meeting is called. */
  readonly head: number;
  readonly headHash: string | null;
  readonly calledAt: number | null;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
};

/** What a host fills in; everything here may be revised until the meeting is called. */
export type Arrangement = Pick<
  MeetingRow,
  | 'body'
  | 'procedure'
  | 'procedureVersion'
  | 'matter'
  | 'description'
  | 'place'
  | 'plannedAt'
  | 'openToPublic'
  | 'recordLanguage'
> &
  Partial<Pick<MeetingRow, 'notice'>>;

export type ArrangedPerson = {
  readonly person: string;
  readonly capacities: readonly string[];
  readonly note: string;
  readonly reply: ArrangedReply;
  /** Whom of the list they stand in for; null: nobody. */
  readonly standsInFor: string | null;
  /** Of a party: on which side; null for everybody else. */
  readonly side: number | null;
};
/** … as it is put down: nobody was asked yet, and nobody stands in for anybody, unless it is said. */
export type PersonToArrange = Omit<ArrangedPerson, 'reply' | 'standsInFor' | 'side'> &
  Partial<Pick<ArrangedPerson, 'reply' | 'standsInFor' | 'side'>>;

export type ArrangedItem = {
  readonly id: string;
  readonly title: string;
  /** The step of the procedure it fills; null for one the host added. */
  readonly step: string | null;
  readonly plannedMinutes: number | null;
};

/** Arranges a meeting as a draft. @throws 23503 when the body is not one of this community. */
export async function arrangeMeeting(
  db: Kysely<Tables>,
  { id, community, at, ...arrangement }: { id: string; community: string; at: number } & Arrangement,
): Promise<void> {
  await db
    .insertInto('meetings')
    .values({ id, community, created_at: at, ...columnsOf(arrangement) })
    .execute();
}

/** Revises a draft. @returns false when the community has no such meeting, or it was called: then nothing changes. */
export async function reviseMeeting(
  db: Kysely<Tables>,
  community: string,
  id: string,
  arrangement: Arrangement,
): Promise<boolean> {
  const revised = await db
    .updateTable('meetings')
    .set(columnsOf(arrangement))
    .where('community', '=', community)
    .where('id', '=', id)
    .where('head', '=', 0)
    .executeTakeFirst();
  return revised.numUpdatedRows === 1n;
}

function columnsOf(arrangement: Arrangement) {
  const { procedureVersion, plannedAt, openToPublic, recordLanguage, body, procedure, matter, description, place } =
    arrangement;
  const { notice } = arrangement;
  return {
    body,
    procedure,
    matter,
    description,
    place,
    procedure_version: procedureVersion,
    planned_at: plannedAt,
    open_to_public: openToPublic,
    record_language: recordLanguage,
    ...(notice && { notice: JSON.stringify(notice) }),
  };
}

/** A meeting of this community; null for anybody else's. */
export async function meeting(db: Kysely<Tables>, community: string, id: string): Promise<MeetingRow | null> {
  const query = db.selectFrom('meetings').where('community', '=', community).where('id', '=', id);
  const row = await query.selectAll().executeTakeFirst();
  return row ? meetingOfRow(row) : null;
}

/** The meetings of some bodies of a community, the latest planned first, those without a day before all. */
export async function meetingsOf(
  db: Kysely<Tables>,
  community: string,
  bodies: readonly string[],
): Promise<MeetingRow[]> {
  if (bodies.length === 0) return [];
  const rows = await db
    .selectFrom('meetings')
    .where('community', '=', community)
    .where('body', 'in', [...bodies])
    .selectAll()
    .orderBy('planned_at', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute();
  return rows.map(meetingOfRow);
}

/** The meeting a short code leads to, in whichever community of the installation; null when it leads nowhere. */
export async function meetingByJoinCode(
  db: Kysely<Tables>,
  joinCode: string,
): Promise<{ communityCode: string; meeting: string } | null> {
  const row = await db
    .selectFrom('meetings')
    .innerJoin('communities', 'communities.id', 'meetings.community')
    .where('join_code', '=', joinCode)
    .select(['communities.code', 'meetings.id'])
    .executeTakeFirst();
  return row ? { communityCode: row.code, meeting: row.id } : null;
}

/** What the events of a meeting change in its row; for `appendBatch`'s rows. A join code of null is given back for others. */
export async function noteProgress(
  db: Kysely<Tables>,
  community: string,
  id: string,
  progress: Partial<
    Pick<
      MeetingRow,
      | 'status'
      | 'joinCode'
      | 'calledAt'
      | 'openedAt'
      | 'closedAt'
      | 'openToPublic'
      | 'noticePending'
      | 'plannedAt'
      | 'place'
    >
  >,
): Promise<void> {
  const { status, joinCode, calledAt, openedAt, closedAt, openToPublic, noticePending, plannedAt, place } = progress;
  const changes: Updateable<MeetingsTable> = {
    ...(status !== undefined && { status }),
    ...(joinCode !== undefined && { join_code: joinCode }),
    ...(openToPublic !== undefined && { open_to_public: openToPublic }),
    ...(noticePending !== undefined && { notice_pending: noticePending }),
    ...(calledAt !== undefined && { called_at: calledAt }),
    ...(openedAt !== undefined && { opened_at: openedAt }),
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(plannedAt !== undefined && { planned_at: plannedAt }),
    ...(place !== undefined && { place }),
  };
  if (Object.keys(changes).length === 0) return;
  await db.updateTable('meetings').set(changes).where('community', '=', community).where('id', '=', id).execute();
}

/** The list of people a meeting is arranged with, in its order. */
export async function arrangedPeople(db: Kysely<Tables>, community: string, id: string): Promise<ArrangedPerson[]> {
  return db
    .selectFrom('meeting_people')
    .where('community', '=', community)
    .where('meeting', '=', id)
    .select(['person', 'capacities', 'note', 'reply', 'stands_in_for as standsInFor', 'side'])
    .orderBy('position')
    .execute();
}

/**
 * Puts a new list of people in the place of a draft's old one, as one change.
 * @returns false when the community has no such draft: then nothing changes.
 * @throws 23503 for a person of another register, 23505 for one named twice.
 */
export async function arrangePeople(
  db: Kysely<Tables>,
  community: string,
  id: string,
  people: readonly PersonToArrange[],
): Promise<boolean> {
  if (!db.isTransaction) return db.transaction().execute((tx) => arrangePeople(tx, community, id, people));
  if (!(await holdDraft(db, community, id))) return false;
  await db.deleteFrom('meeting_people').where('community', '=', community).where('meeting', '=', id).execute();
  if (people.length === 0) return true;
  const rows = people.map((one, position) => {
    const { person, capacities, note, reply = { is: 'not-asked' }, standsInFor = null, side = null } = one;
    const listed = { community, meeting: id, person, position, capacities: [...capacities], note, side };
    return { ...listed, reply: JSON.stringify(reply), stands_in_for: standsInFor };
  });
  await db.insertInto('meeting_people').values(rows).execute();
  return true;
}

/** The agenda as arranged, in its order. */
export async function arrangedAgenda(db: Kysely<Tables>, community: string, id: string): Promise<ArrangedItem[]> {
  const rows = await db
    .selectFrom('agenda_items')
    .where('community', '=', community)
    .where('meeting', '=', id)
    .selectAll()
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, step: row.step, plannedMinutes: row.planned_minutes }));
}

/** Puts a new agenda in the place of a draft's old one, as one change. @returns false when the community has no such draft. */
export async function arrangeAgenda(
  db: Kysely<Tables>,
  community: string,
  id: string,
  items: readonly ArrangedItem[],
): Promise<boolean> {
  if (!db.isTransaction) return db.transaction().execute((tx) => arrangeAgenda(tx, community, id, items));
  if (!(await holdDraft(db, community, id))) return false;
  await db.deleteFrom('agenda_items').where('community', '=', community).where('meeting', '=', id).execute();
  if (items.length === 0) return true;
  const rows = items.map(({ id: item, title, step, plannedMinutes }, position) => {
    return { id: item, community, meeting: id, position, title, step, planned_minutes: plannedMinutes };
  });
  await db.insertInto('agenda_items').values(rows).execute();
  return true;
}

/** Keeps a draft from being called or revised by another until the transaction ends; false when it is no draft. */
async function holdDraft(db: Kysely<Tables>, community: string, id: string): Promise<boolean> {
  const query = db.selectFrom('meetings').where('community', '=', community).where('id', '=', id).where('head', '=', 0);
  return (await query.select('id').forUpdate().executeTakeFirst()) !== undefined;
}

function meetingOfRow(row: Selectable<MeetingsTable>): MeetingRow {
  const instant = (value: string | number | null) => (value === null ? null : Number(value));
  const { id, community, body, procedure, matter, description, place, status, head } = row;
  return {
    id,
    community,
    body,
    procedure,
    matter,
    description,
    place,
    status,
    head,
    procedureVersion: row.procedure_version,
    plannedAt: instant(row.planned_at),
    openToPublic: row.open_to_public,
    notice: row.notice,
    noticePending: row.notice_pending,
    recordLanguage: row.record_language,
    joinCode: row.join_code,
    headHash: row.head_hash,
    calledAt: instant(row.called_at),
    openedAt: instant(row.opened_at),
    closedAt: instant(row.closed_at),
  };
}
