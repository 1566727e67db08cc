import { loadEvents } from '@yishiting/db/meeting-events';
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson, testNow } from '@yishiting/db/testing-rows';
import { verifyRecord } from '@yishiting/db/verify-record';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { expect, it } from 'vitest';
import { aServer, buildCalled, buildHearing, buildStaff, newCommandId, signedInAs } from './testing.ts';

const { db, pool } = await aDatabase();
const server = await aServer(db);
const served = { way: 'served', servedAt: testNow - 4 * 86_400_000 };

async function aHearing() {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting, people } = await buildHearing(db, host, staff);
  return { staff, host, meeting, people, path: staff.at(`meetings/${meeting}`) };
}

it('a new meeting begins with the steps of its procedure, and stands in the list of its body', async () => {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting } = (
    await host.post(staff.at('meetings'), { body: staff.body, procedure: 'hearing', matter: '停车位' })
  ).body;
  const { agenda, status, joinCode } = (await host.get(staff.at(`meetings/${meeting}`))).body;
  expect(agenda.map(({ step }: Record<string, unknown>) => step)).toEqual([
    'introduction',
    'presentation',
    'opinions',
    'answers',
    'summary',
  ]);
  expect(agenda[2]).toMatchObject({ title: '代表发表意见和建议', step: 'opinions', minutes: null });
  expect([status, joinCode]).toEqual(['draft', null]);
  expect((await host.get(staff.at('meetings'))).body).toEqual([
    {
      meeting,
      matter: '停车位',
      procedure: 'hearing',
      body: { id: staff.body, name: '居民委员会' },
      place: '',
      plannedAt: null,
      status: 'draft',
      noticePending: false,
      owed: [],
    },
  ]);
  const unknown = await host.post(staff.at('meetings'), {
    body: staff.body,
    procedure: 'constructor',
    matter: '停车位',
  });
  expect(unknown.body.fields).toEqual({ procedure: 'unknown-procedure' });
});

it('an arrangement is read back as it was put, and refused by field', async () => {
  const { staff, host, people, path } = await aHearing();
  const { body } = await host.get(path);
  expect(body.people[2]).toEqual({
    ...{ person: people[2], name: '王秀兰', capacities: ['member'], standing: '3号楼' },
    ...{ reply: { is: 'not-asked' }, standsInFor: null, side: null },
  });
  const stranger = await buildPerson(db, (await buildStaff(db)).id);
  const { matter, description, place, plannedAt, language } = body;
  const listed = (person: string) => ({ person, capacities: ['member'], standing: '' });
  const wrong = {
    ...{ matter, description, place, plannedAt, language },
    people: [listed(people[0]!), listed(people[0]!), listed(stranger)],
    agenda: [{ title: '其他', step: 'oath', minutes: null }],
  };
  expect((await host.put(path, wrong)).body.fields).toEqual({
    'people.1.person': 'person-twice',
    'people.2.person': 'not-on-register',
    'agenda.0.step': 'unknown-step',
  });
  expect((await host.get(path)).body).toEqual(body);
  expect(staff.person).toBe(people[0]);
});

it('calling copies matter, people, agenda and procedure into the first event, with seats and a code', async () => {
  const { staff, host, meeting, people, path } = await aHearing();
  expect((await host.post(`${path}/call`, { commandId: newCommandId(), notice: served })).body).toEqual({ meeting });
  const record = (await loadEvents(db, staff.id, meeting)).map(factOf);
  expect(record).toHaveLength(1);
  const { called, attendance } = replay(record);
  expect(called).toMatchObject({
    matter: '加装电梯',
    place: '二楼会议室',
    procedure: { id: 'hearing' },
    notice: served,
  });
  expect(called.agenda).toHaveLength(5);
  expect(Object.values(attendance.people).map(({ person, standing }) => [person, standing])).toEqual([
    [people[0], undefined],
    [people[1], undefined],
    [people[2], '3号楼'],
  ]);
  const rows = await pool.query('select id, person from seats where meeting = $1', [meeting]);
  expect(rows.rows.map(({ id }) => id).sort()).toEqual(Object.keys(attendance.people).sort());
  const { status, joinCode } = (await host.get(path)).body;
  expect(status).toBe('called');
  expect(joinCode).toMatch(/^\d{6}$/);
  expect((await server.browser().post('/api/join', { code: joinCode })).body).toEqual({
    community: staff.code,
    meeting,
  });
  expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
});

it('the same call again is answered alike, another is refused, and nothing is arranged afterwards', async () => {
  const { staff, host, meeting, path } = await aHearing();
  const call = { commandId: newCommandId(), notice: served };
  const answers = await Promise.all([1, 2, 3].map(() => host.post(`${path}/call`, call)));
  expect(answers.map(({ body }) => body)).toEqual(Array(3).fill({ meeting }));
  expect(await loadEvents(db, staff.id, meeting)).toHaveLength(1);
  const other = await host.post(`${path}/call`, { ...call, commandId: newCommandId() });
  expect(other).toMatchObject({ status: 409, body: { code: 'wrong-phase', params: { phase: 'called' } } });
  const { matter, description, place, plannedAt, language, agenda } = (await host.get(path)).body;
  const put = await host.put(path, { matter, description, place, plannedAt, language, agenda, people: [] });
  expect(put.body.code).toBe('wrong-phase');
});

