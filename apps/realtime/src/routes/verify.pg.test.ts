/** Who may have a meeting's record verified, when, and how much of it a crowd can ask for. */
import { aDatabase } from '@yishiting/db/testing';
import type { VerifyAnswer } from '@yishiting/domain/api-verify';
import { expect, it } from 'vitest';
import { aServer, buildCalled, buildStaff, signedInAs } from './testing.ts';
import { Verifying } from './verify.ts';

const { db } = await aDatabase();
const server = await aServer(db);
const staff = await buildStaff(db);
const host = await signedInAs(server, staff);
const { meeting } = await buildCalled(db, host, staff);
const links = (await host.post(staff.at(`meetings/${meeting}/links`), {})).body;
const member = server.browser();
await member.post(staff.at('enter'), { token: links[2].url.split('#')[1] });
const at = staff.at(`meetings/${meeting}/verify`);

it('those who lead ask at any time, the others once the meeting is closed, strangers never', async () => {
  const { status, body } = await host.get(at);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { entries: 1, seals: 0, sealedUpTo: null, minutes: null, supplements: 0, findings: [] },
  });
  expect(await member.get(at)).toMatchObject({ status: 409, body: { code: 'wrong-phase' } });
  const held = (await server.deps.rooms.meeting({ community: staff.id, meeting }))!;
  const session = { status: 'closed', openedAt: 1, closedAt: 2 } as unknown as typeof held.session;
  server.deps.rooms.meeting = async () => ({ ...held, session });
  expect(await member.get(at)).toMatchObject({ status: 200, body: { findings: [] } });
  expect((await server.browser().get(at)).status).toBe(404);
  const other = await buildStaff(db, { of: staff, login: 'ren' });
  expect((await (await signedInAs(server, other)).get(at)).status).toBe(404);
});

it('a crowd that taps costs one check of each meeting in ten seconds, one at a time', async () => {
  const [checked, open]: [string[], (() => void)[]] = [[], []];
  const answer = { findings: [] } as unknown as VerifyAnswer;
  const verifying = new Verifying((which) => {
    checked.push(which);
    return new Promise((done) => open.push(() => done(answer)));
  });
  const asked = [...Array.from({ length: 50 }, () => verifying.verify('a', 0)), verifying.verify('b', 0)];
  await Promise.resolve();
  expect(checked).toEqual(['a']);
  open[0]!();
  expect(await asked[49]).toBe(answer);
  await new Promise(setImmediate);
  expect(checked).toEqual(['a', 'b']);
  open[1]!();
  await asked[50];
  void verifying.verify('a', 9_999);
  await new Promise(setImmediate);
  expect(checked).toEqual(['a', 'b']);
  void verifying.verify('a', 10_000);
  await new Promise(setImmediate);
  expect(checked).toEqual(['a', 'b', 'a']);
});

it('a check that failed is made anew, and holds up no other', async () => {
  let times = 0;
  const verifying = new Verifying(async () => {
    times += 1;
    if (times === 1) throw new Error('the database is away');
    return { findings: [] } as unknown as VerifyAnswer;
  });
  await expect(verifying.verify('a', 0)).rejects.toThrow('away');
  expect(await verifying.verify('a', 0)).toMatchObject({ findings: [] });
});
