import { connect } from 'node:net';
import { aDatabase } from '@yishiting/db/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { holdHearing } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { ask, say, type RawRequest } from '../testing/raw.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const meetings = `${api}/meetings/${hearing.meeting}`;
const { host } = new URL(house.origin);
const staff = { host, origin: house.origin, cookie: hearing.staff.cookie };
const json = { ...staff, 'content-type': 'application/json' };
const { origin: _, ...withoutOrigin } = json;
const head = async () => (await house.record(hearing)).at(-1)?.hash;

const before = await head();
afterEach(async () => {
  expect(await head()).toBe(before);
  expect(house.logged.splice(0)).toEqual([]);
  expect(await hearing.staff.get(`${api}/session`)).toMatchObject({ status: 200 });
});

const post = (path: string, body: string | Buffer, headers: Record<string, string> = json): RawRequest => {
  return { method: 'POST', path, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body };
};
const signIn = (body: string) => post(`${api}/sign-in`, body);
const newPerson = (name: string) => post(`${api}/people`, `{"name":${name}}`);

const requests: [what: string, request: RawRequest, status: number, code: string][] = [
  ['a body without a type', post(`${api}/people`, '{"name":"x"}', staff), 400, 'malformed'],
  ['a text', post(`${api}/people`, 'x', { ...staff, 'content-type': 'text/plain' }), 400, 'malformed'],
  [
    'a form',
    post(`${api}/people`, 'name=x', { ...staff, 'content-type': 'application/x-www-form-urlencoded' }),
    400,
    'malformed',
  ],
  [
    'parts',
    post(`${api}/people`, '--x--', { ...staff, 'content-type': 'multipart/form-data; boundary=x' }),
    400,
    'malformed',
  ],
  ['a type that is none', post(`${api}/people`, '{}', { ...staff, 'content-type': '__proto__' }), 400, 'malformed'],
  ['broken JSON', signIn('{"login":'), 400, 'malformed'],
  ['two JSONs', signIn('{}{}'), 400, 'malformed'],
  ['no UTF-8', post(`${api}/people`, Buffer.from([0x7b, 0xff, 0xfe])), 400, 'malformed'],
  ['nothing where something is needed', signIn(''), 400, 'malformed'],
  ['null', signIn('null'), 400, 'malformed'],
  ['a list', signIn('[]'), 400, 'malformed'],
  ['brackets without end', signIn('['.repeat(60_000)), 400, 'malformed'],
  ['nesting without end', newPerson(`${'['.repeat(30_000)}${']'.repeat(30_000)}`), 400, 'malformed'],
  ['a prototype', newPerson('"x","__proto__":{"staff":true}'), 400, 'malformed'],
  ['a constructor', newPerson('"x","constructor":{"prototype":{"staff":true}}'), 400, 'malformed'],
  ['a field too many', newPerson('"x","id":"1"'), 400, 'malformed'],
  ['U+0000', newPerson('"a\\u0000b"'), 400, 'malformed'],
  ['a lone surrogate', newPerson('"\\udfff"'), 400, 'malformed'],
  ['U+0000 for a sign-in name', signIn('{"login":"\\u0000","password":"x"}'), 400, 'malformed'],
  ['a number beyond all', post(`${meetings}/call`, '{"commandId":1e999}'), 400, 'malformed'],
  ['another’s command id', post(`${meetings}/take-chair`, '{"commandId":"x","password":"x"}'), 400, 'malformed'],
  [
    'links for a thousand seats that are none',
    post(`${meetings}/links`, `{"seats":[${'"x",'.repeat(999)}"x"]}`),
    400,
    'malformed',
  ],
  ['a body of 65 KiB', newPerson(`"${'x'.repeat(65 * 1024)}"`), 413, 'too-large'],
  ['a body of 2 MB', newPerson(`"${'x'.repeat(2 * 1024 * 1024)}"`), 413, 'too-large'],
  ['2 MB announced', { ...newPerson('"x"'), headers: { ...json, 'content-length': '2097152' } }, 413, 'too-large'],
  [
    'a foreign page',
    post(`${api}/people`, '{"name":"x"}', { ...json, origin: 'http://evil.example' }),
    403,
    'wrong-origin',
  ],
  ['a page without an origin', post(`${api}/people`, '{"name":"x"}', { ...json, origin: 'null' }), 403, 'wrong-origin'],
  ['a cookie and no origin', post(`${api}/people`, '{"name":"x"}', withoutOrigin), 403, 'wrong-origin'],
  ['no cookie', post(`${api}/people`, '{"name":"x"}', { ...json, cookie: '' }), 404, 'not-found'],
  [
    'a cookie of nobody',
    post(`${api}/people`, '{"name":"x"}', { ...json, cookie: `yishiting=${'x'.repeat(43)}` }),
    404,
    'not-found',
  ],
  [
    'a cookie that is none',
    post(`${api}/people`, '{"name":"x"}', { ...json, cookie: 'yishiting=\u00ff;;=' }),
    404,
    'not-found',
  ],
  ['a community that is not there', post('/c/__proto__/api/people', '{"name":"x"}'), 404, 'not-found'],
  ['a community with U+0000', { path: '/c/a%00b/api/session', headers: staff }, 404, 'not-found'],
  ['a meeting that is no id', { path: `${api}/meetings/%00`, headers: staff }, 404, 'not-found'],
  [
    'a meeting named like a part of every object',
    { path: `${api}/meetings/constructor`, headers: staff },
    404,
    'not-found',
  ],
  ['a path that is none', { path: `${api}/%E0%A4%A`, headers: staff }, 400, 'malformed'],
  ['a path that nobody serves', { path: `${api}/nothing`, headers: staff }, 404, 'not-found'],
  ['a way that nobody goes', { method: 'DELETE', path: `${api}/session`, headers: staff }, 404, 'not-found'],
];

