import { callRequest } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import { callMeeting } from '../room/calling.ts';
import type { RouteDeps } from './deps.ts';
import { staff, withCurrentPassword } from './door.ts';
import { notFound, refused } from './refusal.ts';

/** From here on the meeting is on record. */
export function callRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post(
    '/c/:community/api/meetings/:meeting/call',
    staff(
      deps,
      callRequest,
      withCurrentPassword(deps, async ({ place, account, body }) => {
        const epoch = await deps.rooms.epoch(place.community);
        if (epoch === null) return refused('try-again');
        const calling = await callMeeting(deps, place, { ...body, caller: account.person, epoch });
        switch (calling.outcome) {
          case 'called':
            return { meeting: place.meeting };
          case 'called-before':
            return refused('wrong-phase', { params: { phase: calling.phase } });
          case 'incomplete':
            return refused('meeting-incomplete', { fields: calling.fields });
          case 'not-found':
            return notFound();
        }
      }),
    ),
  );
}
