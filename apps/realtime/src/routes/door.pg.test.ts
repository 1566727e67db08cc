import { aDatabase } from '@yishiting/db/testing';
import { expect, it } from 'vitest';
import { aServer, buildCalled, buildStaff, password, signedInAs } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db, { publicOrigin: 'https://yishi.example' });

it('[R9] what changes something must come from a page of this server', async () => {
  const staff = await buildStaff(db);
  const browser = await signedInAs(server, staff);
  const from = (origin: string) => browser.post(staff.at('sign-out'), undefined, { origin });
  for (const origin of ['http://evil.example', 'null', 'http://192.168.1.20', 'http://192.168.1.20:3001', 'file://']) {
    expect(await from(origin)).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
  }
  expect((await browser.get(staff.at('session'))).body.account).not.toBeNull();
  expect((await from('https://yishi.example')).status).toBe(200);
});

it('[R9] a request without Origin changes something only without a cookie', async () => {
  const staff = await buildStaff(db);
  const url = staff.at('sign-in');
  const payload = { login: staff.login, password };
  const bare = await server.app.inject({ method: 'POST', url, payload });
  expect(bare.statusCode).toBe(200);
  const [{ name, value } = { name: '', value: '' }] = bare.cookies;
  const withCookie = await server.app.inject({ method: 'POST', url, payload, headers: { cookie: `${name}=${value}` } });
  expect(withCookie.json()).toEqual({ code: 'wrong-origin' });
});

it('[R10] two host names of the same server each answer their own pages', async () => {
  const staff = await buildStaff(db);
  for (const host of ['192.168.1.20:3000', 'yishiting.local:3000', '[fd00::5]:3000']) {
    const browser = server.browser({ host });
    const signed = await browser.post(staff.at('sign-in'), { login: staff.login, password });
    expect(signed.body.account.login).toBe(staff.login);
  }
});

it('[R10] links carry the public origin, else the address the host chose, else the best, never localhost', async () => {
  const local = await aServer(db);
  const staff = await buildStaff(db);
  const host = await signedInAs(local, staff);
  const address = staff.at('link-address');
  const addresses = ['192.168.1.20', '10.0.0.5'];
  expect((await host.get(address)).body).toEqual({ origin: 'http://192.168.1.20:3000', chosen: null, addresses });
  const chosen = { origin: 'http://10.0.0.5:3000', chosen: '10.0.0.5', addresses };
  expect((await host.put(address, { address: '10.0.0.5' })).body).toEqual(chosen);
  expect((await host.get(address)).body).toEqual(chosen);
  expect((await host.put(address, { address: '8.8.8.8' })).body.fields).toEqual({ address: 'not-an-address-here' });
  const fixed = await signedInAs(server, staff);
  expect((await fixed.get(address)).body).toMatchObject({ origin: 'https://yishi.example', addresses: [] });
});

it('[R8] what is malformed, oversized or strange is refused, and named by field where it can be', async () => {
  const staff = await buildStaff(db);
  const browser = await signedInAs(server, staff);
  const raw = (payload: string, type = 'application/json') =>
    server.app.inject({
      ...{ method: 'POST', url: staff.at('sign-in'), payload },
      headers: { 'content-type': type, host: 'a.example', origin: 'http://a.example' },
    });
  const strange = [
    '{',
    '{"__proto__":{"a":1}}',
    '{"login":"a","password":"b","constructor":{"prototype":{}}}',
    '[]',
    '"a"',
  ];
  for (const payload of [...strange, '{"login":"\\u0000","password":"b"}', '{"login":"\\ud800","password":"b"}', '']) {
    const answered = await raw(payload);
    expect([answered.statusCode, answered.json().code]).toEqual([400, 'malformed']);
  }
  expect((await raw('login=a', 'application/x-www-form-urlencoded')).json().code).toBe('malformed');
  expect((await raw('a', 'text/plain')).json().code).toBe('malformed');
  const large = await raw(JSON.stringify({ login: 'a'.repeat(70_000), password: 'b' }));
  expect([large.statusCode, large.json()]).toEqual([413, { code: 'too-large' }]);
  const fields = (await browser.post(staff.at('meetings'), { body: 1, procedure: 'hearing', matter: ' ', more: 1 }))
    .body;
  expect(fields).toEqual({
    code: 'malformed',
    fields: { body: 'invalid_type', matter: 'empty', '': 'unrecognized_keys' },
  });
  expect((await browser.get(staff.at('meetings/strange'))).body).toEqual({ code: 'not-found' });
});

it('what fails within is answered with try-again, and logged without what was said', async () => {
  const secret = '一段不该写进日志的话';
  const logged: object[] = [];
  const failing = await aServer(db, {
    log: { info: () => {}, warn: () => {}, error: (facts) => void logged.push(facts) },
    rooms: { ...server.deps.rooms, meeting: () => Promise.reject(new RangeError(secret)) },
  });
  const staff = await buildStaff(db);
  const browser = await signedInAs(failing, staff);
  const { meeting } = await buildCalled(db, browser, staff);
  const failed = await browser.post(staff.at(`meetings/${meeting}/links`), {});
  expect([failed.status, failed.body]).toEqual([500, { code: 'try-again' }]);
  const route = '/c/:community/api/meetings/:meeting/links';
  expect(logged).toMatchObject([{ method: 'POST', route, error: 'RangeError' }]);
  expect(JSON.stringify(logged)).not.toContain(secret);
});

it('answers of the API are kept by no browser and no proxy', async () => {
  const staff = await buildStaff(db);
  expect((await server.browser().get(staff.at('session'))).headers['cache-control']).toBe('no-store');
});
