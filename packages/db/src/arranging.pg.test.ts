import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendBatch } from './meeting-events.ts';
import * as meetings from './meetings.ts';
import { seat, seatPerson, seatsOf, seatsOfPerson } from './seats.ts';
import { aDatabase } from './testing.ts';
import { buildCommunity, buildMeeting, buildPerson, nextEvents, testNow } from './testing-rows.ts';

const { db } = await aDatabase();
const refused = (code: string) => ({ code });

const arrangement = (body: string): meetings.Arrangement => ({
  body,
  procedure: 'hearing',
  procedureVersion: 2,
  matter: '加装电梯费用分摊',
  description: '一楼不分摊。\n二楼以上按系数。',
  place: '社区活动室',
  plannedAt: testNow + 86_400_000,
  openToPublic: false,
  recordLanguage: 'zh-CN',
});

describe('a meeting that is being arranged', () => {
  it('can be revised until it is called, by its own community only', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const id = await buildMeeting(db, one);
    expect(await meetings.reviseMeeting(db, one.id, id, arrangement(one.body))).toBe(true);
    expect(await meetings.meeting(db, one.id, id)).toEqual({
      id,
      community: one.id,
      ...arrangement(one.body),
      status: 'draft',
      joinCode: null,
      head: 0,
      headHash: null,
      notice: { own: null, contact: '', phone: '', observers: null },
      noticePending: false,
      calledAt: null,
      openedAt: null,
      closedAt: null,
    });
    expect(await meetings.meeting(db, two.id, id), '[R14]').toBeNull();
    expect(await meetings.reviseMeeting(db, two.id, id, arrangement(two.body)), '[R14]').toBe(false);
    await expect(meetings.reviseMeeting(db, one.id, id, arrangement(two.body))).rejects.toMatchObject(refused('23503'));

    const batch = { community: one.id, epoch: 0, meeting: id, expectedHead: 0, events: nextEvents(id, null) };
    const called = { status: 'called', joinCode: `J${id.slice(0, 5)}`, calledAt: testNow };
    await appendBatch(db, { ...batch, rows: (tx) => meetings.noteProgress(tx, one.id, id, called) });
    expect(await meetings.meeting(db, one.id, id)).toMatchObject({ ...called, head: 1 });
    expect(await meetings.reviseMeeting(db, one.id, id, arrangement(one.body))).toBe(false);
    expect(await meetings.arrangePeople(db, one.id, id, [])).toBe(false);
    expect(await meetings.arrangeAgenda(db, one.id, id, [])).toBe(false);
  });

  it('is listed with the bodies that are asked for, the undated and the latest first', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const ids = [await buildMeeting(db, one), await buildMeeting(db, one), await buildMeeting(db, one)];
    const planned = (id: string, plannedAt: number | null) =>
      meetings.reviseMeeting(db, one.id, id, { ...arrangement(one.body), plannedAt });
    await planned(ids[0]!, testNow);
    await planned(ids[1]!, null);
    await planned(ids[2]!, testNow + 1);
    const listed = await meetings.meetingsOf(db, one.id, [one.body]);
    expect(listed.map((one) => one.id)).toEqual([ids[1], ids[2], ids[0]]);
    expect(await meetings.meetingsOf(db, one.id, [])).toEqual([]);
    expect(await meetings.meetingsOf(db, one.id, [two.body]), '[R14]').toEqual([]);
    expect(await meetings.meetingsOf(db, two.id, [one.body]), '[R14]').toEqual([]);
  });

  it('is found by its short code while it has one, and no two have the same', async () => {
    const community = await buildCommunity(db);
    const [one, two] = [await buildMeeting(db, community), await buildMeeting(db, community)];
    await meetings.noteProgress(db, community.id, one, { joinCode: 'K7M2' });
    expect(await meetings.meetingByJoinCode(db, 'K7M2')).toEqual({ communityCode: community.code, meeting: one });
    const taken = meetings.noteProgress(db, community.id, two, { joinCode: 'K7M2' });
    await expect(taken).rejects.toMatchObject(refused('23505'));
    await meetings.noteProgress(db, community.id, one, { joinCode: null, closedAt: testNow });
    expect(await meetings.meetingByJoinCode(db, 'K7M2')).toBeNull();
    await meetings.noteProgress(db, community.id, two, { joinCode: 'K7M2' });
    await meetings.noteProgress(db, community.id, two, {});
    expect(await meetings.meetingByJoinCode(db, 'K7M2')).toMatchObject({ meeting: two });
  });

  it('has a list of people and an agenda, each replaced as one change', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const id = await buildMeeting(db, one);
    const [wang, li] = [await buildPerson(db, one.id, '王秀兰'), await buildPerson(db, one.id, '李建国')];
    const list: meetings.ArrangedPerson[] = [
      {
        person: li,
        capacities: ['chair', 'member'],
        note: '',
        reply: { is: 'confirmed' },
        standsInFor: null,
        side: null,
      },
      {
        ...{ person: wang, capacities: ['recorder'], note: '代表3单元' },
        ...{ reply: { is: 'declined', reason: 'away', kept: false }, standsInFor: li, side: 2 },
      },
    ];
    expect(await meetings.arrangePeople(db, one.id, id, list)).toBe(true);
    expect(await meetings.arrangedPeople(db, one.id, id)).toEqual(list);
    expect(await meetings.arrangedPeople(db, two.id, id), '[R14]').toEqual([]);
    expect(await meetings.arrangePeople(db, two.id, id, []), '[R14]').toBe(false);

    const stranger = { person: await buildPerson(db, two.id), capacities: [], note: '' };
    const withStranger = meetings.arrangePeople(db, one.id, id, [list[0]!, stranger]);
    await expect(withStranger).rejects.toMatchObject(refused('23503'));
    const doubled = meetings.arrangePeople(db, one.id, id, [list[0]!, list[0]!]);
    await expect(doubled).rejects.toMatchObject(refused('23505'));
    expect(await meetings.arrangedPeople(db, one.id, id), 'the old list stays').toEqual(list);

    const items = [
      { id: randomUUID(), title: '主持人介绍情况', step: 'introduction', plannedMinutes: 10 },
      { id: randomUUID(), title: '实地查看', step: null, plannedMinutes: null },
    ];
    expect(await meetings.arrangeAgenda(db, one.id, id, items)).toBe(true);
    expect(await meetings.arrangeAgenda(db, one.id, id, items.toReversed())).toBe(true);
    expect(await meetings.arrangedAgenda(db, one.id, id)).toEqual(items.toReversed());
    expect(await meetings.arrangedAgenda(db, two.id, id), '[R14]').toEqual([]);
    expect(await meetings.arrangeAgenda(db, one.id, id, [])).toBe(true);
    expect(await meetings.arrangedAgenda(db, one.id, id)).toEqual([]);
  });
});

