import { erasePerson } from '@yishiting/db/erasing';
import { officers } from '@yishiting/db/officers';
import * as people from '@yishiting/db/people';
import {
  correctionRequest,
  enteredKinds,
  eraseRequest,
  type ErasedAnswer,
  type PersonFile,
} from '@yishiting/domain/register';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { RouteDeps } from './deps.ts';
import { noBody, withCurrentPassword } from './door.ts';
import { newSalt } from './people.ts';
import { refused, type Refused } from './refusal.ts';
import { clerk, mayAdminister, mayRegister, type Clerk } from './register-doors.ts';

/** One person's file: read and corrected by staff, taken off the register and back, its particulars erased. */
export function registerPeopleRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const path = '/c/:community/api/people/:person';
  const file = ({ community, person }: Clerk<unknown>) => fileOf(deps, community.id, person.id);
  app.get(path, clerk(deps, mayRegister, noBody, file));
  app.put(
    path,
    clerk(
      deps,
      mayRegister,
      correctionRequest,
      withCurrentPassword(deps, async (who: Clerk<Correction>) => {
        await correct(deps, who);
        return file(who);
      }),
    ),
  );
  app.post(
    `${path}/leave`,
    clerk(
      deps,
      mayRegister,
      noBody,
      withCurrentPassword(deps, async (who: Clerk<unknown>) => {
        const at = deps.clock.now();
        const inOffice = await officers(deps.db, who.community.id, at);
        if (inOffice.some(({ person }) => person === who.person.id)) return refused('in-office');
        await people.leaveRegister(deps.db, who.community.id, who.person.id, at);
        return file(who);
      }),
    ),
  );
  app.post(
    `${path}/return`,
    clerk(
      deps,
      mayRegister,
      noBody,
      withCurrentPassword(deps, async (who: Clerk<unknown>) => {
        await people.returnToRegister(deps.db, who.community.id, who.person.id);
        return file(who);
      }),
    ),
  );
  app.post(
    `${path}/erase`,
    clerk(
      deps,
      mayAdminister,
      eraseRequest,
      withCurrentPassword(deps, (who: Clerk<Erasing>) => erase(deps, who)),
    ),
  );
}
type Correction = z.output<typeof correctionRequest>;
type Erasing = z.output<typeof eraseRequest>;

async function fileOf({ db }: RouteDeps, community: string, id: string): Promise<PersonFile> {
  const known = await people.registered(db, community, id);
  if (!known) throw new Error('a person went from the register');
  const particulars = await people.particularsOf(db, community, id);
  return {
    person: id,
    name: known.name,
    leftAt: known.leftAt,
    particulars: particulars.map(({ kind, value }) => ({ kind, value })),
  };
}

async function correct({ db, clock, newId }: RouteDeps, { community, person, body }: Clerk<Correction>): Promise<void> {
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    await people.holdPerson(tx, community.id, person.id);
    if (body.name !== undefined) await people.renamePerson(tx, community.id, person.id, body.name);
    for (const kind of enteredKinds) {
      const value = body[kind];
      if (value === undefined) continue;
      const given = { id: newId(), community: community.id, person: person.id, kind, value, salt: newSalt(), at };
      await people.correctParticular(tx, given);
    }
  });
}

async function erase(deps: RouteDeps, who: Clerk<Erasing>): Promise<ErasedAnswer | Refused> {
  const { db, clock, newId, dataDir, log } = deps;
  const { community, person, account, body } = who;
  const at = clock.now();
  const known = await people.particularsOf(db, community.id, person.id);
  const values = known.filter(({ kind }) => body.kinds.includes(kind)).map(({ value }) => value.toLowerCase());
  if (values.some((value) => body.reason.toLowerCase().includes(value))) {
    return refused('malformed', { fields: { reason: 'repeats-what-is-erased' } });
  }
  const officer = (await officers(db, community.id, at)).find((one) => one.person === person.id);
  if (values.includes(officer?.account?.login.toLowerCase() ?? '')) return refused('login-to-be-erased');
  const order = { id: newId(), community: community.id, person: person.id, kinds: body.kinds, reason: body.reason };
  const erasure = await erasePerson(db, { ...order, erasedBy: account.person, erasedAt: at }, { dataDir });
  if (!erasure) return refused('nothing-to-erase');
  log.info({ code: 'particulars-erased', erasure: erasure.id }, 'Particulars of a person were erased.');
  return { kinds: [...erasure.kinds], erasedAt: erasure.erasedAt };
}
