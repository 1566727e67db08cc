import { aDatabase } from '@yishiting/db/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { buildStaff, password } from '../routes/testing.ts';
import { enterRoom, holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom, OutsiderSession, type Json } from '../testing/outsider.ts';
import { say, upgrade } from '../testing/raw.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const { host } = new URL(house.origin);
const authAs = (as: Json, more: Json = {}) => ({ protocol: 2, meeting: hearing.meeting, as, ...more });
const member = seatOf(hearing, '李秀英');
const asMember = authAs({ kind: 'seat', seat: member.seat });
const open = (
  auth: Json = asMember,
  community = hearing.community,
  session: { origin: string; cookie: string } = member.browser,
) => new OutsiderRoom(session, community, auth);
const head = async () => (await house.record(hearing)).at(-1)?.hash;

const before = await head();
afterEach(async () => {
  // Whatever was sent: nothing is in the record, nothing went wrong in the server, and others are served.
  expect(await head()).toBe(before);
  expect(house.logged.splice(0)).toEqual([]);
  const other = await enterRoom(hearing, '陈国强').joined();
  expect(await other.command({ type: 'leave' })).toEqual({ answer: 'unchanged' });
  other.close();
});

describe('[R8] what is no message ends the connection, with the reason', () => {
  const up = (text: string) => `42["up",${text}]`;
  const frames: [what: string, sent: (string | Buffer)[], reason: string | null, code?: number][] = [
    ['no packet of engine.io', ['hello'], 'malformed'],
    ['an empty frame', [''], 'malformed'],
    ['a ping, which is the server’s to send', ['2'], 'malformed'],
    ['an upgrade of nothing', ['5'], 'malformed'],
    ['a binary frame', [Buffer.from([1, 2, 3])], 'malformed'],
    ['binary as text', ['bAQID'], 'malformed'],
    ['a message with an attachment', ['451-["up",{"_placeholder":true,"num":0}]', Buffer.alloc(9)], 'malformed'],
    ['a million attachments announced', ['451000000-["up",{"_placeholder":true,"num":0}]'], 'malformed'],
    ['an attachment that is not there', ['451-["up",{"_placeholder":true,"num":9}]', 'bAQID'], 'malformed'],
    ['no packet of socket.io', ['49["up"]'], 'malformed'],
    ['half a JSON', ['42["up",{"t":'], 'malformed'],
    ['an event that is no list', ['42{"t":"whole"}'], 'malformed'],
    ['an unknown event', ['42["down",{"t":"whole"}]'], 'malformed'],
    ['a number for an event', ['42[7,{"t":"whole"}]'], 'malformed'],
    ['a reserved event', ['42["disconnecting"]'], 'malformed'],
    ['an event named like a part of every object', ['42["__proto__",{"t":"whole"}]'], 'malformed'],
    ['a namespace that is not there', ['42/admin,["up",{"t":"whole"}]'], null],
    ['joining once more', [`40${JSON.stringify(asMember)}`], null],
    ['leaving and joining on the same connection', ['41', `40${JSON.stringify(asMember)}`], 'malformed'],
    ['a message of more than 64 KiB', [up(`"${'议'.repeat(22_000)}"`)], 'too-large'],
    ['a frame of more than 128 KiB', [up(`"${'x'.repeat(140_000)}"`)], null, 1009],
    ['a frame of 2 MB', [up(`"${'x'.repeat(2_000_000)}"`)], null, 1009],
    ['more brackets than a stack holds', [`42${'['.repeat(60_000)}`], 'malformed'],
  ];
  it.each(frames)('%s', async (_, sent, reason, code) => {
    const room = await open().joined();
    for (const frame of sent) {
      room.socket.send(frame, { binary: typeof frame !== 'string' });
      await room.heardOut();
    }
    const closed = await room.closed;
    expect(room.ended).toBe(reason);
    if (code !== undefined) expect(closed).toBe(code);
  });

  it.each([
    ['a broken frame', Buffer.from([0xff, 0xff, 0xff, 0xff]), 1002],
    ['text that is no UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]), 1007],
    [
      'a frame of 2⁶³ bytes announced',
      Buffer.from([0x81, 0xff, 0x7f, ...Array<number>(7).fill(0xff), 0, 0, 0, 0]),
      1009,
    ],
  ])('%s', async (_, bytes, code) => {
    const room = await open().joined();
    (room.socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(bytes);
    expect(await room.closed).toBe(code);
  });
});

describe('[R8] a message that is none, or whose text no record can hold, is refused, and the connection stays', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const command = (text: string) => `{"t":"command","id":"${'0'.repeat(32)}","command":${text}}`;
  const messages: [what: string, text: string][] = [
    ['nothing', 'null'],
    ['a text', '"whole"'],
    ['a list', '[{"t":"whole"}]'],
    ['an unknown kind', '{"t":"constructor"}'],
    ['no kind', '{"__proto__":{"t":"whole"}}'],
    ['a field too many', '{"t":"whole","all":true}'],
    ['nesting without end', nested(30_000)],
    ['nesting within a message', `{"t":${nested(30_000)}}`],
    ['an id in capitals', `{"t":"command","id":"${'A'.repeat(32)}","command":{"type":"leave"}}`],
    ['a number for an id', '{"t":"command","id":7,"command":{"type":"leave"}}'],
    ['no command', command('null')],
    ['an unknown command', command('{"type":"toString"}')],
    ['a command that is a list', command('["leave"]')],
    ['a field that the command has not', command('{"type":"leave","constructor":{"prototype":{"staff":true}}}')],
    ['an actor of one’s own', command(`{"type":"leave","seat":"${member.seat}"}`)],
    ['U+0000', command('{"type":"adjourn-meeting","reason":"a\\u0000b"}')],
    ['a lone surrogate', command('{"type":"adjourn-meeting","reason":"\\ud800"}')],
    ['a number beyond 2⁵³', command('{"type":"start-clock","seconds":9007199254740993}')],
    ['a number beyond all', command('{"type":"start-clock","seconds":1e400}')],
    ['half a second', command('{"type":"start-clock","seconds":0.5}')],
    ['less than nobody', command('{"type":"confirm-presence","count":-1}')],
    ['an id that is none', command('{"type":"begin-item","item":"__proto__"}')],
    ['a text without end', command(`{"type":"adjourn-meeting","reason":"${'字'.repeat(10_000)}"}`)],
  ];
  it.each(messages)('%s', async (_, text) => {
    const room = await open().joined();
    const answered = new Promise((resolve) => {
      room.socket.on('message', (data) => String(data).startsWith('437') && resolve(JSON.parse(String(data).slice(3))));
    });
    room.socket.send(`427["up",${text}]`);
    expect(await answered).toEqual([{ answer: 'refused', code: 'malformed' }]);
    expect(await room.command({ type: 'leave' })).toEqual({ answer: 'unchanged' });
    room.close();
  });

  it('what others may do is refused as well, whatever it names', async () => {
    const room = await open().joined();
    const item = room.view.agenda.order[0];
    const commands = [
      { type: 'open-meeting' },
      { type: 'begin-item', item },
      { type: 'close-meeting' },
      { type: 'share-minutes', shared: true },
    ];
    for (const one of [...commands, { type: 'record-departure', seat: seatOf(hearing, '王建国').seat }]) {
      expect(await room.command(one)).toMatchObject({ answer: 'refused', code: 'not-entitled' });
    }
    expect(await room.command({ type: 'take-chair' })).toMatchObject({ answer: 'refused' });
    room.close();
  });
});

describe('[R8] who joins', async () => {
  const elsewhere = await buildStaff(house.db);
  const stranger = new OutsiderSession(house.origin);
  await stranger.request('POST', elsewhere.at('sign-in'), { login: elsewhere.login, password });
  const nobody = new OutsiderSession(house.origin);
  const seat = { kind: 'seat', seat: member.seat };
  const joins: [
    what: string,
    auth: Json,
    reason: string | null,
    how?: { community?: string; session?: { origin: string; cookie: string } },
  ][] = [
    ['says nothing', null, null],
    ['says too little', {}, 'malformed'],
    ['says too much', authAs(seat, { staff: true }), 'malformed'],
    ['names no meeting', { ...asMember, meeting: '__proto__' }, 'malformed'],
    ['names no community', asMember, 'not-found', { community: '' }],
    ['speaks an older protocol', { ...asMember, protocol: 0 }, 'protocol-outdated'],
    ['speaks a later protocol', { ...asMember, protocol: Number.MAX_SAFE_INTEGER }, 'protocol-outdated'],
    ['has no cookie', asMember, 'not-found', { session: nobody }],
    [
      'has a cookie of nobody',
      asMember,
      'not-found',
      { session: { origin: house.origin, cookie: `yishiting=${'x'.repeat(43)}` } },
    ],
    ['names another’s seat', authAs({ kind: 'seat', seat: seatOf(hearing, '王建国').seat }), 'not-found'],
    ['names another meeting', { ...asMember, meeting: member.seat }, 'not-found'],
    ['names another community', asMember, 'not-found', { community: elsewhere.code }],
    ['names a community that is not there', asMember, 'not-found', { community: '%00' }],
    ['is staff without having signed in', authAs({ kind: 'account' }), 'not-found'],
    ['is staff of another community', authAs({ kind: 'account' }), 'not-found', { session: stranger }],
    [
      'is staff of another community, as which they come',
      authAs({ kind: 'account' }),
      'not-found',
      { session: stranger, community: elsewhere.code },
    ],
    ['is a screen that was never paired', authAs({ kind: 'screen', screen: member.seat }), 'not-found'],
  ];
  it.each(joins)('who %s is not let in', async (_, auth, reason, how = {}) => {
    const room = open(auth, how.community, how.session);
    await room.closed;
    expect(room.ended).toBe(reason);
    expect(room.heard).toEqual(reason === null ? [] : [{ t: 'ended', code: reason }]);
  });

  const path = `/socket.io/?EIO=4&transport=websocket&c=${hearing.community}`;
  const own = { host, origin: house.origin, cookie: member.browser.cookie };
  const { origin: _, ...withoutOrigin } = own;
  const doors: [what: string, path: string, headers: Record<string, string>, status: number][] = [
    ['from a foreign page', path, { ...own, origin: 'http://evil.example' }, 400],
    ['from a page without an origin', path, { ...own, origin: 'null' }, 400],
    ['with a cookie and no origin', path, withoutOrigin, 400],
    ['in an older Engine.IO', path.replace('EIO=4', 'EIO=3'), own, 400],
    ['by an unknown transport', path.replace('=websocket', '=__proto__'), own, 400],
    ['to a connection that is not there', `${path}&sid=__proto__`, own, 400],
    ['without a key', path, { ...own, 'sec-websocket-key': '' }, 400],
    ['to a path that nobody serves', '/socket.io', own, 404],
    ['to a page', '/', own, 404],
    ['to the API', `/c/${hearing.community}/api/session`, own, 404],
    ['to a path that is none', '/%E0%A4%A', own, 404],
  ];
  it.each(doors)('an upgrade %s is refused', async (_, path, headers, status) => {
    expect(await say(house.origin, upgrade(path, headers))).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'm'));
  });

  it.each(doors)('an upgrade %s may be reset in the middle', async (_, path, headers) => {
    await say(house.origin, upgrade(path, headers), { reset: true });
  });
});
