import { sealedEvents, sealsOf } from '@yishiting/db/record-seals';
import { publicMatters } from '@yishiting/db/arrangements';
import type { RecordsAnswer } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { noBody, visitor } from './door.ts';

/** Seals and keys, for everybody: with them a record can be checked far from this server. */
export function recordRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get(
    '/c/:community/api/records',
    visitor(deps, noBody, async ({ community }): Promise<RecordsAnswer> => {
      const { id, code, name, demonstration } = community;
      const [seals, matters, sealed] = await Promise.all([
        sealsOf(deps.db, id),
        publicMatters(deps.db, id),
        sealedEvents(deps.db, id),
      ]);
      const eventAt = new Map(sealed.map(({ meeting, version, type }) => [`${meeting} ${version}`, type]));
      return {
        community: { code, name, demonstration },
        keys: [...deps.publicKeys],
        seals: seals.map(({ community: _, meeting, ...seal }) => ({
          meeting,
          matter: matters.get(meeting) ?? null,
          event: eventAt.get(`${meeting} ${seal.version}`) ?? null,
          ...seal,
        })),
      };
    }),
  );
}
