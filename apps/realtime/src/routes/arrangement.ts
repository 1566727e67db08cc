import { bodyNames } from '@yishiting/db/arrangements';
import { openDuties } from '@yishiting/db/duties';
import { arrangeAgenda, arrangeMeeting, meetingsOf, type MeetingRow } from '@yishiting/db/meetings';
import { arrangementRequest, newMeetingRequest, type MeetingLine } from '@yishiting/domain/api';
import type { OwedLine } from '@yishiting/domain/api-duties';
import { procedures } from '@yishiting/domain/procedures/catalogue';
import type { FastifyInstance } from 'fastify';
import { arrangementOf, reviseArrangement, stepsOf } from '../arranging.ts';
import type { RouteDeps } from './deps.ts';
import { holder, noBody, staff, staffMember, withCurrentPassword } from './door.ts';
import { notFound, refused, type Refused } from './refusal.ts';

/** A list of five thousand people, each with an id, capacities and for whom they stand. */
const bodyLimit = 4 * 1024 * 1024;

/** Meetings before they are called: listed, begun, read, revised. */
export function arrangementRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const all = '/c/:community/api/meetings';
  const one = `${all}/:meeting`;
  app.get(
    all,
    holder(deps, noBody, async ({ community, account }): Promise<MeetingLine[]> => {
      const rows = await meetingsOf(db, community.id, account.staffOf);
      const names = await bodyNames(db, community.id, account.staffOf);
      const closed = rows.flatMap(({ id, status }) => (status === 'closed' ? [id] : []));
      const owed = await openDuties(db, community.id, closed);
      return rows.map((row) => meetingLine(row, names.get(row.body) ?? '', owed.get(row.id)));
    }),
  );
  app.post(
    all,
    staffMember(
      deps,
      newMeetingRequest,
      withCurrentPassword(deps, async ({ community, account, body }): Promise<{ meeting: string } | Refused> => {
        if (!account.staffOf.includes(body.body)) return notFound();
        const procedure = Object.hasOwn(procedures, body.procedure) ? procedures[body.procedure] : undefined;
        if (!procedure) return refused('malformed', { fields: { procedure: 'unknown-procedure' } });
        const meeting = newId();
        const { recordLanguage } = community;
        const empty = { description: '', place: '', plannedAt: null, openToPublic: false, recordLanguage };
        const chosen = { body: body.body, procedure: procedure.id, procedureVersion: procedure.version };
        await db.transaction().execute(async (tx) => {
          const at = clock.now();
          await arrangeMeeting(tx, {
            id: meeting,
            community: community.id,
            at,
            ...chosen,
            ...empty,
            matter: body.matter,
          });
          await arrangeAgenda(tx, community.id, meeting, stepsOf(procedure, recordLanguage, newId));
        });
        return { meeting };
      }),
    ),
  );
  app.get(
    one,
    staff(deps, noBody, async ({ meeting }) => arrangementOf(db, meeting)),
  );
  app.put(
    one,
    { bodyLimit },
    staff(
      deps,
      arrangementRequest,
      withCurrentPassword(deps, async ({ meeting, body }) => {
        const revised = await reviseArrangement(deps, meeting, body);
        if (revised.outcome === 'called') return refused('wrong-phase', { params: { phase: revised.phase } });
        if (revised.outcome === 'malformed') return refused('malformed', { fields: revised.fields });
        return arrangementOf(db, revised.meeting);
      }),
    ),
  );
}

function meetingLine(
  { id, matter, procedure, body, place, plannedAt, status, noticePending }: MeetingRow,
  bodyName: string,
  owed: OwedLine[] = [],
): MeetingLine {
  const shown = status as MeetingLine['status'];
  const named = { meeting: id, matter, procedure, body: { id: body, name: bodyName } };
  return { ...named, place, plannedAt, status: shown, noticePending, owed };
}