describe('a seat', () => {
  it('is one for a person in a meeting, however often and by how many it is asked for', async () => {
    const [one, two] = [await buildCommunity(db), await buildCommunity(db)];
    const [meeting, later] = [await buildMeeting(db, one), await buildMeeting(db, one)];
    const person = await buildPerson(db, one.id);
    const asking = { community: one.id, meeting, person, at: testNow };
    const ids = await Promise.all([1, 2, 3, 4].map(() => seatPerson(db, { ...asking, id: randomUUID() })));
    expect(new Set(ids).size).toBe(1);
    const given = { id: ids[0]!, meeting, person };
    expect(await seat(db, one.id, meeting, given.id)).toEqual(given);
    expect(await seatsOf(db, one.id, meeting)).toEqual([given]);
    const next = await seatPerson(db, { ...asking, meeting: later, id: randomUUID(), at: testNow + 1 });
    expect((await seatsOfPerson(db, one.id, person)).map((seat) => seat.id)).toEqual([next, given.id]);

    expect(await seat(db, one.id, later, given.id)).toBeNull();
    expect(await seat(db, two.id, meeting, given.id), '[R14]').toBeNull();
    expect(await seatsOf(db, two.id, meeting), '[R14]').toEqual([]);
    expect(await seatsOfPerson(db, two.id, person), '[R14]').toEqual([]);
    const stranger = { ...asking, id: randomUUID(), person: await buildPerson(db, two.id) };
    await expect(seatPerson(db, stranger)).rejects.toMatchObject(refused('23503'));
  });
});
