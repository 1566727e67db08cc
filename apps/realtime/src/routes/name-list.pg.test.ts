import { peopleOf } from '@yishiting/db/people';
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson, testNow } from '@yishiting/db/testing-rows';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aServer, buildHearing, buildStaff, newCommandId, signedInAs } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);

async function aClerk() {
  const staff = await buildStaff(db);
  return { staff, browser: await signedInAs(server, staff) };
}

it('tells of each name who on the register is called so, in the order asked', async () => {
  const { staff, browser } = await aClerk();
  const other = await buildStaff(db);
  await buildPerson(db, other.id, '张三');
  const [one, two] = [await buildPerson(db, staff.id, '李四'), await buildPerson(db, staff.id, '李四')];
  const { body } = await browser.post(staff.at('people/match'), { names: ['张三', '李四', '李四'] });
  const both = [one, two].sort().map((person) => ({ person, name: '李四' }));
  expect(body, '[R14] nobody of another community').toEqual([
    { name: '张三', people: [] },
    { name: '李四', people: both },
    { name: '李四', people: both },
  ]);
  const many = { names: Array.from({ length: 501 }, (_, n) => `代表${n}`) };
  expect((await browser.post(staff.at('people/match'), many)).body).toMatchObject({ code: 'malformed' });
});

it('puts a list on the register, all of it or nobody, and not twice when it is sent again', async () => {
  const { staff, browser } = await aClerk();
  await buildPerson(db, staff.id, '李四');
  const names = async () => (await peopleOf(db, staff.id)).map(({ name }) => name);
  const before = await names();
  const list = {
    people: [
      { name: '张三', known: 0 },
      { name: '李四', known: 0 },
    ],
  };
  const refused = await browser.post(staff.at('people/list'), list);
  expect([refused.status, refused.body.code]).toEqual([409, 'register-changed']);
  expect(await names()).toEqual(before);
  list.people[1]!.known = 1;
  const added = await browser.post(staff.at('people/list'), list);
  expect(added.body).toMatchObject([{ name: '张三' }, { name: '李四' }]);
  expect((await names()).sort()).toEqual([...before, '张三', '李四'].sort());
  expect((await browser.post(staff.at('people/list'), list)).body.code).toBe('register-changed');
  expect(await names()).toHaveLength(before.length + 2);
});

it('puts nobody there twice when the same list comes twice at once', async () => {
  const { staff, browser } = await aClerk();
  const before = (await peopleOf(db, staff.id)).length;
  // Connections that are open already, so that all three are at it together.
  await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.2)`.execute(db)));
  const list = { people: Array.from({ length: 40 }, (_, n) => ({ name: `同时${n}`, known: 0 })) };
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(staff.at('people/list'), list)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await peopleOf(db, staff.id)).toHaveLength(before + 40);
});

it('is closed to who does not keep the register', async () => {
  const { staff } = await aClerk();
  const { browser: stranger } = await aClerk();
  for (const [path, body] of [
    ['people/match', { names: ['张三'] }],
    ['people/list', { people: [{ name: '张三', known: 0 }] }],
  ] as const) {
    expect((await stranger.post(staff.at(path), body)).status).toBe(404);
    expect((await server.browser().post(staff.at(path), body)).status).toBe(404);
  }
});

it('who declined is not called, who was kept is called as on leave, and a substitute takes the place', async () => {
  const { staff, browser } = await aClerk();
  const { meeting, people } = await buildHearing(db, browser, staff);
  const [away, kept, he] = [
    await buildPerson(db, staff.id, '钱外出'),
    await buildPerson(db, staff.id, '孙请假'),
    await buildPerson(db, staff.id, '何代替'),
  ];
  const { body } = await browser.get(staff.at(`meetings/${meeting}`));
  const { matter, description, place, plannedAt, language, agenda, notice } = body;
  const member = { capacities: ['member'], standing: '' };
  const request = {
    ...{ matter, description, place, plannedAt, language, agenda, notice },
    people: [
      ...body.people.map(({ name: _, ...listed }: { name: string }) => listed),
      { person: away, ...member, reply: { is: 'declined', reason: 'away', kept: false } },
      { person: kept, ...member, reply: { is: 'declined', reason: null, kept: true } },
      { person: he, ...member, reply: { is: 'confirmed' }, standsInFor: kept },
    ],
  };
  const wrong = {
    ...request,
    people: request.people.map((one) => (one.person === he ? { ...one, standsInFor: he } : one)),
  };
  expect((await browser.put(staff.at(`meetings/${meeting}`), wrong)).body.fields).toEqual({
    'people.5.standsInFor': 'no-place',
  });
  const arranged = await browser.put(staff.at(`meetings/${meeting}`), request);
  expect(arranged.body.people.slice(3)).toMatchObject(request.people.slice(3));
  const call = { commandId: newCommandId(), notice: { way: 'served', servedAt: testNow - 4 * 86_400_000 } };
  expect((await browser.post(staff.at(`meetings/${meeting}/call`), call)).status).toBe(200);

  const held = await server.deps.rooms.meeting({ community: staff.id, meeting });
  const called = held!.called.people;
  expect(called.map(({ person }) => person)).toEqual([...people, kept, he]);
  const seat = called.find(({ person }) => person === kept)!.seat;
  expect(called.slice(3)).toMatchObject([{ reply: { coming: false } }, { reply: { coming: true }, substitutes: seat }]);
  expect(called[0]).not.toHaveProperty('reply');
  const notices = held!.called.notice;
  expect(notices.way === 'start-now' ? '' : notices.text?.body).not.toContain('钱外出');
  expect(notices.way === 'start-now' ? '' : notices.text?.body).toContain('何代替');
});
