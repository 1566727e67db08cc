/** [R14] Every route of the API is named here, with whom it is closed to; one that is not named fails. */
import { postsOf } from '@yishiting/db/posts';
import { aDatabase } from '@yishiting/db/testing';
import { appendBatch, loadEvents } from '@yishiting/db/meeting-events';
import { nextEvents, testNow } from '@yishiting/db/testing-rows';
import { expect, it } from 'vitest';
import { whoJoins } from '../identity/who-is.ts';
import { aServer, buildCalled, buildHearing, buildStaff, newCommandId, password, signedInAs } from './testing.ts';
import type { Staffed, TestBrowser } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);

/**
 * `nobody`: closed to no one, and here is why. `community`: to all but its staff. `body`: to all but staff of the body that
 * convenes. `meeting`: to all but them and whoever sits in it. `administrators`: to all but them.
 */
type Closed =
  | { to: 'nobody'; because: string }
  | { to: 'community' | 'body' | 'meeting' | 'administrators'; body?: (m: Meeting) => unknown };
interface Meeting {
  staff: Staffed;
  meeting: string;
  seat: string;
  /** Somebody who came with the short code and waits to be let in. */
  request: string;
  /** A screen of the meeting, and the code of another that waits. */
  screen: string;
  screenCode: string;
  /** An attachment that was withdrawn: those who lead alone still see it. */
  file: string;
  /** Somebody of the register, who is in office. */
  person: string;
  account: string;
  post: string;
  /** Of a document. */
  name: string;
}
const arrangement = {
  matter: '改',
  description: '',
  place: '',
  plannedAt: null,
  language: 'zh-CN',
  people: [],
  agenda: [],
};
const notice = { way: 'start-now', waiver: '同意' };

