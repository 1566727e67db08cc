import { grantScreen, screenGrants } from '@yishiting/db/grants';
import { addScreen } from '@yishiting/db/screens';
import type { ScreenAnswer } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { noBody, staff } from './door.ts';
import { notFound, refused, type Refused } from './refusal.ts';

/** A browser becomes the meeting's projector; asked twice it stays the one it is. */
export function screenRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  app.post(
    '/c/:community/api/meetings/:meeting/screen',
    staff(deps, noBody, async ({ place, meeting, session }): Promise<ScreenAnswer | Refused> => {
      if (meeting.head === 0) return refused('wrong-phase', { params: { phase: 'draft' } });
      const { community } = place;
      const held = (await screenGrants(db, session.id, community)).find((grant) => grant.meeting === meeting.id);
      if (held) return { screen: held.screen, number: held.number };
      const screen = newId();
      const at = clock.now();
      return db.transaction().execute(async (tx) => {
        const number = await addScreen(tx, { id: screen, ...place, kind: 'projector', at });
        if (number === null) return notFound();
        await grantScreen(tx, { id: newId(), session: session.id, community, screen, at });
        return { screen, number };
      });
    }),
  );
}
