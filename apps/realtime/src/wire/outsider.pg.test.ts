import { readFileSync } from 'node:fs';
import { aDatabase } from '@yishiting/db/testing';
import { endCodes } from '@yishiting/domain/end-codes';
import { permissions } from '@yishiting/domain/permissions';
import { expect, it } from 'vitest';
import { holdHearing } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom, OutsiderSession, newId, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const meetingApi = `${api}/meetings/${hearing.meeting}`;
const page = readFileSync(new URL('../../../../docs/PROTOCOL.md', import.meta.url), 'utf8');

/** The seat of this name, entered by a personal link as the page says. */
async function enter(name: string): Promise<{ session: OutsiderSession; seat: string; room: () => OutsiderRoom }> {
  const { seat } = hearing.seats.find((one) => one.name === name)!;
  const { body: links } = await hearing.staff.post<Json>(`${meetingApi}/links`, { seats: [seat] });
  const session = new OutsiderSession(house.origin);
  const entered = await session.request('POST', `${api}/enter`, { token: links[0].url.split('#')[1] });
  expect(entered).toEqual({ status: 200, body: { meeting: hearing.meeting, seat } });
  const auth = { protocol: 2, meeting: hearing.meeting, as: { kind: 'seat', seat } };
  return { session, seat, room: () => new OutsiderRoom(session, hearing.community, auth) };
}

it('[R4] a client written from docs/PROTOCOL.md alone enters, keeps the view, gives commands, misses a number and is shown out', async () => {
  const member = await enter('李秀英');
  const led = await enter('王建国');
  const room = await member.room().joined();
  const chair = await led.room().joined();
  expect(room.view).toMatchObject({ matter: '加装电梯', phase: 'called', attendance: { due: 5, present: 0 } });
  expect(room.mine).toMatchObject({ seat: member.seat, name: '李秀英', presence: 'expected' });

  // Checked in, and the same command once more.
  const id = newId();
  const checkIn = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
  expect(await room.command(checkIn, id)).toEqual({ answer: 'accepted' });
  expect(await room.command(checkIn, id)).toEqual({ answer: 'accepted' });
  expect(await room.command(checkIn)).toEqual({ answer: 'unchanged' });
  await room.until(({ view, mine }) => view.attendance.present === 1 && mine.presence === 'present');
  expect(await room.command({ type: 'open-meeting' })).toMatchObject({ answer: 'refused', code: 'not-entitled' });

  // One patch goes by unread; the next has a number too many.
  await chair.until(({ view }) => view.attendance.present === 1);
  room.deafFor = 1;
  expect(await chair.command({ type: 'open-meeting' })).toEqual({ answer: 'accepted' });
  await room.until(({ deafFor }) => deafFor === 0);
  expect(room.view.phase).toBe('called');
  const [first] = chair.view.agenda.order;
  expect(await chair.command({ type: 'begin-item', item: first })).toEqual({ answer: 'accepted' });
  await room.until(({ view }) => view.agenda.current === first);
  expect(room.asked).toBe(1);
  expect(room.view.phase).toBe('in-session');

  // A whole vote, from the number present to the counts.
  expect(await chair.command({ type: 'confirm-presence', count: 4 })).toMatchObject({
    code: 'presence-differs',
    params: { count: 2 },
  });
  expect(await chair.command({ type: 'confirm-presence', count: 2 })).toEqual({ answer: 'accepted' });
  const put = { type: 'open-vote', question: '是否同意', purpose: 'sounding', method: 'yes-no-abstain' };
  expect(await chair.command(put)).toEqual({ answer: 'accepted' });
  await room.until(({ mine }) => Object.keys(mine.ballots).length === 1);
  const vote = Object.keys(room.mine.ballots)[0]!;
  expect(await room.command({ type: 'cast-ballot', vote, choice: 'yes' })).toEqual({ answer: 'accepted' });
  await room.until(({ mine }) => mine.ballots[vote].choice === 'yes');
  for (const type of ['close-vote', 'establish-vote', 'publish-vote']) {
    expect(await chair.command({ type, vote })).toEqual({ answer: 'accepted' });
  }
  await room.until(({ view }) => view.votes.byId[vote].status === 'published');
  expect(room.view.votes.byId[vote].counts).toEqual({ yes: 1, no: 0, abstain: 0 });

  // Nothing was missed but what was missed on purpose.
  expect([room.asked, chair.asked]).toEqual([1, 0]);

  // What was kept by patches is what somebody new is shown; and the seat's other connection is told when it is revoked.
  const again = await member.room().joined();
  expect(again.view).toEqual(room.view);
  expect(again.mine).toEqual(room.mine);
  expect(await hearing.staff.post(`${meetingApi}/revoke`, { seats: [member.seat] })).toMatchObject({ status: 200 });
  await Promise.all([room.closed, again.closed]);
  expect([room.ended, again.ended]).toEqual(['revoked', 'revoked']);
  const late = member.room();
  await late.closed;
  expect(late.ended).toBe('not-found');
  chair.close();
});

it('staff sign in and join with their account; a projector joins as a screen and acts for nobody', async () => {
  const session = new OutsiderSession(house.origin);
  const wrong = await session.request('POST', `${api}/sign-in`, { login: 'zhang', password: 'wrong' });
  expect(wrong).toMatchObject({ status: 403, body: { code: 'wrong-password' } });
  const signedIn = await session.request('POST', `${api}/sign-in`, { login: 'zhang', password: 'qidong-2026' });
  expect(signedIn.status).toBe(200);
  expect(await session.request('GET', `${api}/session`)).toEqual(signedIn);
  const { body } = await session.request('POST', `${meetingApi}/screen`, {});
  const auth = (as: Json) => ({ protocol: 2, meeting: hearing.meeting, as });
  const staff = await new OutsiderRoom(session, hearing.community, auth({ kind: 'account' })).joined();
  const screen = new OutsiderRoom(session, hearing.community, auth({ kind: 'screen', screen: body.screen }));
  await screen.joined();
  expect(staff.mine).toMatchObject({ name: '张干事', staff: true });
  expect(staff.view.desk).toBeDefined();
  expect(screen.mine).toBeNull();
  expect(screen.view.joinCode).toMatch(/^\d{6}$/);
  expect(screen.view.desk).toBeUndefined();
  expect(await screen.command({ type: 'leave' })).toMatchObject({ answer: 'refused', code: 'not-entitled' });
  const old = new OutsiderRoom(session, hearing.community, { ...auth({ kind: 'account' }), protocol: 0 });
  await old.closed;
  expect(old.ended).toBe('protocol-outdated');
  staff.close();
  screen.close();
});

it('the page names every command and every reason for an end', () => {
  const missing = [...Object.keys(permissions), ...Object.keys(endCodes)].filter((word) => !page.includes(word));
  expect(missing).toEqual([]);
});
