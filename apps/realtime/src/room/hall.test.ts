import { inCanonicalOrder } from '@yishiting/domain/capacities';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Down, PatchOperation } from '@yishiting/domain/protocol';
import { followsAll, noScreens, type ScreenContent, type ScreenState } from '@yishiting/domain/screens';
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import type { VideoMeeting } from '@yishiting/domain/video';
import { mine, view, type View } from '@yishiting/domain/view';
import { applyPatch } from 'rfc6902';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aCallingOfMediation,
  aRecord,
  given,
  itemOf,
  ListenerLog,
  MemoryRecord,
  meetingId,
  seatOf,
  TestSocket,
} from './fixtures.ts';
import { breath, Hall, type Listener } from './hall.ts';
import { Room } from './room.ts';

const seat = (id: string, staff = false): Listener => ({ kind: 'seat', seat: id, name: '张干事', staff });
const screen: Listener = { kind: 'screen', screen: 'wall' };

/** A room with its hall; audiences reach the sockets that follow them. */
async function aHall(record = new MemoryRecord()) {
  const sockets: TestSocket[] = [];
  const listener = new ListenerLog();
  const room = await Room.open(meetingId, record, listener);
  if (!room) throw new Error('The record is empty');
  const tell = (audience: string, message: Down) => {
    for (const socket of sockets) if (socket.following === audience) socket.send(message);
  };
  const hall = new Hall(() => room.meeting, { now: () => 5_000 }, tell, '482915');
  listener.changed = () => hall.changed();
  const join = (as: Listener) => {
    const socket = new TestSocket();
    sockets.push(socket);
    return { socket, entered: hall.enter(socket, as) };
  };
  return { room, hall, join };
}

/** What a client that applied everything it was told sees now; throws when it missed a number. */
function seenBy({ told }: TestSocket): View {
  let shown: View | undefined;
  let n = -1;
  for (const message of told) {
    if (message.t === 'whole') [shown, n] = [structuredClone(message.view), message.n];
    if (message.t !== 'patch') continue;
    expect(message.n).toBe(n + 1);
    n = message.n;
    expect(applyPatch(shown, message.patch as never).every((error) => error === null)).toBe(true);
  }
  if (!shown) throw new Error('No view was told');
  return shown;
}

/** What a seat was told last of itself. */
function ownOf({ told }: TestSocket): unknown {
  return told.flatMap((message) => ('mine' in message ? [message.mine] : [])).at(-1);
}

/** What a screen was told last to show. */
function showsOn({ told }: TestSocket): unknown {
  return told.flatMap((message) => ('shows' in message ? [message.shows?.content] : [])).at(-1);
}

const patchesOf = ({ told }: TestSocket): PatchOperation[][] =>
  told.flatMap((message) => (message.t === 'patch' ? [message.patch] : []));

