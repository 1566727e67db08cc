/** What is owed after a hearing by the real server: recorded, proved, listed for staff, and its rows as the record tells them. */
import { aDatabase } from '@yishiting/db/testing';
import { aJpeg, aPdf, aDocx } from '@yishiting/db/uploads/testing-files';
import type { MeetingLine } from '@yishiting/domain/api';
import type { FileLine } from '@yishiting/domain/api-files';
import { dutiesOf } from '@yishiting/domain/duties';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { describe, expect, it } from 'vitest';
import { enterRoom, holdHearing, randomId, seatOf } from '../testing/hearing.ts';
import type { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const [recorder, member] = [seatOf(hearing, '周敏'), seatOf(hearing, '李秀英')];

async function send(browser: Browser, bytes: Buffer, query: Record<string, string>) {
  const asked = new URLSearchParams({ kind: 'duty-proof', name: '回执.pdf', command: randomId(), ...query });
  const response = await fetch(`${house.origin}${api}/meetings/${hearing.meeting}/files?${asked}`, {
    method: 'POST',
    headers: { origin: house.origin, cookie: browser.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as FileLine & { code?: string } };
}
const lines = async () => (await hearing.staff.get<MeetingLine[]>(`${api}/meetings`)).body;
const owed = async () => (await lines()).find(({ meeting }) => meeting === hearing.meeting)!.owed;

/** What the rows say, and what the record says when it is read anew. */
async function told() {
  const rows = await house.db
    .selectFrom('duties')
    .where('meeting', '=', hearing.meeting)
    .orderBy('position')
    .selectAll()
    .execute();
  const meeting = replay((await house.record(hearing)).map(factOf));
  const kept = rows.map(({ duty, words, due_day: last, person, done_at: at, done_by, handed_to, note }) => {
    const done = at === null ? null : { at: Number(at), by: done_by, to: handed_to, note };
    return { duty, words, last, person, done };
  });
  const rebuilt = dutiesOf(meeting).map(({ duty, words, last, person, done }) => ({ duty, words, last, person, done }));
  return { kept, rebuilt };
}

describe('what is owed after a hearing', () => {
  it('is listed for staff from the closing on, and a proof of it is taken from then on', async () => {
    expect((await send(recorder.browser, aPdf(), { duty: 'post-result', seat: recorder.seat })).body.code).toBe(
      'no-such-duty',
    );
    const chair = await enterRoom(hearing, '王建国').joined();
    await chair.command({ type: 'open-meeting' });
    for (const item of chair.view.agenda.order as string[]) {
      await chair.command({ type: 'skip-item', item, reason: '测试' });
    }
    expect(await chair.command({ type: 'close-meeting' })).toMatchObject({ answer: 'accepted' });
    chair.close();
    expect((await owed()).map(({ duty }) => duty)).toEqual(['draw-up-minutes', 'file-minutes', 'post-result']);
    const { kept, rebuilt } = await told();
    expect(kept).toEqual(rebuilt);
    expect(kept).toHaveLength(3);
  });

  it('is recorded by the recorder, put right, and its rows are those that the record tells', async () => {
    const room = await enterRoom(hearing, '周敏').joined();
    const at = Date.now();
    const posted = { type: 'record-duty', duty: 'post-result', at, by: '周敏', to: null };
    await room.command({ type: 'assign-duty', duty: 'file-minutes', person: '王建国' });
    expect(await room.command({ ...posted, duty: 'file-minutes', to: '街道办事处' })).toMatchObject({
      code: 'minutes-not-final',
    });
    expect(await room.command(posted)).toMatchObject({ answer: 'accepted' });
    expect((await owed()).map(({ duty }) => duty)).toEqual(['draw-up-minutes', 'file-minutes']);
    expect(await room.command({ ...posted, note: '东门公告栏' })).toMatchObject({ answer: 'accepted' });
    expect(await told()).toMatchObject({ kept: [{}, { person: '王建国' }, { done: { note: '东门公告栏' } }] });
    expect(await room.command({ type: 'reopen-duty', duty: 'post-result', reason: '登错了' })).toMatchObject({
      answer: 'accepted',
    });
    const { kept, rebuilt } = await told();
    expect(kept).toEqual(rebuilt);
    expect(kept[2]).toMatchObject({ done: null });
    room.close();
  });

  it('is proved by a picture or a PDF, once for one command, seen by those who lead alone', async () => {
    const query = { duty: 'post-result', seat: recorder.seat, command: randomId() };
    expect((await send(recorder.browser, await aDocx(), { ...query, command: randomId() })).body.code).toBe(
      'file-type',
    );
    const sent = await send(recorder.browser, aJpeg(), query);
    expect(sent.status).toBe(200);
    await send(recorder.browser, aJpeg(), query);
    const facts = (await house.record(hearing)).filter(({ type }) => type === 'proof-added');
    expect(facts.map(({ data }) => data)).toMatchObject([{ file: sent.body.file, duty: 'post-result' }]);
    // What the record names is not swept away at the next start.
    const kept = await house.db.selectFrom('files').select(['id', 'on_record']).execute();
    expect(kept).toEqual([{ id: sent.body.file, on_record: true }]);
    const at = `${api}/meetings/${hearing.meeting}/files/${sent.body.file}`;
    const fetched = async ({ cookie }: Browser) => (await fetch(house.origin + at, { headers: { cookie } })).status;
    expect([await fetched(recorder.browser), await fetched(hearing.staff), await fetched(member.browser)]).toEqual([
      200, 200, 404,
    ]);
    expect((await send(member.browser, aJpeg(), { ...query, seat: member.seat })).status).toBe(404);
    expect((await send(recorder.browser, aPdf(), { seat: recorder.seat })).body.code).toBe('no-such-duty');
  });

  it('is told to nobody who does not lead', async () => {
    const room = await enterRoom(hearing, '李秀英').joined();
    expect(JSON.stringify(room.heard)).not.toMatch(/duties|duty-proof|东门公告栏/);
    room.close();
  });
});
