import { peopleNamed } from '@yishiting/db/arrangements';
import { addPerson, holdRegister, type Person } from '@yishiting/db/people';
import { listRequest, matchRequest, type NameMatch } from '@yishiting/domain/api-list';
import type { PersonLine } from '@yishiting/domain/api';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { withCurrentPassword } from './door.ts';
import { mayRegister, office } from './register-doors.ts';
import { refused, type Refused } from './refusal.ts';

/** A pasted list of names: who of them is on the register, and putting those there who are not. */
export function nameListRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, clock, newId } = deps;
  const path = '/c/:community/api/people';
  app.post(
    `${path}/match`,
    office(deps, mayRegister, matchRequest, async ({ community, body: { names } }): Promise<NameMatch[]> => {
      const found = byName(await peopleNamed(db, community.id, names));
      return names.map((name) => ({ name, people: (found.get(name) ?? []).map(lineOf) }));
    }),
  );
  app.post(
    `${path}/list`,
    office(
      deps,
      mayRegister,
      listRequest,
      withCurrentPassword(deps, async ({ community, body: { people } }): Promise<PersonLine[] | Refused> => {
        const names = people.map(({ name }) => name);
        return db.transaction().execute(async (tx) => {
          // One list after the other: two at once would each find nobody there.
          await holdRegister(tx, community.id);
          const found = byName(await peopleNamed(tx, community.id, names));
          // The same list sent again, or somebody else registered one of them meanwhile: nobody is entered twice unseen.
          const changed = people.some(({ name, known }) => (found.get(name)?.length ?? 0) !== known);
          if (changed) return refused('register-changed');
          const added = names.map((name) => ({ id: newId(), name }));
          for (const one of added) await addPerson(tx, { ...one, community: community.id, at: clock.now() });
          return added.map(lineOf);
        });
      }),
    ),
  );
}

const lineOf = ({ id: person, name }: Person): PersonLine => ({ person, name });

function byName(people: readonly Person[]): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const one of people) found.set(one.name, [...(found.get(one.name) ?? []), one]);
  return found;
}
