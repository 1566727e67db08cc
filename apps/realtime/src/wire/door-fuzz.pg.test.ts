import { Agent } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { aDatabase } from '@yishiting/db/testing';
import { limits } from '@yishiting/domain/protocol';
import { expect, it } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { holdHearing, seatOf } from '../testing/hearing.ts';
import { junkOf, type Around, type Junk } from '../testing/junk.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom, type Json } from '../testing/outsider.ts';
import { mulberry32 } from '../testing/random.ts';
import { ask } from '../testing/raw.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const meeting = `${api}/meetings/${hearing.meeting}`;
const random32 = '0'.repeat(32);
const token = 'A'.repeat(43);

/** Nothing here ends a session: those who throw junk stand on theirs. */
const requests = [
  { method: 'GET', path: `${api}/session` },
  { method: 'GET', path: `${api}/people` },
  { method: 'GET', path: `${api}/records` },
  { method: 'GET', path: `${api}/meetings` },
  { method: 'GET', path: meeting },
  { method: 'POST', path: '/api/join', body: { code: '000000' } },
  {
    method: 'POST',
    path: '/api/set-up',
    body: { token, community: '甲', body: '乙', name: '丙', login: 'x', password: 'x' },
  },
  { method: 'POST', path: `${api}/enter`, body: { token } },
  { method: 'POST', path: `${api}/people`, body: { name: '李四', phone: '13800000000' } },
  { method: 'POST', path: `${api}/meetings`, body: { body: hearing.meeting, procedure: 'hearing', matter: '修路' } },
  { method: 'PUT', path: meeting, body: { matter: '修路', description: '', place: '', people: [], agenda: [] } },
  {
    method: 'POST',
    path: `${meeting}/call`,
    body: { commandId: random32, notice: { way: 'start-now', waiver: '同意' } },
  },
  { method: 'POST', path: `${meeting}/links`, body: { seats: [hearing.meeting] } },
  { method: 'POST', path: `${meeting}/revoke`, body: { seats: [hearing.meeting] } },
  { method: 'POST', path: `${meeting}/screen`, body: {} },
  { method: 'POST', path: `${meeting}/screens/show`, body: { on: null, content: { kind: 'message', text: '请安静' } } },
  {
    method: 'POST',
    path: `${meeting}/screens/queue`,
    body: { entry: random32, on: hearing.meeting, content: { kind: 'agenda', page: 1 } },
  },
  { method: 'POST', path: `${meeting}/screens/queue/move`, body: { entry: random32, before: random32 } },
  { method: 'GET', path: `${meeting}/files` },
  { method: 'GET', path: `${meeting}/files/${hearing.meeting}` },
  { method: 'POST', path: `${meeting}/files?kind=attachment&name=a.pdf&command=${random32}`, body: { a: '%PDF-1.4' } },
  { method: 'POST', path: `${meeting}/files/order`, body: { files: [hearing.meeting] } },
  { method: 'POST', path: `${meeting}/files/${hearing.meeting}/erase`, body: {} },
  { method: 'POST', path: `${meeting}/take-chair`, body: { commandId: random32, password: null } },
  { method: 'PUT', path: `${api}/link-address`, body: { address: 'http://127.0.0.1:1' } },
];

/** Commands of the chair and the recorder, and some of everybody's that come to nothing. */
function commandsFor(view: Json): object[] {
  const [item] = view.agenda.order;
  const vote = item;
  return [
    { type: 'check-in', way: 'here', privacyNotice: '1999-01' },
    { type: 'leave' },
    { type: 'record-arrival', seat: item, way: 'here' },
    { type: 'add-person', person: item, capacities: ['member'] },
    { type: 'confirm-presence', count: 1 },
    { type: 'take-chair' },
    ...['open-meeting', 'adjourn-meeting', 'resume-meeting', 'close-meeting'].map((type) => ({ type })),
    { type: 'begin-item', item },
    { type: 'undo-step', step: 7 },
    { type: 'add-item', title: '其他', minutes: 5, after: null },
    { type: 'withdraw-item', item, reason: '不再需要' },
    { type: 'start-clock', seconds: 60 },
    { type: 'open-vote', question: '同意吗', purpose: 'sounding', method: 'yes-no-abstain' },
    {
      type: 'open-vote',
      question: '怎样分摊',
      purpose: 'sounding',
      method: 'grade',
      variants: ['均摊', '按层'],
      grades: ['可以', '不宜'],
    },
    { type: 'cast-ballot', vote, choice: 'yes' },
    { type: 'cast-ballot', vote, chosen: [1, 2] },
    { type: 'cast-ballot', vote, graded: [1, 2] },
    { type: 'enter-hand', vote, seat: item, choice: 'no', reason: '举手' },
    ...['close-vote', 'establish-vote', 'publish-vote'].map((type) => ({ type, vote })),
    { type: 'omit-outcome', item, reason: '无人发言' },
    { type: 'record-opinion', item, speaker: item, stance: 'for', gist: '赞成', category: null },
    { type: 'mark-opinion', opinion: item, uptake: 'partly', reason: '另议' },
    { type: 'record-question', item, asker: item, text: '多久？', to: null },
    { type: 'record-answer', item, question: null, by: item, text: '半年', material: false },
    { type: 'state-proposal', text: '采用方案二。' },
    { type: 'add-attachment', file: item },
    { type: 'take-photo', file: item },
    { type: 'withdraw-attachment', file: item, reason: '有误' },
    { type: 'share-minutes', shared: true },
    { type: 'propose-amendment', section: item, words: '一', reason: '二' },
    { type: 'confirm-minutes', hash: '0'.repeat(64) },
  ];
}

