import { randomUUIDv7 } from 'node:crypto';
import { openAccount } from '@yishiting/db/accounts';
import { aDatabase } from '@yishiting/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { hashPassword } from '../identity/passwords.ts';
import { enterRoom, holdHearing, seatOf, type Hearing } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { newId, OutsiderRoom, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing: Hearing = await holdHearing(house);
const path = `/c/${hearing.community}/api/meetings/${hearing.meeting}/take-chair`;
const recorderSeat = seatOf(hearing, '周敏');
const own = 'jilu-2026';
const done = { answer: 'accepted' };
const refused = (code: string, params?: object) => ({ answer: 'refused', code, ...(params && { params }) });
const checkIn = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
const put = { type: 'open-vote', question: '是否同意加装电梯', purpose: 'sounding', method: 'yes-no-abstain' };

/** The recorder has an account of their own, with a password that only they know. */
async function giveRecorderAnAccount(): Promise<void> {
  const { id: community } = await house.db
    .selectFrom('communities')
    .select('id')
    .where('code', '=', hearing.community)
    .executeTakeFirstOrThrow();
  const { person } = await house.db
    .selectFrom('seats')
    .select('person')
    .where('id', '=', recorderSeat.seat)
    .executeTakeFirstOrThrow();
  const passwordHash = await hashPassword(own);
  await openAccount(house.db, {
    id: randomUUIDv7(),
    community,
    person,
    login: 'zhoumin',
    passwordHash,
    at: Date.now(),
  });
}

let chair: OutsiderRoom;
let recorder: OutsiderRoom;
let member: OutsiderRoom;
let second: OutsiderRoom;

beforeAll(async () => {
  await giveRecorderAnAccount();
  [chair, recorder, member, second] = (await Promise.all(
    ['王建国', '周敏', '李秀英', '陈国强'].map((name) => enterRoom(hearing, name).joined()),
  )) as [OutsiderRoom, OutsiderRoom, OutsiderRoom, OutsiderRoom];
  for (const room of [chair, recorder, member, second]) expect(await room.command(checkIn)).toEqual(done);
  expect(await chair.command({ type: 'open-meeting' })).toEqual(done);
  expect(await chair.command({ type: 'begin-item', item: chair.view.agenda.order[2] })).toEqual(done);
  expect(await chair.command({ type: 'start-clock', seconds: 600 })).toEqual(done);
  await recorder.until(({ view }) => view.clock.status === 'running');
});

it('[R17] a lost connection is not leaving: the chair’s machine dies, and everything stands as it was', async () => {
  const before = await house.record(hearing);
  const { clock, attendance, chair: name } = recorder.view;
  chair.socket.terminate();
  await recorder.until(({ view }) => !view.people.bySeat[seatOf(hearing, '王建国').seat].device.connected);
  const { device, presence } = recorder.view.people.bySeat[seatOf(hearing, '王建国').seat];
  expect(presence).toBe('present');
  expect(device.offlineSince).toBeGreaterThan(0);
  expect(recorder.view).toMatchObject({ clock, attendance, chair: name });
  expect(await house.record(hearing)).toEqual(before);
});

it('[R17] nobody takes the chair without a password of their own, nor with a wrong one, nor without being entitled', async () => {
  const before = await house.record(hearing);
  const take = (browser: typeof hearing.staff, body: Json) => browser.post<Json>(path, { commandId: newId(), ...body });
  const { seat, browser } = recorderSeat;
  expect(await recorder.command({ type: 'take-chair' })).toEqual(refused('password-needed'));
  expect(await take(browser, { password: 'wrong', seat })).toMatchObject({
    status: 403,
    body: { code: 'wrong-password' },
  });
  // The password of somebody else who might.
  expect(await take(browser, { password: 'qidong-2026', seat })).toMatchObject({ status: 403 });
  expect(await take(browser, { password: own })).toMatchObject({ status: 404 });
  expect(await take(hearing.staff, { password: own })).toMatchObject({ status: 403, body: { code: 'wrong-password' } });
  expect(await take(hearing.staff, { password: own, seat })).toMatchObject({ status: 404 });
  const other = seatOf(hearing, '李秀英');
  expect(await take(other.browser, { password: own, seat: other.seat })).toMatchObject({
    status: 403,
    body: { code: 'not-entitled' },
  });
  expect(await take(other.browser, { password: own, seat })).toMatchObject({ status: 404 });
  expect(await house.record(hearing)).toEqual(before);
});

it('[R17] the recorder takes the chair with their own password; clock, item and people go on', async () => {
  const { clock, agenda, attendance } = recorder.view;
  const { seat, browser } = recorderSeat;
  const body = { commandId: newId(), password: own, seat };
  expect(await browser.post(path, body)).toEqual({ status: 200, body: { answer: 'accepted', seat } });
  // The same request once more, as a page sends it that lost the answer.
  expect(await browser.post(path, body)).toEqual({ status: 200, body: { answer: 'accepted', seat } });
  await member.until(({ view }) => view.chair === '周敏');
  await recorder.until(({ mine }) => mine.capacities.includes('chair'));
  expect(recorder.view).toMatchObject({ clock, agenda, attendance });
  expect(recorder.view.clock.endsAt).toBe(clock.endsAt);
  expect((await house.record(hearing)).filter(({ type }) => type === 'chair-taken')).toHaveLength(1);
  // The machine that died wakes up: it is told that it no longer leads.
  chair = await enterRoom(hearing, '王建国').joined();
  expect(chair.mine.capacities).toEqual(['attendee']);
  expect(chair.view.desk).toBeUndefined();
  expect(await chair.command({ type: 'pause-clock' })).toEqual(refused('not-entitled'));
  expect(await recorder.command({ type: 'pause-clock' })).toEqual(done);
  expect(await recorder.command({ type: 'resume-clock' })).toEqual(done);
});

it('[R17] the number present is confirmed before the sounding, and again after somebody came, went, or voted', async () => {
  const confirm = (count: number) => recorder.command({ type: 'confirm-presence', count });
  expect(await recorder.command(put)).toEqual(refused('presence-unconfirmed'));
  expect(await confirm(3)).toEqual(refused('presence-differs', { count: 4 }));
  expect(await confirm(4)).toEqual(done);
  expect(await confirm(4)).toEqual({ answer: 'unchanged' });

  // Somebody comes; somebody goes; somebody else's connection breaks, which changes nothing.
  const third = await enterRoom(hearing, '孙丽').joined();
  expect(await third.command(checkIn)).toEqual(done);
  expect(await recorder.command(put)).toEqual(refused('presence-unconfirmed'));
  expect(await confirm(5)).toEqual(done);
  expect(await third.command({ type: 'leave' })).toEqual(done);
  expect(await recorder.command(put)).toEqual(refused('presence-unconfirmed'));
  expect(await confirm(4)).toEqual(done);
  second.socket.terminate();
  await recorder.until(({ view }) => !view.people.bySeat[seatOf(hearing, '陈国强').seat].device.connected);
  expect(await recorder.command(put)).toEqual(done);

  // Who was cut off is on the roll and votes when they are back; for the next sounding the number is confirmed anew.
  second = await enterRoom(hearing, '陈国强').joined();
  const vote = Object.keys(second.mine.ballots)[0]!;
  expect(await second.command({ type: 'cast-ballot', vote, choice: 'yes' })).toEqual(done);
  expect(await recorder.command({ type: 'close-vote', vote })).toEqual(done);
  expect(await recorder.command({ type: 'establish-vote', vote })).toEqual(done);
  expect(await recorder.command(put)).toEqual(refused('presence-unconfirmed'));
});

it('[R17] staff who sit in no seat take the chair with their account, and the meeting goes on', async () => {
  const body = { commandId: newId(), password: 'qidong-2026' };
  const taken = await hearing.staff.post<Json>(path, body);
  expect(taken).toMatchObject({ status: 200, body: { answer: 'accepted' } });
  await member.until(({ view }) => view.chair === '张干事');
  const auth = { protocol: 2, meeting: hearing.meeting, as: { kind: 'account' } };
  const staff = await new OutsiderRoom(hearing.staff, hearing.community, auth).joined();
  expect(staff.mine).toMatchObject({ seat: taken.body.seat, capacities: ['chair'] });
  await recorder.until(({ mine }) => !mine.capacities.includes('chair'));
  expect(recorder.mine.capacities).toEqual(['recorder']);
  expect(await recorder.command({ type: 'begin-item', item: staff.view.agenda.order[3] })).toEqual(
    refused('not-entitled'),
  );
  // What the step demands binds whoever leads; with an opinion on record the meeting goes on.
  const [item, next] = staff.view.agenda.order.slice(2, 4);
  expect(await staff.command({ type: 'begin-item', item: next })).toMatchObject({ code: 'outcome-missing' });
  const said = { speaker: seatOf(hearing, '李秀英').seat, stance: 'for', gist: '赞成。', category: null };
  expect(await recorder.command({ type: 'record-opinion', item, ...said })).toEqual(done);
  expect(await staff.command({ type: 'begin-item', item: next })).toEqual(done);
  expect(house.logged).toEqual([]);
});
