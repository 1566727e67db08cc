/** [H8] What everybody may ask of a meeting, from a community whose rows and record are full of private matters. */
import { aDatabase } from '@yishiting/db/testing';
import { buildPerson, testNow } from '@yishiting/db/testing-rows';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { lineOf } from '@yishiting/domain/recorded';
import { appendBatch, loadEvents } from '@yishiting/db/meeting-events';
import { expect, it } from 'vitest';
import { aServer, buildStaff, newCommandId, signedInAs, type Staffed, type TestBrowser } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);

const phone = '13800001234';
const identity = '110101199003078515';
const standing = '3号楼2单元601室业主';
const observer = '黄旁听';

/** A hearing whose people have everything on file that a register can hold. */
async function aFullHearing(staff: Staffed, host: TestBrowser): Promise<string> {
  const asked = { body: staff.body, procedure: 'hearing', matter: '3号楼2单元加装电梯' };
  const { meeting } = (await host.post(staff.at('meetings'), asked)).body;
  const member = (await host.post(staff.at('people'), { name: '王秀兰', phone, address: '南门里3号楼2单元601室' }))
    .body;
  const observing = (await host.post(staff.at('people'), { name: observer, phone: '13911112222' })).body;
  const recorder = await buildPerson(db, staff.id, '林晓燕');
  const listed = [
    { person: staff.person, capacities: ['chair'], standing: '居委会主任' },
    { person: recorder, capacities: ['recorder'], standing: '' },
    { person: member.person, capacities: ['member'], standing },
    { person: observing.person, capacities: ['observer'], standing: '5号楼1单元102室' },
  ];
  const { agenda } = (await host.get(staff.at(`meetings/${meeting}`))).body;
  const put = await host.put(staff.at(`meetings/${meeting}`), {
    ...{
      matter: asked.matter,
      description: `低保户王秀兰，${identity}`,
      place: '二楼会议室',
      plannedAt: testNow,
      agenda,
    },
    ...{ language: 'zh-CN', people: listed },
    notice: { own: null, contact: '林晓燕', phone: '0571-88000000', observers: 5 },
  });
  expect(put.body.notice).toEqual({ own: null, contact: '林晓燕', phone: '0571-88000000', observers: 5 });
  return meeting;
}

async function append(staff: Staffed, meeting: string, ...events: MeetingEvent[]): Promise<void> {
  const epoch = (await server.deps.rooms.epoch(staff.id)) ?? 0;
  for (const event of events) {
    const lines = await loadEvents(db, staff.id, meeting);
    const last = lines.at(-1)!;
    const signed = { meeting, seat: last.seat, actingAs: 'chair' as const, commandId: newCommandId(), at: last.at };
    const line = lineOf(event, 0, last, signed);
    const rows = async () => {};
    await appendBatch(db, { community: staff.id, meeting, epoch, expectedHead: last.version, events: [line], rows });
  }
}

const staff = await buildStaff(db);
const host = await signedInAs(server, staff);
const meeting = await aFullHearing(staff, host);
const page = (id: string, code = staff.at(`public/${id}`)) => server.browser().get(code);
const call = (id: string, notice: object) =>
  host.post(staff.at(`meetings/${id}/call`), { commandId: newCommandId(), notice });

it('[H8] nothing of a meeting is found before it is called', async () => {
  expect(await page(meeting)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

it('[H8] from the calling on everybody reads the notice, and not a byte of what is private', async () => {
  expect((await call(meeting, { way: 'to-be-served' })).body).toEqual({ meeting });
  const line = (await host.get(staff.at('meetings'))).body[0];
  expect(line).toMatchObject({ meeting, noticePending: true });
  const seats = Object.keys((await server.deps.rooms.meeting({ community: staff.id, meeting }))!.attendance.people);
  await append(
    staff,
    meeting,
    { type: 'notice-served', notice: 0, channel: 'public-board', at: testNow, by: '经办张某', note: `致电${phone}` },
    { type: 'meeting-opened', present: 1, deviation: { notices: [0], reason: `王秀兰住院，${identity}` } },
    { type: 'meeting-adjourned', reason: '有人低血糖' },
    { type: 'meeting-resumed' },
    { type: 'meeting-closed', present: 1 },
  );
  const { status, body, headers } = await page(meeting);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(body.notice.title).toBe('关于召开3号楼2单元加装电梯社区工作听证会的公告');
  expect(body.notice.body).toContain('代表：王秀兰（3号楼业主）。');
  expect(body).toMatchObject({ phase: 'closed', results: [] });
  const bytes = JSON.stringify(body) + JSON.stringify(headers);
  const secrets = [
    phone,
    '13911112222',
    identity,
    '601',
    '102室',
    observer,
    '低保',
    '住院',
    '低血糖',
    '张某',
    standing,
  ];
  for (const secret of [...secrets, ...seats, staff.person]) expect(bytes).not.toContain(secret);
});

it('[H8] the page of a meeting that was called without a notice is not found', async () => {
  const other = await aFullHearing(staff, host);
  expect((await call(other, { way: 'start-now', waiver: '到会人员一致同意' })).status).toBe(200);
  expect(await page(other)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

it('[H8] the page is not found under another community, nor by what is no id', async () => {
  const elsewhere = await buildStaff(db);
  expect((await page(meeting, elsewhere.at(`public/${meeting}`))).status).toBe(404);
  expect((await page('../meetings')).status).toBe(404);
  expect((await page('x')).status).toBe(404);
});

it('[H8] a notice that names a private number cannot go out', async () => {
  const other = await aFullHearing(staff, host);
  const there = (await host.get(staff.at(`meetings/${other}`))).body;
  const { matter, description, place, plannedAt, language, agenda } = there;
  const people = there.people.map(({ name: _, ...one }: Record<string, unknown>) => one);
  const own = { title: '公告', body: `联系王秀兰${phone}`, signature: '居委会' };
  const put = { matter, description, place, plannedAt, language, agenda, people };
  const revised = await host.put(staff.at(`meetings/${other}`), { ...put, notice: { ...there.notice, own } });
  expect(revised.body.notice.own).toEqual(own);
  expect((await call(other, { way: 'to-be-served' })).body).toEqual({
    code: 'meeting-incomplete',
    fields: { notice: 'private-number' },
  });
  // What is absent stays as it was.
  expect((await host.put(staff.at(`meetings/${other}`), put)).body.notice.own).toEqual(own);
  const named = { ...there.notice, phone, own };
  await host.put(staff.at(`meetings/${other}`), { ...put, notice: named });
  expect((await call(other, { way: 'to-be-served' })).status).toBe(200);
  const [event] = await loadEvents(db, staff.id, other);
  expect(event?.data['notice']).toMatchObject({ way: 'to-be-served', text: { ...own, issuedAt: testNow } });
});
