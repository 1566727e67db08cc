import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEvents } from '@yishiting/db/meeting-events';
import { givePost } from '@yishiting/db/posts';
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson, testNow } from '@yishiting/db/testing-rows';
import { tableNames } from '@yishiting/db/tables';
import { expect, it } from 'vitest';
import { aServer, buildCalled, buildStaff, signedInAs, type Staffed, type TestBrowser } from './testing.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);

/** Staff who administer their community, and the browser they are signed in with. */
async function anAdministrator(): Promise<{ staff: Staffed; browser: TestBrowser }> {
  const staff = await buildStaff(db);
  const given = { community: staff.id, person: staff.person, body: null, post: 'administrator' as const };
  await givePost(db, { ...given, id: server.deps.newId(), from: testNow });
  return { staff, browser: await signedInAs(server, staff) };
}

async function rowsWith(text: string): Promise<string[]> {
  const found = [];
  for (const table of tableNames) {
    const { rows } = await pool.query(`select count(*) as n from ${table} t where t::text like $1`, [`%${text}%`]);
    if (Number(rows[0].n) > 0) found.push(table);
  }
  return found;
}

it('keeps particulars of a person, corrects them, and takes people off the register and back', async () => {
  const staff = await buildStaff(db);
  const browser = await signedInAs(server, staff);
  const added = await browser.post(staff.at('people'), { name: '赵玉芬', phone: '13900001111' });
  const file = staff.at(`people/${added.body.person}`);
  expect((await browser.get(file)).body).toEqual({
    person: added.body.person,
    name: '赵玉芬',
    leftAt: null,
    particulars: [{ kind: 'phone', value: '13900001111' }],
  });
  const corrected = await browser.put(file, { name: '赵玉芳', phone: '13900002222', remark: '周二\n不在家' });
  expect(corrected.body).toMatchObject({
    name: '赵玉芳',
    particulars: [
      { kind: 'phone', value: '13900002222' },
      { kind: 'remark', value: '周二\n不在家' },
    ],
  });
  expect(await rowsWith('13900001111')).toEqual([]);
  const empty = await browser.put(file, { phone: ' ', remark: '' });
  expect([empty.status, empty.body.fields]).toEqual([400, { phone: 'empty', remark: 'empty' }]);

  const names = async (left = '') =>
    (await browser.get(staff.at(`people?search=${encodeURIComponent('赵玉')}${left}`))).body;
  expect(await names('&left=yes')).toEqual([]);
  expect((await browser.post(`${file}/leave`)).body).toMatchObject({ leftAt: testNow });
  expect(await names()).toEqual([]);
  expect(await names('&left=yes')).toEqual([{ person: added.body.person, name: '赵玉芳' }]);
  expect((await browser.post(`${file}/return`)).body).toMatchObject({ leftAt: null });
  expect(await names()).toHaveLength(1);
});

it('nobody leaves the register who is in office; a meeting goes on naming whoever left', async () => {
  const { staff, browser } = await anAdministrator();
  const refused = await browser.post(staff.at(`people/${staff.person}/leave`));
  expect([refused.status, refused.body.code]).toEqual([409, 'in-office']);
  const { meeting, people } = await buildCalled(db, browser, staff);
  expect((await browser.post(staff.at(`people/${people[2]}/leave`))).status).toBe(200);
  const { body } = await browser.get(staff.at(`meetings/${meeting}`));
  expect(body.people.map(({ name }: { name: string }) => name)).toContain('王秀兰');
});

it('[R5] no answer but a person’s own file holds particulars', async () => {
  const { staff, browser } = await anAdministrator();
  const { meeting, people } = await buildCalled(db, browser, staff);
  const [, , person] = people;
  const secrets = ['13911112222', '5幢2单元301', '行动不便'];
  const [phone, address, remark] = secrets;
  await browser.put(staff.at(`people/${person}`), { phone, address, remark });
  const links = (await browser.post(staff.at(`meetings/${meeting}/links`), {})).body;
  const phoneOfMember = server.browser();
  await phoneOfMember.post(staff.at('enter'), { token: links[2].url.split('#')[1] });
  const holds: string[] = [];
  for (const route of server.routes.filter((one) => one.startsWith('GET '))) {
    const fill = (_: string, name: string) => ({ community: staff.code, meeting, person })[name] ?? name;
    const url = route.slice(4).replace(/:(\w+)/g, fill);
    for (const one of [browser, phoneOfMember]) {
      const text = JSON.stringify((await one.get(url)).body);
      if (secrets.some((secret) => text.includes(secret!))) holds.push(one === browser ? route : `${route} (a member)`);
    }
  }
  expect(holds).toEqual(['GET /c/:community/api/people/:person']);
  const list = (await browser.get(staff.at('people'))).body;
  for (const line of list) expect(Object.keys(line).sort()).toEqual(['name', 'person']);
});

it('[R11] an administrator erases what is chosen, with a reason that does not repeat it', async () => {
  const { staff, browser } = await anAdministrator();
  const { meeting, people } = await buildCalled(db, browser, staff);
  const person = people[2]!;
  const file = staff.at(`people/${person}`);
  const [wrong, phone] = ['13933331111', '13933332222'];
  await browser.put(file, { phone: wrong, address: '1幢101' });
  await browser.put(file, { phone });
  const erase = (kinds: string[], reason = '本人要求') => browser.post(`${file}/erase`, { kinds, reason });
  expect((await erase([])).body.fields).toEqual({ kinds: 'too_small' });
  expect((await erase(['phone'], `删除 ${phone}`)).body.fields).toEqual({ reason: 'repeats-what-is-erased' });
  expect((await erase(['remark'])).body).toEqual({ code: 'nothing-to-erase' });
  expect(await rowsWith(phone)).toEqual(['particulars']);

  expect((await erase(['phone', 'remark'])).body).toEqual({ kinds: ['phone'], erasedAt: testNow });
  for (const gone of [wrong, phone]) expect(await rowsWith(gone)).toEqual([]);
  expect((await browser.get(file)).body.particulars).toEqual([{ kind: 'address', value: '1幢101' }]);
  const events = await loadEvents(db, staff.id, meeting);
  expect(events.at(-1)).toMatchObject({ type: 'particulars-erased', data: { person, kinds: ['phone'] } });
  const list = readFileSync(join(server.deps.dataDir, 'backups', 'erasures.json'), 'utf8');
  expect(list).toContain(person);
  expect(list).not.toContain(phone);
});

it('[R11] a phone number that is also a sign-in name is erased after the account was closed', async () => {
  const { staff, browser } = await anAdministrator();
  const person = await buildPerson(db, staff.id, '钱大妈');
  const phone = '13944445555';
  await browser.put(staff.at(`people/${person}`), { phone });
  const { account } = (await browser.post(staff.at('accounts'), { person, login: phone })).body;
  const erase = () => browser.post(staff.at(`people/${person}/erase`), { kinds: ['phone'], reason: '本人要求' });
  expect((await erase()).body).toEqual({ code: 'login-to-be-erased' });
  expect((await browser.post(staff.at(`accounts/${account}/close`))).status).toBe(200);
  expect((await erase()).status).toBe(200);
  expect(await rowsWith(phone)).toEqual([]);
});
