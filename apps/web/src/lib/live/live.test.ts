import type { Answer, Down, PatchOperation, Up } from '@yishiting/domain/protocol';
import type { Mine, View } from '@yishiting/domain/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveMeeting } from './live.svelte.ts';
import type { Wire, WireListener } from './wire.ts';

type Asked = Up & { t: 'command' };

/** A connection without a network, which a test breaks, mends and answers at will. */
class TestWire implements Wire {
  listener: WireListener;
  opened = 0;
  closed = 0;
  wholes = 0;
  asked: { message: Asked; answer: (answer: Answer | null) => void }[] = [];
  constructor(listener: WireListener) {
    this.listener = listener;
  }
  open() {
    this.opened += 1;
  }
  close() {
    this.closed += 1;
  }
  send() {
    this.wholes += 1;
  }
  ask(message: Asked) {
    return new Promise<Answer | null>((answer) => this.asked.push({ message, answer }));
  }
  break() {
    for (const { answer } of this.asked.splice(0)) answer(null);
    this.listener.disconnected();
  }
}

const aView = (present: number) => ({ attendance: { due: 3, present, remote: 0 } }) as View;
const whole = (n: number, present: number): Down => ({ t: 'whole', n, view: aView(present), mine: null, now: 0 });
const patch = (n: number, ...operations: PatchOperation[]): Down => ({ t: 'patch', n, patch: operations, now: 0 });
const present = (value: number): PatchOperation => ({ op: 'replace', path: '/attendance/present', value });

function aMeeting() {
  let wire!: TestWire;
  const live = new LiveMeeting(
    'abc',
    { meeting: 'm', as: { kind: 'account' } },
    (_join, _community, listener) => (wire = new TestWire(listener)),
  );
  live.join();
  return { live, wire };
}
const turn = () => vi.advanceTimersByTimeAsync(0);

describe('a meeting on a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[R4] applies patches in their order, each as a new value', () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(4, 1));
    const before = live.view;
    wire.listener.down(patch(5, present(2)));
    expect(live.view?.attendance.present).toBe(2);
    expect(before?.attendance.present).toBe(1);
  });

  it('[R4] asks for the whole view after a missed number, and passes over patches until it comes', () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(4, 1));
    wire.listener.down(patch(6, present(3)));
    wire.listener.down(patch(7, present(4)));
    expect(wire.wholes).toBe(1);
    expect(live.view?.attendance.present).toBe(1);
    wire.listener.down(whole(7, 4));
    wire.listener.down(patch(8, present(5)));
    expect(live.view?.attendance.present).toBe(5);
  });

  it('[R4] asks for the whole view when a patch does not fit', () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(4, 1));
    wire.listener.down(patch(5, { op: 'replace', path: '/nowhere/at/all', value: 1 }));
    expect(wire.wholes).toBe(1);
    expect(live.view).toEqual(aView(1));
  });

  it('[R3] sends a command again with the same id after the connection broke', async () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(0, 1));
    const answer = live.give({ type: 'leave' });
    const first = wire.asked[0]?.message;
    wire.break();
    expect(live.connection.state).toBe('away');
    expect(live.waiting).toBe(1);
    wire.listener.connected();
    expect(wire.asked).toHaveLength(0);
    wire.listener.down(whole(3, 1));
    expect(wire.asked[0]?.message).toEqual(first);
    wire.asked[0]?.answer({ answer: 'accepted' });
    expect(await answer).toEqual({ answer: 'accepted' });
    expect(live.waiting).toBe(0);
  });

  it('keeps a command given while away until the connection is back', async () => {
    const { live, wire } = aMeeting();
    const answer = live.give({ type: 'leave' });
    expect(wire.asked).toHaveLength(0);
    wire.listener.down(whole(0, 1));
    wire.asked[0]?.answer({ answer: 'unchanged' });
    expect(await answer).toEqual({ answer: 'unchanged' });
  });

  it.each(['try-again', 'too-fast', 'stopping'] as const)(
    '[R4] tries %s again by itself, with the same id',
    async (code) => {
      const { live, wire } = aMeeting();
      wire.listener.down(whole(0, 1));
      const answer = live.give({ type: 'leave' });
      wire.asked[0]?.answer({ answer: 'refused', code });
      await vi.advanceTimersByTimeAsync(400);
      expect(wire.asked[1]?.message.id).toBe(wire.asked[0]?.message.id);
      wire.asked[1]?.answer({ answer: 'accepted' });
      expect(await answer).toEqual({ answer: 'accepted' });
    },
  );

  it('hands on a refusal at once when it would not pass', async () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(0, 1));
    const answer = live.give({ type: 'leave' });
    wire.asked[0]?.answer({ answer: 'refused', code: 'not-entitled' });
    expect(await answer).toEqual({ answer: 'refused', code: 'not-entitled' });
  });

  it('comes back by itself when the server stops, and stays away when its grant is revoked', async () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(0, 1));
    wire.listener.down({ t: 'ended', code: 'stopping' });
    await vi.advanceTimersByTimeAsync(600);
    expect(wire.opened).toBe(2);
    wire.listener.down(whole(0, 1));
    const answer = live.give({ type: 'leave' });
    wire.listener.down({ t: 'ended', code: 'revoked' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wire.opened).toBe(2);
    expect(live.connection).toEqual({ state: 'ended', code: 'revoked' });
    expect(await answer).toMatchObject({ answer: 'refused' });
  });

  it('counts on the server’s clock', async () => {
    const { live, wire } = aMeeting();
    vi.setSystemTime(10_000);
    wire.listener.down({ ...whole(0, 1), now: 25_000 } as Down);
    expect(live.offset).toBe(15_000);
    await turn();
  });

  it('shows nothing of another seat: mine is replaced whole', () => {
    const { live, wire } = aMeeting();
    wire.listener.down(whole(0, 1));
    const mine = { seat: 's', ballots: {} } as unknown as Mine;
    wire.listener.down({ t: 'mine', mine });
    expect(live.mine).toBe(mine);
  });
});