const routes: Record<string, Closed> = {
  'GET /healthz': { to: 'nobody', because: 'says nothing but that the server is well' },
  'GET /api/about': { to: 'nobody', because: 'version, licence, addresses and names of communities' },
  'POST /api/set-up': { to: 'nobody', because: 'asks for the one-time token' },
  'POST /api/keeper': { to: 'nobody', because: 'asks for the one-time token' },
  'POST /api/reset-keeper': { to: 'nobody', because: 'asks for the one-time token' },
  'POST /api/demonstration': { to: 'nobody', because: 'asks for the one-time token' },
  'POST /api/join': { to: 'nobody', because: 'asks for the code on the wall, and tells only where to knock' },
  'POST /api/screen-code': { to: 'nobody', because: 'gives a waiting screen a code of its own, and tells nothing' },
  'POST /api/screen-paired': { to: 'nobody', because: 'asks for the code that only this waiting screen was given' },
  'GET /c/:community/api/session': { to: 'nobody', because: 'says who this browser is here, if anybody' },
  'POST /c/:community/api/sign-in': { to: 'nobody', because: 'asks for login and password' },
  'POST /c/:community/api/sign-out': { to: 'nobody', because: 'ends what this browser holds, if anything' },
  'POST /c/:community/api/enter': { to: 'nobody', because: 'asks for the token of a personal link' },
  'POST /c/:community/api/ask': { to: 'nobody', because: 'asks for the code on the wall, or a personal link' },
  'POST /c/:community/api/asked': { to: 'nobody', because: 'asks for the ticket that only the asking browser has' },
  'GET /c/:community/api/records': { to: 'nobody', because: 'seals and keys are for everybody' },
  'GET /c/:community/api/public/:meeting': { to: 'nobody', because: 'what hangs on the public board is for everybody' },
  'GET /c/:community/api/public/:meeting/observing': { to: 'nobody', because: 'how many places are left is announced' },
  'POST /c/:community/api/public/:meeting/observing': { to: 'nobody', because: 'residents register for a place' },
  'POST /c/:community/api/public/:meeting/observing/find': { to: 'nobody', because: 'asks for the code of its own' },
  'POST /c/:community/api/public/:meeting/observing/cancel': { to: 'nobody', because: 'asks for the code of its own' },
  'GET /c/:community/api/meetings/:meeting/observers': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/observers': {
    to: 'body',
    body: () => ({ code: newCommandId(), name: '黄旁听', contact: '13911112222' }),
  },
  'POST /c/:community/api/meetings/:meeting/observers/strike': {
    to: 'body',
    body: ({ meeting: any }) => ({ registrations: [any], reason: '重复登记' }),
  },
  'POST /c/:community/api/meetings/:meeting/observers/take-in': {
    to: 'body',
    body: ({ meeting: any }) => ({ registration: any }),
  },
  'POST /c/:community/api/change-password': { to: 'community', body: () => ({ password, newPassword: 'abcdefg-1' }) },
  'GET /c/:community/api/people': { to: 'community' },
  'POST /c/:community/api/people': { to: 'community', body: () => ({ name: '王芳' }) },
  'POST /c/:community/api/people/match': { to: 'community', body: () => ({ names: ['王芳'] }) },
  'POST /c/:community/api/people/list': { to: 'community', body: () => ({ people: [{ name: '赵平', known: 0 }] }) },
  'GET /c/:community/api/people/:person': { to: 'community' },
  'PUT /c/:community/api/people/:person': { to: 'community', body: () => ({ phone: '13800005678' }) },
  'POST /c/:community/api/people/:person/leave': { to: 'community' },
  'POST /c/:community/api/people/:person/return': { to: 'community' },
  'POST /c/:community/api/people/:person/erase': {
    to: 'administrators',
    body: () => ({ kinds: ['phone'], reason: '本人要求' }),
  },
  'GET /c/:community/api/accounts': { to: 'administrators' },
  'POST /c/:community/api/accounts': { to: 'administrators', body: ({ person }) => ({ person, login: 'wang' }) },
  'POST /c/:community/api/accounts/:account/password': { to: 'administrators' },
  'POST /c/:community/api/accounts/:account/close': { to: 'administrators' },
  'POST /c/:community/api/posts': {
    to: 'administrators',
    body: ({ person }) => ({ post: 'administrator', person }),
  },
  'POST /c/:community/api/posts/:post/end': { to: 'administrators' },
  'GET /c/:community/api/bodies': { to: 'administrators' },
  'POST /c/:community/api/bodies': { to: 'administrators', body: () => ({ name: '业主委员会' }) },
  'POST /c/:community/api/demonstration/remove': {
    to: 'administrators',
    body: ({ staff }) => ({ confirmation: staff.code }),
  },
  'GET /c/:community/api/link-address': { to: 'community' },
  'PUT /c/:community/api/link-address': { to: 'community', body: () => ({ address: null }) },
  'GET /c/:community/api/meetings': { to: 'community' },
  'POST /c/:community/api/meetings': {
    to: 'body',
    body: ({ staff }) => ({ body: staff.body, procedure: 'hearing', matter: '停车位' }),
  },
  'GET /c/:community/api/meetings/:meeting': { to: 'body' },
  'PUT /c/:community/api/meetings/:meeting': { to: 'body', body: () => arrangement },
  'POST /c/:community/api/meetings/:meeting/call': { to: 'body', body: () => ({ commandId: newCommandId(), notice }) },
  'GET /c/:community/api/meetings/:meeting/files': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/files': { to: 'body' },
  'GET /c/:community/api/meetings/:meeting/files/:file': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/files/order': { to: 'body', body: () => ({ files: [] }) },
  'POST /c/:community/api/meetings/:meeting/files/:file/remove': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/files/:file/erase': {
    to: 'administrators',
    body: () => ({ ground: 'no-longer-needed', reason: '存错' }),
  },
  'POST /c/:community/api/meetings/:meeting/links': { to: 'body', body: () => ({}) },
  'GET /c/:community/api/meetings/:meeting/documents/:name': { to: 'body' },
  'GET /c/:community/api/meetings/:meeting/documents/agreement.pdf': { to: 'body' },
  'GET /c/:community/api/meetings/:meeting/verify': { to: 'meeting' },
  'POST /c/:community/api/meetings/:meeting/entry-cards': {
    to: 'body',
    body: ({ seat }) => ({ cards: [{ seat, token: 'x'.repeat(43) }] }),
  },
  'GET /c/:community/api/meetings/:meeting/invitation': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/revoke': { to: 'body', body: ({ seat }) => ({ seats: [seat] }) },
  'POST /c/:community/api/meetings/:meeting/screen': { to: 'body' },
  'GET /c/:community/api/meetings/:meeting/screens': { to: 'body' },
  'POST /c/:community/api/meetings/:meeting/screens': { to: 'body', body: ({ screenCode }) => ({ code: screenCode }) },
  'POST /c/:community/api/meetings/:meeting/screens/disconnect': {
    to: 'body',
    body: ({ screen }) => ({ screen }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/show': {
    to: 'body',
    body: () => ({ on: null, content: { kind: 'follow' } }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/uncover': { to: 'body', body: () => ({ on: null }) },
  'POST /c/:community/api/meetings/:meeting/screens/frame': {
    to: 'body',
    body: () => ({ on: null, frame: { header: true, footer: true, clock: true } }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/queue': {
    to: 'body',
    body: () => ({ entry: newCommandId(), on: null, content: { kind: 'code' } }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/queue/move': {
    to: 'body',
    body: () => ({ entry: newCommandId(), before: null }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/queue/remove': {
    to: 'body',
    body: () => ({ entry: newCommandId() }),
  },
  'POST /c/:community/api/meetings/:meeting/screens/next': { to: 'body', body: () => ({ entry: newCommandId() }) },
  'GET /c/:community/api/meetings/:meeting/video': { to: 'body' },
  'PUT /c/:community/api/meetings/:meeting/video': { to: 'body', body: () => ({ address: '', access: '123 456' }) },
  'GET /c/:community/api/meetings/:meeting/host-notes': { to: 'body' },
  'PUT /c/:community/api/meetings/:meeting/host-notes': {
    to: 'body',
    body: () => ({ item: null, text: '先请老人讲', version: 0 }),
  },
  'POST /c/:community/api/meetings/:meeting/admit': {
    to: 'body',
    body: ({ request, seat }) => ({ request, seat }),
  },
  'POST /c/:community/api/meetings/:meeting/decline': { to: 'body', body: ({ request }) => ({ requests: [request] }) },
  'POST /c/:community/api/meetings/:meeting/take-chair': {
    to: 'body',
    body: () => ({ commandId: newCommandId(), password }),
  },
};

it('[R14] names every route', () => {
  expect([...server.routes].sort()).toEqual(Object.keys(routes).sort());
});

const staff = await buildStaff(db);
const host = await signedInAs(server, staff);
const meeting = (await buildCalled(db, host, staff)).meeting;
const [post] = await postsOf(db, staff.id, staff.person, testNow);
const inOffice = { person: staff.person, account: staff.account, post: post!.id };
const called = {
  staff,
  meeting,
  seat: '',
  request: '',
  screen: '',
  screenCode: '',
  file: '',
  name: 'minutes.pdf',
  ...inOffice,
};
const links = (await host.post(staff.at(`meetings/${called.meeting}/links`), {})).body;
called.seat = links[2].seat;
const { joinCode } = (await host.get(staff.at(`meetings/${called.meeting}`))).body;
await server.browser().post(staff.at('ask'), { by: 'code', code: joinCode, name: '吴桂芳' });
const place = { community: staff.id, meeting: called.meeting };
called.request = (await server.deps.rooms.requests(place))!.waiting[0]!.request;
called.screen = (await host.post(staff.at(`meetings/${called.meeting}/screen`), {})).body.screen;
called.screenCode = (await server.browser().post('/api/screen-code', {})).body.code;
called.file = (await withdrawnFile(called.meeting)).file;
const draft = { ...called, meeting: (await buildHearing(db, host, staff)).meeting };

const elsewhere = await buildStaff(db);
const otherBody = await buildStaff(db, { of: staff, login: 'lin' });
const memberPhone = server.browser();
await memberPhone.post(staff.at('enter'), { token: links[2].url.split('#')[1] });
const outsiders: Record<string, TestBrowser> = {
  'nobody signed in': server.browser(),
  'staff of another community': await signedInAs(server, elsewhere),
  'staff of another body of the same community': await signedInAs(server, otherBody),
  'a member of the meeting': memberPhone,
  'staff who are no administrators': host,
};

/** Put on record and withdrawn, past the rooms of this test, which take every command and do nothing. */
async function withdrawnFile(of: string) {
  const file = server.deps.newId();
  const at = { community: staff.id, meeting: of };
  const event = {
    item: null,
    kind: 'attachment',
    media: 'application/pdf',
    bytes: 9,
    digest: '0'.repeat(64),
    title: '甲',
  };
  for (const [type, data] of [
    ['attachment-added', { file, ...event }],
    ['attachment-withdrawn', { file, reason: '数据有误' }],
  ] as const) {
    const last = (await loadEvents(db, at.community, of)).at(-1)!;
    const events = nextEvents(of, last, 1, { type, data });
    await appendBatch(db, { ...at, epoch: 0, expectedHead: last.version, events });
  }
  return { file };
}

const send = (browser: TestBrowser, route: string, closed: Closed, one: Meeting) => {
  const [method, path = ''] = route.split(' ');
  const url = path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'community' ? one.staff.code : String(one[name as keyof Meeting]),
  );
  const body = closed.to !== 'nobody' && closed.body ? closed.body(one) : undefined;
  return browser.send(method as 'GET' | 'POST' | 'PUT', url, body);
};
const sameBody = 'staff of another body of the same community';
const sitsInIt = 'a member of the meeting';
const noAdministrator = 'staff who are no administrators';
/** Whom a route is open to among these. */
const admitted: Record<string, string[]> = {
  community: [sameBody, noAdministrator],
  body: [noAdministrator],
  meeting: [noAdministrator, sitsInIt],
  administrators: [],
};

for (const [route, closed] of Object.entries(routes).filter(([, { to }]) => to !== 'nobody')) {
  for (const [name, browser] of Object.entries(outsiders)) {
    if (admitted[closed.to]!.includes(name)) continue;
    it(`[R14] ${route} is not found by ${name}`, async () => {
      for (const one of [called, draft]) {
        const { status, body } = await send(browser, route, closed, one);
        expect([status, body]).toEqual([404, { code: 'not-found' }]);
      }
    });
  }
}

it('[R14] what is not there and what is not for this browser are answered alike, whatever was sent', async () => {
  const nowhere = { ...called, meeting: server.deps.newId() };
  for (const [route, closed] of Object.entries(routes).filter(([, { to }]) => to !== 'nobody')) {
    const malformed = { to: closed.to as 'body', body: () => ({ strange: 1 }) };
    const [method] = route.split(' ');
    const sent = method === 'GET' ? closed : malformed;
    const outsider = outsiders['staff of another community']!;
    const [there, gone] = [await send(outsider, route, sent, called), await send(outsider, route, sent, nowhere)];
    expect([there.status, there.body]).toEqual([404, { code: 'not-found' }]);
    expect([gone.status, gone.body]).toEqual([404, { code: 'not-found' }]);
  }
});

it('[R14] staff of another body see the register and their own meetings, and none of these', async () => {
  const browser = outsiders[sameBody]!;
  expect((await browser.get(otherBody.at('meetings'))).body).toEqual([]);
  expect((await browser.get(otherBody.at('people'))).status).toBe(200);
  expect((await host.get(staff.at('meetings'))).body).toHaveLength(2);
});

it('[R14] nobody joins a meeting by a grant of another body or community', async () => {
  const cookie = (browser: TestBrowser) => `yishiting=${browser.cookies.get('yishiting')}`;
  const join = (as: Parameters<typeof whoJoins>[3]['as']) => ({ protocol: 2, meeting: called.meeting, as });
  const ask = (browser: TestBrowser, code: string, as: Parameters<typeof join>[0]) =>
    whoJoins(server.deps, cookie(browser), code, join(as));
  expect(await ask(host, staff.code, { kind: 'account' })).not.toBeNull();
  expect(await ask(memberPhone, staff.code, { kind: 'seat', seat: called.seat })).not.toBeNull();
  for (const browser of Object.values(outsiders)) {
    if (browser === host) continue;
    expect(await ask(browser, staff.code, { kind: 'account' })).toBeNull();
    expect(await ask(browser, elsewhere.code, { kind: 'account' })).toBeNull();
    if (browser !== memberPhone) expect(await ask(browser, staff.code, { kind: 'seat', seat: called.seat })).toBeNull();
  }
  expect(await ask(memberPhone, elsewhere.code, { kind: 'seat', seat: called.seat })).toBeNull();
  expect(await ask(memberPhone, staff.code, { kind: 'seat', seat: links[1].seat })).toBeNull();
  const screen = (await host.post(staff.at(`meetings/${called.meeting}/screen`))).body.screen;
  expect(await ask(host, staff.code, { kind: 'screen', screen })).toMatchObject({ actor: null });
  expect(await ask(outsiders[sameBody]!, staff.code, { kind: 'screen', screen })).toBeNull();
  const other = { ...join({ kind: 'screen', screen }), meeting: draft.meeting };
  expect(await whoJoins(server.deps, cookie(host), staff.code, other)).toBeNull();
});
