import { removeDemonstrationRequest } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import { removeDemonstrations } from '../demonstration/remove.ts';
import type { RouteDeps } from './deps.ts';
import { notFound, refused } from './refusal.ts';
import { mayAdminister, office } from './register-doors.ts';

/** A demonstration is taken away again by whoever administers it; in a real community there is no such thing. */
export function demonstrationRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.post(
    '/c/:community/api/demonstration/remove',
    office(deps, mayAdminister, removeDemonstrationRequest, async ({ community, account, body }) => {
      if (!community.demonstration) return notFound();
      if (body.confirmation !== community.name) {
        return refused('malformed', { fields: { confirmation: 'not-the-name' } });
      }
      if (!(await removeDemonstrations(deps, community.id))) return refused('try-again');
      deps.log.warn({ code: 'demonstration-removed', account: account.account }, 'The demonstration was removed.');
      return {};
    }),
  );
}
