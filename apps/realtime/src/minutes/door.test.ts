/** The door on a real server, with y-websocket's own client. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { opening } from '@yishiting/domain/minutes-text';
import { minutesCloseOf, minutesCloses, minutesLimits, sameMark, savedMark } from '@yishiting/domain/minutes-wire';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Revocations } from '../identity/revocations.ts';
import { idOf, meetingId, seatOf } from '../room/fixtures.ts';
import { attachMinutes, type MinutesDoor } from './door.ts';
import { aDesk, lines, write, type TestDesk } from './fixtures.ts';

const { chair, recorder, member } = seatOf;

interface OpenDoor {
  at: TestDesk;
  door: MinutesDoor;
  revocations: Revocations;
  url: string;
  refusedUpgrades: number;
}
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A server with nothing but this door. Cookies are names: whoever says `held` holds every seat. */
async function anOpenDoor(): Promise<OpenDoor> {
  const at = await aDesk();
  const revocations = new Revocations();
  const place = { community: idOf(2), meeting: meetingId };
  const door = attachMinutes({
    deskOf: async () => at.desk,
    whoJoins: async (cookie, community, { meeting, as }) => {
      if (cookie !== 'held' || community !== 'nanmen' || meeting !== meetingId || as.kind !== 'seat') return null;
      const actor = { seat: as.seat, person: idOf(5), name: '李记录', staff: false };
      const listener = { kind: 'seat' as const, seat: as.seat, name: actor.name, staff: false };
      return { place, listener, actor, grant: `grant of ${as.seat}` };
    },
    revocations,
    publicOrigin: undefined,
    log: { error: () => undefined } as never,
  });
  const server: Server = createServer();
  const made = { at, door, revocations, url: '', refusedUpgrades: 0 };
  server.on('upgrade', (request, socket, head) => {
    if (door.upgrade(request, socket, head)) return;
    made.refusedUpgrades += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () => once(server.close(), 'close'),
    () => door.stop(),
    () => at.desk.stop(),
  );
  made.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return made;
}

/** A WebSocket as a browser of this house opens it. */
function browserSocket(cookie: string, origin?: string) {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie, origin: origin ?? `http://${new URL(url).host}` } });
    }
  };
}

function anEditor({ url }: OpenDoor, seat: string, cookie = 'held', doc = new Y.Doc()) {
  const provider = new WebsocketProvider(`${url}/c/nanmen/minutes`, meetingId, doc, {
    params: { seat },
    WebSocketPolyfill: browserSocket(cookie) as never,
    disableBc: true,
  });
  const closes: string[] = [];
  provider.on('connection-close', (event: { code: number } | null) => {
    // Null: it was us.
    if (!event) return;
    const name = minutesCloseOf(event.code) ?? String(event.code);
    closes.push(name);
    if (name in minutesCloses && !minutesCloses[name as keyof typeof minutesCloses].again) provider.disconnect();
  });
  closing.push(() => provider.destroy());
  const synced = () => vi.waitFor(() => expect(provider.synced).toBe(true), 5_000);
  return { doc, provider, closes, synced };
}

async function closeOf(socket: WebSocket): Promise<string> {
  const [code] = (await once(socket, 'close')) as [number];
  return minutesCloseOf(code) ?? String(code);
}

