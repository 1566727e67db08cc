/** What a host arranges before a meeting is called: rows that may be revised, checked against register and procedure. */
import { bodyNames, namesOf } from '@yishiting/db/arrangements';
import { communityById } from '@yishiting/db/communities';
import { keepHostNotes } from '@yishiting/db/host-notes';
import {
  arrangeAgenda,
  arrangedAgenda,
  arrangedPeople,
  arrangePeople,
  meeting as meetingRow,
  reviseMeeting,
  type ArrangedItem,
  type MeetingRow,
} from '@yishiting/db/meetings';
import type { Tables } from '@yishiting/db/tables';
import type { Language } from '@yishiting/domain/language';
import type { Arrangement, arrangementRequest, FieldCode } from '@yishiting/domain/api';
import { inCanonicalOrder, type Capacity } from '@yishiting/domain/capacities';
import { procedures } from '@yishiting/domain/procedures/catalogue';
import type { Procedure } from '@yishiting/domain/procedures/schema';
import { wordsOf } from '@yishiting/domain/words/words';
import { misplaced } from '@yishiting/domain/invited';
import type { Kysely } from 'kysely';
import type { z } from 'zod';

type Given = z.output<typeof arrangementRequest>;

/** The procedure a meeting is arranged under. Throws when this program does not have it. */
export function procedureOf({ procedure }: Pick<MeetingRow, 'procedure'>): Procedure {
  const found = Object.hasOwn(procedures, procedure) ? procedures[procedure] : undefined;
  if (!found) throw new Error('the meeting is arranged under a procedure this program does not have');
  return found;
}

/** The steps of a procedure as the agenda a meeting begins with. */
export function stepsOf(procedure: Procedure, language: Language, newId: () => string): ArrangedItem[] {
  return (procedure.agenda ?? []).map(({ value: { id: step, title, plannedMinutes } }) => {
    return { id: newId(), title: title[language], step, plannedMinutes };
  });
}

/** A meeting's arrangement as its host reads it; for one that was called: as it was called. */
export async function arrangementOf(db: Kysely<Tables>, row: MeetingRow): Promise<Arrangement> {
  const { id, community, matter, description, procedure, body, place, plannedAt, recordLanguage: language } = row;
  const people = await arrangedPeople(db, community, id);
  const agenda = await arrangedAgenda(db, community, id);
  const names = await namesOf(
    db,
    community,
    people.map(({ person }) => person),
  );
  const bodyName = (await bodyNames(db, community, [body])).get(body) ?? '';
  const communityName = (await communityById(db, community))?.name ?? '';
  const { notice, noticePending } = row;
  return {
    ...{ meeting: id, matter, procedure, body: { id: body, name: bodyName }, place, plannedAt, description, language },
    status: row.status as Arrangement['status'],
    people: people.map(({ person, capacities, note, reply, standsInFor, side }) => {
      const held = capacities as Capacity[];
      return { person, name: names.get(person) ?? '', capacities: held, standing: note, reply, standsInFor, side };
    }),
    agenda: agenda.map(({ id: item, title, step, plannedMinutes }) => ({ item, title, step, minutes: plannedMinutes })),
    ...{ notice, noticePending },
    organ: wordsOf(language).notice.organ(communityName, bodyName),
    joinCode: row.joinCode,
  };
}

type Revised =
  | { outcome: 'revised'; meeting: MeetingRow }
  | { outcome: 'called'; phase: string }
  | { outcome: 'malformed'; fields: Record<string, FieldCode> };

/** Puts a whole new arrangement in the place of a draft's. */
export async function reviseArrangement(
  { db, newId }: { db: Kysely<Tables>; newId: () => string },
  row: MeetingRow,
  given: Given,
): Promise<Revised> {
  const { id, community } = row;
  const fields = { ...(await wrongPeople(db, community, given)), ...wrongSteps(procedureOf(row), given) };
  if (Object.keys(fields).length > 0) return { outcome: 'malformed', fields };
  const { matter, description, place, plannedAt, language: recordLanguage } = given;
  const people = given.people.map(({ person, capacities, standing, reply, standsInFor, side }) => {
    const held = inCanonicalOrder(capacities);
    // Only a party stands on a side.
    const on = held.includes('party') ? side : null;
    return { person, capacities: held, note: standing, reply, standsInFor, side: on };
  });
  // An item that stays keeps its id, and with it what the host noted about it.
  const known = new Set((await arrangedAgenda(db, community, id)).map((item) => item.id));
  const agenda = given.agenda.map(({ item, title, step, minutes }) => ({
    id: item !== undefined && known.delete(item) ? item : newId(),
    title,
    step,
    plannedMinutes: minutes,
  }));
  return db.transaction().execute(async (tx): Promise<Revised> => {
    const { notice = row.notice } = given;
    const changed = { ...row, matter, description, place, plannedAt, recordLanguage, notice };
    if (!(await reviseMeeting(tx, community, id, changed))) {
      const called = await meetingRow(tx, community, id);
      return { outcome: 'called', phase: called?.status ?? 'called' };
    }
    await arrangePeople(tx, community, id, people);
    await arrangeAgenda(tx, community, id, agenda);
    await keepHostNotes(
      tx,
      { community, meeting: id },
      agenda.map((item) => item.id),
    );
    return { outcome: 'revised', meeting: changed };
  });
}

async function wrongPeople(
  db: Kysely<Tables>,
  community: string,
  { people }: Given,
): Promise<Record<string, FieldCode>> {
  const known = await namesOf(
    db,
    community,
    people.map(({ person }) => person),
  );
  const seen = new Set<string>();
  const fields: Record<string, FieldCode> = {};
  for (const [place, { person }] of people.entries()) {
    if (!known.has(person)) fields[`people.${place}.person`] = 'not-on-register';
    else if (seen.has(person)) fields[`people.${place}.person`] = 'person-twice';
    seen.add(person);
  }
  for (const place of misplaced(people)) fields[`people.${place}.standsInFor`] = 'no-place';
  return fields;
}

function wrongSteps(procedure: Procedure, { agenda }: Given): Record<string, FieldCode> {
  const steps = new Set((procedure.agenda ?? []).map(({ value }) => value.id));
  const wrong = [...agenda.entries()].filter(([, { step }]) => step !== null && !steps.has(step));
  return Object.fromEntries(wrong.map(([place]) => [`agenda.${place}.step`, 'unknown-step']));
}