describe('the hall', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const arrive = (n: number) => given(seatOf.member(n), { type: 'check-in', way: 'here', privacyNotice: '2026-11' });
  const open = () => given(seatOf.chair, { type: 'open-meeting' });

  it('[A11] tells screens and who only looks on nothing of a closed mediation, byte by byte; open they hear of it, closed again no more', async () => {
    const { room, hall, join } = await aHall(new MemoryRecord(aRecord(aCallingOfMediation())));
    const message: ScreenContent = { kind: 'message', text: '漏水一案' };
    const wall: ScreenState = {
      ...followsAll,
      screen: 'wall',
      number: 1,
      since: 1_000,
      content: message,
      blanked: false,
    };
    hall.keepScreens({ state: { ...noScreens, screens: [wall] } });
    const outside = [join(screen), join(seat(seatOf.member(3)))];
    const party = join(seat(seatOf.member(1)));
    const settle = (open: boolean) => room.submit(given(seatOf.chair, { type: 'settle-openness', open }));
    const told = () => JSON.stringify(outside.map(({ socket }) => socket.told.splice(0)));
    const inside = /漏水|李秀英|陈国强|王主任|李记录|二楼会议室|第\d项|482915|meet/;
    await room.submit(given(seatOf.member(1), { type: 'check-in', way: 'here', privacyNotice }));
    await room.submit(given(seatOf.chair, { type: 'open-meeting' }));
    await room.submit(given(seatOf.chair, { type: 'begin-item', item: itemOf(2) }));
    await vi.advanceTimersByTimeAsync(4 * breath);
    expect(seenBy(party.socket)).toMatchObject({ matter: '楼上卫生间漏水', agenda: { current: itemOf(2) } });
    const first = told();
    expect(first).toContain('"withheld":true');
    expect(first).not.toMatch(inside);
    await settle(true);
    await vi.advanceTimersByTimeAsync(4 * breath);
    expect(told()).toMatch(inside);
    await settle(false);
    await vi.advanceTimersByTimeAsync(4 * breath);
    told();
    await room.submit(given(seatOf.chair, { type: 'begin-item', item: itemOf(3) }));
    await vi.advanceTimersByTimeAsync(4 * breath);
    expect(told()).not.toMatch(inside);
  });

  it('sends the whole view at joining, and lets nobody in whom the meeting does not know', async () => {
    const { join } = await aHall();
    const { socket } = join(seat(seatOf.member(1)));
    expect(socket.told[0]).toMatchObject({
      t: 'whole',
      n: 0,
      mine: { seat: seatOf.member(1), capacities: ['member'] },
    });
    expect(join(seat('00000000-0000-7000-8000-000000000099')).entered).toBe(false);
  });

  it('[R4] keeps every audience at the present view by patches alone', async () => {
    const { room, join } = await aHall();
    const all = [join(seat(seatOf.chair)), join(seat(seatOf.member(1))), join(seat(seatOf.member(2))), join(screen)];
    for (const command of [arrive(1), open(), arrive(2)]) {
      await room.submit(command);
      await vi.advanceTimersByTimeAsync(breath * 2);
    }
    await room.submit(given(seatOf.chair, { type: 'begin-item', item: itemOf(1) }));
    await vi.advanceTimersByTimeAsync(breath * 2);
    const [chair, one, two, wall] = all.map(({ socket }) => socket);
    expect(seenBy(one!)).toEqual(seenBy(two!));
    expect(seenBy(wall!).agenda.current).toBe(itemOf(1));
    expect(seenBy(chair!).desk?.undoable).toBe(room.meeting.version);
    const live = { connected: new Set<string>(), offlineSince: new Map<string, number>(), joinCode: '482915' };
    const told = JSON.parse(
      JSON.stringify(view({ meeting: room.meeting, live }, { capacities: ['member'], staff: false })),
    );
    expect(seenBy(one!)).toEqual(told);
  });

  it('tells the first change at once and what follows within a breath together', async () => {
    const { room, join } = await aHall();
    const { socket } = join(screen);
    await vi.advanceTimersByTimeAsync(breath * 2);
    await room.submit(arrive(1));
    expect(patchesOf(socket)).toHaveLength(1);
    await room.submit(arrive(2));
    await room.submit(arrive(3));
    expect(patchesOf(socket)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(breath);
    expect(patchesOf(socket)).toHaveLength(2);
    expect(seenBy(socket).attendance.present).toBe(3);
  });

  it('[R4] joins in the middle of a breath without missing or doubling anything', async () => {
    const { room, join } = await aHall();
    const early = join(screen).socket;
    await room.submit(arrive(1));
    await room.submit(arrive(2));
    const late = join(screen).socket;
    await room.submit(arrive(3));
    await vi.advanceTimersByTimeAsync(breath * 3);
    expect(seenBy(late)).toEqual(seenBy(early));
    expect(seenBy(late).attendance.present).toBe(3);
  });

  it('[R4] gives the whole view again to whoever missed a number', async () => {
    const { room, hall, join } = await aHall();
    const { socket } = join(screen);
    await room.submit(arrive(1));
    hall.whole(socket);
    expect(socket.told.at(-1)).toMatchObject({ t: 'whole', view: { attendance: { present: 1 } } });
    await vi.advanceTimersByTimeAsync(breath * 2);
    await room.submit(arrive(2));
    expect(seenBy(socket).attendance.present).toBe(2);
  });

  it('[H9] tells each screen what it shows and no other, and nobody at a seat of it', async () => {
    const { hall, join } = await aHall();
    const on = (screen: string, number: number, content: ScreenContent, blanked = false): ScreenState => {
      return { ...followsAll, screen, number, since: 1_000, content, blanked };
    };
    const turned = {
      state: { ...noScreens, screens: [on('wall', 1, { kind: 'code' }), on('side', 2, { kind: 'item' })] },
    };
    hall.keepScreens(turned);
    const [wall, side] = [join(screen).socket, join({ kind: 'screen', screen: 'side' }).socket];
    const [chair, member] = [join(seat(seatOf.chair)).socket, join(seat(seatOf.member(1))).socket];
    expect([showsOn(wall), showsOn(side)]).toEqual([{ kind: 'code' }, { kind: 'item' }]);
    await vi.advanceTimersByTimeAsync(breath * 2);
    const queue = [{ entry: 'a', on: null, content: { kind: 'message' as const, text: '稍后公布' } }];
    turned.state = { queue, screens: [on('wall', 1, { kind: 'code' }), on('side', 2, { kind: 'item' }, true)] };
    hall.changed();
    expect([showsOn(wall), showsOn(side)]).toEqual([{ kind: 'code' }, { kind: 'blank' }]);
    // The wall was told nothing, since nothing changed for it.
    expect(wall.told.filter(({ t }) => t === 'shows')).toEqual([]);
    expect(seenBy(chair).desk?.screens.queue.order).toEqual(['a']);
    for (const socket of [wall, side, member]) {
      expect(JSON.stringify(socket.told)).not.toMatch(/稍后公布|"queue"|"screens"/);
    }
    expect(JSON.stringify(member.told)).not.toMatch(/"shows"/);
    // Away and back, with something else on it meanwhile.
    hall.leave(side);
    await vi.advanceTimersByTimeAsync(breath * 2);
    expect(seenBy(chair).desk?.screens.byId['side']).toMatchObject({ connected: false, offlineSince: 5_000 });
    turned.state = { queue: [], screens: [on('wall', 1, { kind: 'code' }), on('side', 2, { kind: 'sounding' })] };
    hall.changed();
    expect(showsOn(join({ kind: 'screen', screen: 'side' }).socket)).toEqual({ kind: 'sounding' });
  });

  it('[R5] tells a seat of the video meeting as long as it is for that seat, and a screen never', async () => {
    const { room, hall, join } = await aHall();
    const kept = { state: { address: 'https://meet.example/j/1', access: '会议号 662-662' } as VideoMeeting | null };
    hall.keepVideo(kept);
    const [wall, chair] = [join(screen).socket, join(seat(seatOf.chair)).socket];
    const [remote, here] = [1, 2].map((n) => join(seat(seatOf.member(n))).socket) as [TestSocket, TestSocket];
    const videoOf = (socket: TestSocket) =>
      socket.told.flatMap((down) => ('mine' in down ? [down.mine?.video] : [])).at(-1);
    const arrive = (n: number, way: 'here' | 'remote') =>
      room.submit(given(seatOf.member(n), { type: 'check-in', way, privacyNotice }));
    expect([videoOf(remote), videoOf(here)]).toEqual([kept.state, kept.state]);
    await room.submit(given(seatOf.chair, { type: 'check-in', way: 'here', privacyNotice }));
    await arrive(1, 'remote');
    await arrive(2, 'here');
    await vi.advanceTimersByTimeAsync(breath * 2);
    // The opening changes nothing but the phase.
    await room.submit(given(seatOf.chair, { type: 'open-meeting' }));
    await vi.advanceTimersByTimeAsync(breath * 2);
    expect([videoOf(remote), videoOf(here)]).toEqual([kept.state, null]);
    // Another address while the meeting is under way.
    const before = here.told.length;
    kept.state = { address: 'https://meet.example/j/2', access: '' };
    hall.changed();
    expect(videoOf(remote)).toEqual(kept.state);
    expect(here.told.slice(before).filter(({ t }) => t === 'mine')).toEqual([]);
    expect(seenBy(chair).desk?.video).toEqual(kept.state);
    expect(JSON.stringify(wall.told)).not.toMatch(/meet\.example|662-662|"video"/);
  });

  it('moves a socket to another audience when its capacities change', async () => {
    const { room, join } = await aHall();
    const recorder = join(seat(seatOf.recorder)).socket;
    const chair = join(seat(seatOf.chair)).socket;
    const take = given(seatOf.recorder, { type: 'take-chair' });
    await room.submit({ ...take, circumstances: { ...take.circumstances, passwordGiven: true } });
    await vi.advanceTimersByTimeAsync(breath * 2);
    expect(recorder.following).toContain(JSON.stringify(inCanonicalOrder(['chair', 'recorder'])));
    expect(seenBy(recorder).chair).toBe('李记录');
    // Without a capacity left the former chair still sees the meeting, but no longer what those who lead see.
    expect(seenBy(chair).desk).toBeUndefined();
  });

  it('says to those who lead since when a seat is offline, and calls nobody absent for it', async () => {
    const { room, hall, join } = await aHall();
    const chair = join(seat(seatOf.chair)).socket;
    const { socket } = join(seat(seatOf.member(1)));
    await room.submit(arrive(1));
    await vi.advanceTimersByTimeAsync(breath * 2);
    const seen = () => seenBy(chair).people.bySeat[seatOf.member(1)];
    expect(seen()?.device).toEqual({ connected: true, offlineSince: null });
    hall.leave(socket);
    await vi.advanceTimersByTimeAsync(breath * 2);
    expect(seen()).toMatchObject({ presence: 'present', device: { connected: false, offlineSince: 5_000 } });
  });

  it('tells each seat what concerns it alone, whatever it was that happened', async () => {
    const { room, join } = await aHall();
    const [, one, two] = [seatOf.chair, seatOf.member(1), seatOf.member(2)];
    const seats = [seatOf.chair, seatOf.recorder, one, two];
    const sockets = seats.map((id) => join(seat(id)).socket);
    const vote = () => room.meeting.voting.order.at(-1)!;
    const course: [seat: string, command: () => MeetingCommand][] = [
      [two, () => ({ type: 'give-reply', coming: false, reason: 'work' })],
      [seatOf.recorder, () => ({ type: 'record-reply', seat: two, coming: true, way: 'phone' })],
      [one, () => ({ type: 'check-in', way: 'here', privacyNotice: '2026-11' })],
      [two, () => ({ type: 'check-in', way: 'remote', privacyNotice: '2026-11' })],
      [seatOf.chair, () => ({ type: 'open-meeting' })],
      [seatOf.chair, () => ({ type: 'begin-item', item: itemOf(1) })],
      [seatOf.chair, () => ({ type: 'start-clock', seconds: 60 })],
      [seatOf.chair, () => ({ type: 'confirm-presence', count: 3 })],
      [
        seatOf.chair,
        () => ({ type: 'open-vote', question: '同意吗？', purpose: 'sounding', method: 'yes-no-abstain' }),
      ],
      [one, () => ({ type: 'cast-ballot', vote: vote(), choice: 'yes' })],
      [one, () => ({ type: 'cast-ballot', vote: vote(), choice: 'no' })],
      [seatOf.chair, () => ({ type: 'close-vote', vote: vote() })],
      [seatOf.recorder, () => ({ type: 'admit-writer', seat: two })],
      [seatOf.chair, () => ({ type: 'skip-item', item: itemOf(2) })],
      [seatOf.recorder, () => ({ type: 'dismiss-writer', seat: two })],
      [two, () => ({ type: 'ask-for-floor', kind: 'speech' })],
      [one, () => ({ type: 'ask-for-floor', kind: 'point-of-order' })],
      [seatOf.chair, () => ({ type: 'give-floor', seat: one, kind: 'point-of-order' })],
      // Annulled, so that the next item can begin: what was asked on the former rests.
      [seatOf.chair, () => ({ type: 'annul-vote', vote: vote(), reason: '表述有误' })],
      [seatOf.chair, () => ({ type: 'begin-item', item: itemOf(2) })],
      [two, () => ({ type: 'leave' })],
    ];
    for (const [by, command] of course) {
      expect(await room.submit(given(by, command()))).toEqual({ answer: 'accepted' });
      await vi.advanceTimersByTimeAsync(breath * 2);
      const told = sockets.map((socket) => ownOf(socket));
      expect(told).toEqual(seats.map((id) => mine(room.meeting, id, null)));
    }
  });

  it('shows a whole room that joins at once who is there, in one patch for all who lead', async () => {
    const { join } = await aHall();
    const chair = join(seat(seatOf.chair)).socket;
    await vi.advanceTimersByTimeAsync(breath * 2);
    for (const n of [1, 2, 3]) join(seat(seatOf.member(n)));
    await vi.advanceTimersByTimeAsync(breath * 2);
    // The first at once, the others together.
    expect(patchesOf(chair).map(({ length }) => length)).toEqual([1, 2]);
    const { people } = seenBy(chair);
    expect([1, 2, 3].map((n) => people.bySeat[seatOf.member(n)]?.device?.connected)).toEqual([true, true, true]);
  });

  it('calls a seat offline when its last connection is gone, and no longer when it is back', async () => {
    const { hall, join } = await aHall();
    const chair = join(seat(seatOf.chair)).socket;
    const device = async () => {
      await vi.advanceTimersByTimeAsync(breath * 2);
      return seenBy(chair).people.bySeat[seatOf.member(1)]?.device;
    };
    const [phone, tablet] = [1, 2].map(() => join(seat(seatOf.member(1))).socket);
    hall.leave(phone!);
    hall.leave(phone!);
    expect(await device()).toEqual({ connected: true, offlineSince: null });
    hall.leave(tablet!);
    expect(await device()).toEqual({ connected: false, offlineSince: 5_000 });
    join(seat(seatOf.member(1)));
    expect(await device()).toEqual({ connected: true, offlineSince: null });
  });

  it('ends the connections of one seat alone when its grant is revoked', async () => {
    const { hall, join } = await aHall();
    const gone = join(seat(seatOf.member(1))).socket;
    const stays = join(seat(seatOf.member(2))).socket;
    hall.end('revoked', (listener) => listener.kind === 'seat' && listener.seat === seatOf.member(1));
    expect(gone.endedBy).toBe('revoked');
    expect(gone.told.at(-1)).toEqual({ t: 'ended', code: 'revoked' });
    expect(stays.endedBy).toBeNull();
  });
});
