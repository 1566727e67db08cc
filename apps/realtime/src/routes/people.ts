import { randomBytes } from 'node:crypto';
import { searchPeople } from '@yishiting/db/arrangements';
import { addParticular, addPerson } from '@yishiting/db/people';
import { newPersonRequest, type PersonLine } from '@yishiting/domain/api';
import { isWellFormed } from '@yishiting/domain/text';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { noBody, withCurrentPassword } from './door.ts';
import { mayRegister, office } from './register-doors.ts';

/** Lines of one answer. */
const most = 50;

/** The register of a community as a list: found by name, added to. It holds names; particulars stand on a person's own file. */
export function peopleRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const path = '/c/:community/api/people';
  app.get(
    path,
    office(deps, mayRegister, noBody, async ({ community, query }): Promise<PersonLine[]> => {
      const search = query('search').trim().slice(0, 60);
      const left = query('left') === 'yes';
      // No name holds what Postgres cannot even compare.
      const found = isWellFormed(search) ? await searchPeople(db, community.id, search, most, { left }) : [];
      return found.map(({ id: person, name }) => ({ person, name }));
    }),
  );
  app.post(
    path,
    office(
      deps,
      mayRegister,
      newPersonRequest,
      withCurrentPassword(deps, async ({ community, body }): Promise<PersonLine> => {
        const person = newId();
        const at = clock.now();
        await db.transaction().execute(async (tx) => {
          await addPerson(tx, { id: person, community: community.id, name: body.name, at });
          for (const kind of ['phone', 'address'] as const) {
            const value = body[kind];
            if (value === undefined) continue;
            await addParticular(tx, { id: newId(), community: community.id, person, kind, value, salt: newSalt(), at });
          }
        });
        return { person, name: body.name };
      }),
    ),
  );
}

/** 128 random bits: what is hashed with them cannot be guessed once they are gone. */
export const newSalt = (): string => randomBytes(16).toString('hex');