describe('the door of the minutes', () => {
  it('[R15] lets y-websocket’s own client type together with another, and go and come back', async () => {
    const open = await anOpenDoor();
    const [one, other] = [anEditor(open, chair), anEditor(open, recorder)];
    await Promise.all([one.synced(), other.synced()]);
    write(one.doc, opening, '一起写');
    await vi.waitFor(() => expect(lines(other.doc, opening)).toEqual(['一起写']));
    for (const { provider } of [one, other]) provider.disconnect();
    write(one.doc, opening, '甲离线时写的');
    write(other.doc, opening, '乙离线时写的');
    for (const { provider } of [one, other]) provider.connect();
    await vi.waitFor(() => expect(lines(one.doc, opening)).toHaveLength(3), 5_000);
    await vi.waitFor(() => expect(lines(other.doc, opening)).toEqual(lines(one.doc, opening)), 5_000);
    const own = savedMark(Y.encodeStateVector(one.doc), Y.createDeleteSetFromStructStore(one.doc.store).clients);
    await vi.waitFor(() => expect(sameMark(open.at.saved.at(-1)!.mark, own)).toBe(true));
  });

  it('shows writers each other’s carets, by the name of the seat, until they go', async () => {
    const open = await anOpenDoor();
    const [one, other] = [anEditor(open, chair), anEditor(open, recorder)];
    await Promise.all([one.synced(), other.synced()]);
    one.provider.awareness.setLocalState({ user: { name: '冒名' }, cursor: { anchor: 1 } });
    const seen = () => other.provider.awareness.getStates().get(one.doc.clientID);
    await vi.waitFor(() =>
      expect(seen()).toMatchObject({ user: { name: '李记录', seat: chair }, cursor: { anchor: 1 } }),
    );
    one.provider.disconnect();
    await vi.waitFor(() => expect(seen()).toBeUndefined());
  });

  it.each([
    ['no session', 'none', recorder, 'not-found'],
    ['a seat that may not write', 'held', member(1), 'not-a-writer'],
  ])('[R15] closes by name for %s, and the text stays unread', async (_, cookie, seat, why) => {
    const open = await anOpenDoor();
    const writer = anEditor(open, chair);
    await writer.synced();
    write(writer.doc, opening, '不给看的');
    await vi.waitFor(() => expect(open.at.record.typed).toHaveLength(1));
    const stranger = anEditor(open, seat, cookie);
    write(stranger.doc, opening, '混进来的');
    await vi.waitFor(() => expect(stranger.closes).toEqual([why]));
    expect([stranger.provider.synced, lines(stranger.doc, opening)]).toEqual([false, ['混进来的']]);
    expect(open.at.record.typed).toHaveLength(1);
  });

  it.each([
    '/c/nanmen/minutes/not-an-id?seat=x',
    `/c/nanmen/minutes/${meetingId}`,
    `/c/beimen/minutes/${meetingId}?seat=${recorder}`,
    `/c/nanmen/minutes/${idOf(77)}?seat=${recorder}`,
    `/c/%00/minutes/${meetingId}?seat=${recorder}`,
    `/c/nanmen/minutes/${meetingId}?account`,
  ])('[R14] finds nothing at %s', async (path) => {
    const { url } = await anOpenDoor();
    expect(await closeOf(new (browserSocket('held'))(url + path))).toBe('not-found');
  });

  it('leaves other paths to others, and foreign pages outside', async () => {
    const open = await anOpenDoor();
    const elsewhere = new WebSocket(`${open.url}/c/nanmen/other`);
    await once(elsewhere, 'error');
    expect(open.refusedUpgrades).toBe(1);
    const path = `/c/nanmen/minutes/${meetingId}?seat=${recorder}`;
    const foreign = new (browserSocket('held', 'http://evil.example'))(open.url + path);
    const [error] = (await once(foreign, 'error')) as [Error];
    expect(error.message).toContain('403');
  });

  it('[R9] closes at once what stands on a grant that is revoked', async () => {
    const open = await anOpenDoor();
    const editor = anEditor(open, recorder);
    await editor.synced();
    open.revocations.tell([`grant of ${recorder}`]);
    await vi.waitFor(() => expect(editor.closes).toEqual(['revoked']));
  });

  it('[R8] closes by name what is too large, and ends what is larger still', async () => {
    const open = await anOpenDoor();
    const path = `/c/nanmen/minutes/${meetingId}?seat=${recorder}`;
    for (const [bytes, why] of [
      [minutesLimits.messageBytes + 1, 'too-large'],
      [3 * minutesLimits.messageBytes, '1009'],
    ] as const) {
      const socket = new (browserSocket('held'))(open.url + path);
      await once(socket, 'open');
      socket.send(new Uint8Array(bytes));
      expect(await closeOf(socket)).toBe(why);
    }
  });
});
