import { communities } from '@yishiting/db/communities';
import { installation } from '@yishiting/db/installation';
import type { About } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { origins } from '../addresses.ts';
import type { RouteDeps } from './deps.ts';
import { anybody, noBody } from './door.ts';

/** What the server is, and whether it is well. */
export function aboutRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get(
    '/healthz',
    anybody(deps, noBody, async () => {
      await sql`select 1`.execute(deps.db);
      return { well: true };
    }),
  );
  app.get(
    '/api/about',
    anybody(deps, noBody, async (): Promise<About> => {
      const setUp = (await installation(deps.db))?.setUpAt != null;
      const { version, publicOrigin } = deps;
      const addresses = origins({ publicOrigin, port: deps.port(), addresses: deps.addresses() });
      const found = (await communities(deps.db)).map(({ code, name, demonstration }) => ({
        code,
        name,
        demonstration,
      }));
      const ownFirst = found.sort((a, b) => Number(a.demonstration) - Number(b.demonstration));
      return { version, license: 'Apache-2.0', setUp, addresses, communities: ownFirst };
    }),
  );
}
