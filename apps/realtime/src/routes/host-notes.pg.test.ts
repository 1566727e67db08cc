import { removeDemonstration } from '@yishiting/db/communities';
import { hostNotesOf, writeHostNote } from '@yishiting/db/host-notes';
import { aDatabase } from '@yishiting/db/testing';
import { buildCommunity, buildMeeting, testNow } from '@yishiting/db/testing-rows';
import { arrangeVideoMeeting, videoMeetingOf } from '@yishiting/db/video-meetings';
import type { HostNote } from '@yishiting/domain/host-notes';
import { expect, it } from 'vitest';
import { aServer, buildHearing, buildStaff, newCommandId, signedInAs } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);
const staff = await buildStaff(db);
const host = await signedInAs(server, staff);

async function aDraft() {
  const { meeting } = await buildHearing(db, host, staff);
  const at = staff.at(`meetings/${meeting}`);
  const arrangement = async () => (await host.get(at)).body;
  const revise = async (agenda: object[]) => {
    const { matter, description, place, plannedAt, language, people } = await arrangement();
    const named = people.map(({ name: _, ...person }: { name: string }) => person);
    const body = { matter, description, place, plannedAt, language, people: named, agenda };
    return host.put(at, body);
  };
  const notes = async (): Promise<HostNote[]> => (await host.get(`${at}/host-notes`)).body;
  const write = (item: string | null, text: string, version = 0) =>
    host.put(`${at}/host-notes`, { item, text, version });
  return { meeting, at, arrangement, revise, notes, write };
}

it('a note stays with its item while the agenda is rearranged and renamed, and goes with an item that is removed', async () => {
  const { arrangement, revise, notes, write } = await aDraft();
  const [first, second, ...rest] = (await arrangement()).agenda;
  await write(null, '全场');
  await write(first.item, '第一项');
  await write(second.item, '第二项');
  const revised = await revise([
    ...rest,
    { ...second, title: '另一个名称' },
    { ...first },
    { title: '新的', step: null, minutes: 5 },
  ]);
  expect(revised.status).toBe(200);
  expect(
    revised.body.agenda
      .slice(-3)
      .map(({ item }: { item: string }) => item)
      .slice(0, 2),
  ).toEqual([second.item, first.item]);
  expect((await notes()).map(({ item, text }) => [item, text]).sort()).toEqual(
    [
      [null, '全场'],
      [first.item, '第一项'],
      [second.item, '第二项'],
    ].sort(),
  );
  await revise(rest);
  expect((await notes()).map(({ text }) => text)).toEqual(['全场']);
  expect(await write(first.item, '已撤的', 0)).toMatchObject({ body: { code: 'no-such-item' } });
});

it('[R8] an id of an item named twice, or of another meeting, gives new items', async () => {
  const { arrangement, revise } = await aDraft();
  const foreign = (await (await aDraft()).arrangement()).agenda[0];
  const [first] = (await arrangement()).agenda;
  const { status, body } = await revise([first, { ...first, title: '又一次' }, foreign]);
  expect(status).toBe(200);
  const items = body.agenda.map(({ item }: { item: string }) => item);
  expect(items[0]).toBe(first.item);
  expect(new Set(items).size).toBe(3);
  expect(items).not.toContain(foreign.item);
});

it('what was noted while preparing is there when the meeting was called', async () => {
  const { at, arrangement, write, notes } = await aDraft();
  const [first] = (await arrangement()).agenda;
  await write(first.item, '会前写的');
  const notice = { way: 'start-now', waiver: '同意' };
  expect((await host.post(`${at}/call`, { commandId: newCommandId(), notice })).status).toBe(200);
  const [note] = await notes();
  expect(note).toMatchObject({ item: first.item, text: '会前写的', version: 1 });
  expect((await write(first.item, '会上改的', 1)).body).toMatchObject({ outcome: 'saved', note: { version: 2 } });
});

it('the video meeting of a draft is there when it was called', async () => {
  const { at } = await aDraft();
  const video = { address: 'https://meet.example/j/1', access: '密码 2026' };
  expect((await host.get(`${at}/video`)).body).toEqual({ video: null });
  expect((await host.put(`${at}/video`, video)).body).toEqual({ video });
  expect((await host.get(`${at}/video`)).body).toEqual({ video });
});

it('a demonstration is removed with them', async () => {
  const shown = await buildCommunity(db, { demonstration: true });
  const place = { community: shown.id, meeting: await buildMeeting(db, shown) };
  await writeHostNote(db, place, { about: place.meeting, text: '演示', version: 0, at: testNow });
  await arrangeVideoMeeting(db, place, { address: '', access: '123' });
  expect(await removeDemonstration(db, shown.id, server.deps)).toBe(true);
  expect([await hostNotesOf(db, place), await videoMeetingOf(db, place)]).toEqual([[], null]);
});
