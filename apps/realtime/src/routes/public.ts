import { meeting as meetingRow } from '@yishiting/db/meetings';
import { publicPage, type PublicPage } from '@yishiting/domain/public-page';
import { id } from '@yishiting/domain/text';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { door, noBody, visiting } from './door.ts';
import { notFound, refused, Refused } from './refusal.ts';

/** What everybody may read of a meeting that was made known on a board; any other is not found. */
export function publicRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get(
    '/c/:community/api/public/:meeting',
    door(
      noBody,
      async (request, reply) => {
        const found = await visiting(deps, request, reply);
        if (found instanceof Refused) return found;
        const named = id.safeParse((request.params as { meeting?: string }).meeting);
        const community = found.who.community.id;
        const row = named.success ? await meetingRow(deps.db, community, named.data) : null;
        // Asked before the record is opened: nobody makes the server load a meeting that is not for them.
        return row?.openToPublic && row.head > 0 ? { who: { place: { community, meeting: row.id } } } : notFound();
      },
      async ({ place }: { place: { community: string; meeting: string } }): Promise<PublicPage | Refused> => {
        const meeting = await deps.rooms.meeting(place);
        if (!meeting) return refused('try-again');
        return publicPage(meeting) ?? notFound();
      },
    ),
  );
}