it('names what is missing before a meeting can be called', async () => {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting } = (
    await host.post(staff.at('meetings'), { body: staff.body, procedure: 'hearing', matter: '停车位' })
  ).body;
  const path = staff.at(`meetings/${meeting}`);
  const call = (notice: object) => host.post(`${path}/call`, { commandId: newCommandId(), notice });
  expect((await call(served)).body).toEqual({
    code: 'meeting-incomplete',
    fields: { place: 'empty', plannedAt: 'empty', people: 'no-chair', recorder: 'no-recorder' },
  });
  const other = await buildPerson(db, staff.id, '林晓燕');
  const arrange = (capacities: string[][]) =>
    host.put(path, {
      ...{ matter: '停车位', description: '', place: '议事厅', plannedAt: null, language: 'zh-CN', agenda: [] },
      people: capacities.map((held, n) => ({ person: [staff.person, other][n], capacities: held, standing: '' })),
    });
  const waived = { way: 'start-now', waiver: '到会人员一致同意' };
  await arrange([['chair'], ['chair', 'recorder']]);
  expect((await call(waived)).body.fields).toEqual({ people: 'several-chairs' });
  await arrange([['chair'], ['member']]);
  expect((await call(waived)).body.fields).toEqual({ recorder: 'no-recorder' });
  await arrange([['chair'], ['recorder', 'member']]);
  expect((await call(waived)).status).toBe(200);
  const [called] = await loadEvents(db, staff.id, meeting);
  expect(called?.data).toMatchObject({ plannedAt: server.deps.clock.now(), notice: waived });
});

it('what is revised while the meeting is being called is either in the record or refused', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { staff, host, meeting, path } = await aHearing();
    const { description, place, plannedAt, language, agenda, people } = (await host.get(path)).body;
    const listed = people.map(({ name: _, ...one }: Record<string, unknown>) => one);
    const put = { matter: '改过的事项', description, place, plannedAt, language, agenda, people: listed };
    const [revised, called] = await Promise.all([
      host.put(path, put),
      host.post(`${path}/call`, { commandId: newCommandId(), notice: served }),
    ]);
    expect(called.status).toBe(200);
    const [event] = await loadEvents(db, staff.id, meeting);
    expect(event?.data['matter']).toBe(revised.status === 200 ? '改过的事项' : '加装电梯');
  }
});

it('five thousand people are arranged, called and given links', async () => {
  const { staff, host, meeting, people, path } = await aHearing();
  const crowd = Array.from({ length: 4_997 }, () => server.deps.newId());
  const rows = crowd.map((id) => ({ id, community: staff.id, name: '居民', created_at: testNow }));
  await db.insertInto('people').values(rows).execute();
  const { matter, description, place, plannedAt, language, agenda, people: first } = (await host.get(path)).body;
  const listed = [
    ...first.map(({ name: _, ...one }: Record<string, unknown>) => one),
    ...crowd.map((person) => ({
      person,
      capacities: ['member', 'observer'],
      standing: '南门里小区3号楼2单元居民代表',
    })),
  ];
  const put = await host.put(path, { matter, description, place, plannedAt, language, agenda, people: listed });
  expect([put.status, put.body.people.length]).toEqual([200, 5_000]);
  expect((await host.post(`${path}/call`, { commandId: newCommandId(), notice: served })).body).toEqual({ meeting });
  const links = (await host.post(`${path}/links`, {})).body;
  expect(new Set(links.map(({ url }: Record<string, unknown>) => url)).size).toBe(5_000);
  const again = await host.post(`${path}/links`, { seats: links.map(({ seat }: Record<string, unknown>) => seat) });
  expect([again.status, again.body.length]).toEqual([200, 5_000]);
  expect(people).toHaveLength(3);
});

it('a server that does not own the community calls nothing', async () => {
  const elsewhere = await aServer(db, { rooms: { ...server.deps.rooms, epoch: async () => null } });
  const staff = await buildStaff(db);
  const host = await signedInAs(elsewhere, staff);
  const { meeting } = await buildHearing(db, host, staff);
  const call = { commandId: newCommandId(), notice: served };
  const { status, body } = await host.post(staff.at(`meetings/${meeting}/call`), call);
  expect([status, body.code]).toEqual([503, 'try-again']);
  expect(await loadEvents(db, staff.id, meeting)).toEqual([]);
});

it('people are found by name and added; what can be erased is kept apart', async () => {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const added = await host.post(staff.at('people'), {
    name: ' 欧阳春  ',
    phone: '13800000000',
    address: '南门里3号楼',
  });
  expect(added.body.name).toBe('欧阳春');
  const search = async (text: string) => (await host.get(staff.at(`people?search=${encodeURIComponent(text)}`))).body;
  expect(await search('阳')).toEqual([added.body]);
  expect(await search('%')).toEqual([]);
  const { rows } = await pool.query('select kind, value from particulars where person = $1 order by kind', [
    added.body.person,
  ]);
  expect(rows).toEqual([
    { kind: 'address', value: '南门里3号楼' },
    { kind: 'phone', value: '13800000000' },
  ]);
});

it('records are public: keys, and seals with what each was set at, and no matter of a meeting that is not', async () => {
  const staff = await buildStaff(db);
  const host = await signedInAs(server, staff);
  const { meeting } = await buildCalled(db, host, staff, { way: 'start-now', waiver: '到会人员一致同意' });
  const seal = { version: 1, head: 'cd'.repeat(32), at: testNow, key: 'ab'.repeat(32), signature: 'ef'.repeat(64) };
  const later = { ...seal, version: 2, signature: 'fe'.repeat(64) };
  await db
    .insertInto('record_seals')
    .values([
      { community: staff.id, meeting, ...seal },
      { community: staff.id, meeting, ...later },
    ])
    .execute();
  const { body } = await server.browser().get(staff.at('records'));
  expect(body).toEqual({
    community: { code: staff.code, name: '南门街道第一社区', demonstration: false },
    keys: ['ab'.repeat(32)],
    // Up to what a seal vouches; of an event that is no longer there nothing is said.
    seals: [
      { meeting, matter: null, event: 'meeting-called', ...seal },
      { meeting, matter: null, event: null, ...later },
    ],
  });
});
