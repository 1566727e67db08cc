/** The demonstration goes as a whole, under people who are in it, and leaves the real community as it was. */
import { communities } from '@yishiting/db/communities';
import { offerSetUp } from '@yishiting/db/installation';
import { aDatabase } from '@yishiting/db/testing';
import { verifyRecord } from '@yishiting/db/verify-record';
import type { DemonstrationAnswer } from '@yishiting/domain/api';
import { expect, it } from 'vitest';
import { tokenHash } from '../identity/tokens.ts';
import { holdHearing } from '../testing/hearing.ts';
import { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { newId, OutsiderRoom, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const leader = new Browser(house.origin);
const token = { token: house.setUpToken };
const opened = (await leader.post<DemonstrationAnswer>('/api/demonstration', token)).body;
const { community, meeting, accounts } = opened;
const api = `/c/${community}/api`;
const name = '南门街道示范社区';
const remove = (browser: Browser, confirmation: string, code = community) =>
  browser.post<Json>(`/c/${code}/api/demonstration/remove`, { confirmation });
const codes = async () => (await communities(house.db)).map(({ code }) => code).sort();
const removed = async () => !(await codes()).some((code) => code.endsWith('-demo'));

const links = (await leader.post<Json>(`${api}/meetings/${meeting}/links`, {})).body;
const phone = new Browser(house.origin);
const { seat } = (await phone.post<Json>(`${api}/enter`, { token: links[2].url.split('#')[1] })).body;
const join = () => new OutsiderRoom(phone, community, { protocol: 2, meeting, as: { kind: 'seat', seat } });

it('[R14] is found by its administrators alone, and only by the name of the community', async () => {
  const clerk = new Browser(house.origin);
  const { login, password } = accounts.find((one) => one.name === '林晓燕')!;
  expect((await clerk.post(`${api}/sign-in`, { login, password })).status).toBe(200);
  for (const browser of [new Browser(house.origin), phone, clerk]) {
    expect(await remove(browser, name)).toEqual({ status: 404, body: { code: 'not-found' } });
  }
  expect(await remove(leader, '南门')).toEqual({
    status: 400,
    body: { code: 'malformed', fields: { confirmation: 'not-the-name' } },
  });
  expect(await codes()).toEqual(['beiyuan-demo', 'nanmen-demo']);
});

it('leaves a real community alone, also when its own administrator asks', async () => {
  const hearing = await holdHearing(house);
  const own = (await communities(house.db)).find(({ code }) => code === hearing.community)!;
  expect((await hearing.staff.get<Json>(`/c/${own.code}/api/accounts`)).status).toBe(200);
  expect(await remove(hearing.staff, own.name, own.code)).toEqual({
    status: 404,
    body: { code: 'not-found' },
  });
  expect(await codes()).toContain(own.code);
});

it('[R9] ends the rooms and everybody in them, signs all out and takes both communities away', async () => {
  const real = (await codes()).filter((code) => !code.endsWith('-demo'));
  const room = await join().joined();
  const late = join();
  const checkIn = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
  expect(await room.command(checkIn)).toEqual({ answer: 'accepted' });
  expect(await remove(leader, name)).toEqual({ status: 200, body: {} });
  await room.closed;
  expect(room.ended).toBe('revoked');
  await late.closed;
  expect(await removed()).toBe(true);
  expect(await codes()).toEqual(real);
  expect((await leader.get(`${api}/session`)).status).toBe(404);
  const again = join();
  await again.closed;
  expect(again.ended).toBe('not-found');
  for (const table of ['meetings', 'grants', 'people', 'accounts'] as const) {
    const left = await house.db.selectFrom(table).select('community').distinct().execute();
    expect(left, table).toHaveLength(real.length);
  }
  expect(await verifyRecord(house.db, { publicKeys: null })).toEqual([]);
  expect(house.logged.filter((line) => !line.includes('demonstration-removed'))).toEqual([]);
});

it('can be opened anew afterwards, where the start offers it', async () => {
  expect((await remove(leader, name)).status).toBe(404);
  await offerSetUp(house.db, tokenHash(house.setUpToken));
  const fresh = (await leader.post<DemonstrationAnswer>('/api/demonstration', token)).body;
  expect([fresh.community, fresh.meeting === meeting]).toEqual([community, false]);
  const take = { commandId: newId(), password: fresh.accounts[0]!.password };
  expect(await leader.post<Json>(`${api}/meetings/${fresh.meeting}/take-chair`, take)).toMatchObject({
    body: { code: 'chair-already-yours' },
  });
});