/** Frames of one batch on one connection, requests of one batch. */
const batch = limits.burst / 2;

interface Door {
  as: Json;
  session: { origin: string; cookie: string };
  room?: OutsiderRoom;
}

/** What junk met, by code: that it came far enough to meet all of them shows that it is worth throwing. */
const met = new Map<string, number>();
const worthMeeting = [
  ...['malformed', 'not-entitled', 'wrong-phase', 'privacy-notice-outdated'].map((code) => `answer ${code}`),
  ...['malformed', 'too-large', '1009'].map((code) => `end ${code}`),
  ...['malformed', 'not-found', 'wrong-origin', 'too-large', 'too-fast', 'wrong-phase', '200'].map(
    (code) => `status ${code}`,
  ),
];
const meet = (what: string) => void met.set(what, (met.get(what) ?? 0) + 1);

async function roomAt(door: Door): Promise<OutsiderRoom> {
  if (door.room?.socket.readyState === WebSocket.OPEN) return door.room;
  const auth = { protocol: 2, meeting: hearing.meeting, as: door.as };
  const room = await new OutsiderRoom(door.session, hearing.community, auth).joined();
  room.socket.on('message', (frame) => {
    const answer = /^43\d+\[\{"answer":"(\w+)"(?:,"code":"([a-z-]+)")?/.exec(String(frame));
    if (answer) meet(`answer ${answer[2] ?? answer[1]}`);
  });
  void room.closed.then((code) => meet(`end ${room.ended ?? code}`));
  return (door.room = room);
}

/** @returns how many frames were sent before the connection ended */
async function throwFrames(door: Door, junk: Junk): Promise<number> {
  const room = await roomAt(door);
  // What was heard is not looked at: views of hours would fill the memory of the test, not of the server.
  room.heard.length = 0;
  let sent = 0;
  for (; sent < batch && room.socket.readyState === WebSocket.OPEN; sent += 1) {
    const frame = junk.frame();
    room.socket.send(frame, { binary: typeof frame !== 'string' });
    if (sent % 4 === 3) await room.heardOut();
  }
  return sent;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

async function throwRequests(junk: Junk): Promise<number> {
  const requests = Array.from({ length: batch }, () => junk.request());
  const answers = await Promise.all(requests.map((request) => ask(house.origin, { ...request, agent })));
  for (const { status, code } of answers) meet(`status ${code ?? status}`);
  const fallen = answers.flatMap(({ status, body }, n) => (status >= 500 ? [{ body, request: requests[n] }] : []));
  expect(fallen).toEqual([]);
  return requests.length;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes in use, of which nothing is garbage. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
const bounded = 48 * 1024 * 1024;

const seed = 20_261_122;
const times = rounds('doorFuzz');

it(`[R8] seed ${seed}: ${times} frames and requests of junk leave the server up, its memory bounded and the record as it was`, async () => {
  const chair = await roomAt({
    as: { kind: 'seat', seat: seatOf(hearing, '王建国').seat },
    session: seatOf(hearing, '王建国').browser,
  });
  const { body: screen } = await hearing.staff.post<Json>(
    `/c/${hearing.community}/api/meetings/${hearing.meeting}/screen`,
  );
  const seats = ['李秀英', '赵强'].map((name): Door => {
    const { seat, browser } = seatOf(hearing, name);
    return { as: { kind: 'seat', seat }, session: browser };
  });
  const projector = { as: { kind: 'screen', screen: screen.screen }, session: hearing.staff };
  const doors: Door[] = [...seats, projector, { as: { kind: 'account' }, session: hearing.staff }];
  const around: Around = {
    host: new URL(house.origin).host,
    cookies: [
      ...Array<string>(6).fill(hearing.staff.cookie),
      ...seats.map(({ session }) => session.cookie),
      'yishiting=x',
      `yishiting=${token}`,
    ],
    ids: [...chair.view.agenda.order, hearing.meeting, screen.screen],
    commands: commandsFor(chair.view),
    requests,
  };
  // A row of junk for each of them: who is answered first does not change what the others throw.
  const frames = doors.map((door, n) => ({ door, junk: junkOf(mulberry32(seed + n), around) }));
  const posts = doors.map((_, n) => junkOf(mulberry32(seed + doors.length + n), around));
  const before = await house.record(hearing);
  let used = 0;
  for (let thrown = 0; thrown < times;) {
    const sent = await Promise.all(frames.map(({ door, junk }) => throwFrames(door, junk)));
    const asked = await Promise.all(posts.map(throwRequests));
    thrown += [...sent, ...asked].reduce((sum, n) => sum + n, 0);
    // Time for another burst of everybody's.
    house.wait((limits.burst / limits.perSecond) * 1000);
    // Somebody who means it is served meanwhile.
    expect(await chair.command({ type: 'record-departure', seat: seatOf(hearing, '陈国强').seat })).toEqual({
      answer: 'unchanged',
    });
    chair.heard.length = 0;
    // By a tenth, whatever is kept for good is there.
    if (used === 0 && thrown > times / 10) used = memory();
  }
  for (const { room } of doors) room?.close();
  await Promise.all(doors.map(({ room }) => room?.closed));
  expect(memory() - used).toBeLessThan(bounded);
  expect(house.logged).toEqual([]);
  expect(await house.record(hearing)).toEqual(before);
  expect([...met.keys()]).toEqual(expect.arrayContaining(worthMeeting));
  expect(met.get('answer accepted')).toBeUndefined();
  const fresh = await roomAt({
    as: { kind: 'seat', seat: seatOf(hearing, '周敏').seat },
    session: seatOf(hearing, '周敏').browser,
  });
  fresh.close();
  agent.destroy();
});