describe('[R8] whatever is no request of ours is refused', () => {
  it.each(requests)('%s', async (_, request, status, code) => {
    expect(await ask(house.origin, request)).toMatchObject({ status, code });
  });

  it('a search for what no text holds finds nobody', async () => {
    for (const text of ['%00', '%ff', '%25%5f', '__proto__', 'x'.repeat(5_000)]) {
      expect(await ask(house.origin, { path: `${api}/people?search=${text}`, headers: staff })).toMatchObject({
        status: 200,
        body: '[]',
      });
    }
  });

  it.each([
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\r\n\r\n', 400],
    [
      'two lengths',
      `POST ${api}/people HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      'a chunk that is none',
      `POST ${api}/people HTTP/1.1\r\nhost: ${host}\r\norigin: ${house.origin}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzzz\r\n`,
      400,
    ],
    [
      'a thousand cookies',
      `GET ${api}/session HTTP/1.1\r\nhost: ${host}\r\n${`cookie: ${'x'.repeat(100)}\r\n`.repeat(1_000)}\r\n`,
      431,
    ],
    ['an address without end', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`, 431],
    ['no host', `GET ${api}/session HTTP/1.1\r\n\r\n`, 400],
  ])('%s', async (_, bytes, status) => {
    expect(await say(house.origin, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('who sends slowly holds up nobody else, and is not waited for without end', async () => {
    expect(house.app.http.server.requestTimeout).toBeGreaterThan(0);
    expect(house.app.http.server.headersTimeout).toBeGreaterThan(0);
    const { hostname, port } = new URL(house.origin);
    const slow = await Promise.all(
      Array.from(
        { length: 200 },
        (_, n) =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const started = `POST ${api}/sign-in HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{`;
            const socket = connect(Number(port), hostname, () =>
              socket.write(started.slice(0, 20 + n), () => resolve(socket)),
            );
            socket.on('error', () => {});
          }),
      ),
    );
    expect(await hearing.staff.get(`${api}/people`)).toMatchObject({ status: 200 });
    for (const socket of slow) socket.resetAndDestroy();
  });
});
