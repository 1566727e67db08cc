import { hostNotesOf, writeHostNote, type NoteRow } from '@yishiting/db/host-notes';
import { arrangedAgenda } from '@yishiting/db/meetings';
import { hostNoteRequest, type HostNote, type HostNoteAnswer } from '@yishiting/domain/host-notes';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { noBody } from './door.ts';
import { leading, type Leading } from './leading.ts';
import { refused, type Refused } from './refusal.ts';

/** Notes of the host: whoever holds the chair now, and staff of the body, who prepare the meeting. Nobody else. */
export function hostNoteRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock } = deps;
  const url = '/c/:community/api/meetings/:meeting/host-notes';
  app.get(
    url,
    leading(deps, ['chair'], noBody, async ({ place }): Promise<HostNote[]> => {
      return (await hostNotesOf(db, place)).map((note) => noteOf(note, place.meeting));
    }),
  );
  app.put(
    url,
    leading(deps, ['chair'], hostNoteRequest, async (who): Promise<HostNoteAnswer | Refused> => {
      const { item, ...given } = who.body;
      if (item !== null && !(await hasItem(deps, who, item))) return refused('no-such-item');
      const about = item ?? who.place.meeting;
      const { written, note } = await writeHostNote(db, who.place, { about, ...given, at: clock.now() });
      return { outcome: written ? 'saved' : 'differs', note: noteOf(note, who.place.meeting) };
    }),
  );
}

const noteOf = ({ about, ...note }: NoteRow, meeting: string): HostNote => {
  return { item: about === meeting ? null : about, ...note };
};

async function hasItem({ db }: RouteDeps, { place, meeting }: Leading<unknown>, item: string): Promise<boolean> {
  if (meeting) return Object.hasOwn(meeting.agenda.items, item);
  return (await arrangedAgenda(db, place.community, place.meeting)).some(({ id }) => id === item);
}
