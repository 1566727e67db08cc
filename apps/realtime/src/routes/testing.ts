/** For tests: the API over a real database, without a port, and browsers with cookie jars that talk to it. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { openAccount } from '@yishiting/db/accounts';
import { foundInstallation, offerSetUp } from '@yishiting/db/installation';
import { loadEvents } from '@yishiting/db/meeting-events';
import { givePost } from '@yishiting/db/posts';
import type { Tables } from '@yishiting/db/tables';
import { buildCommunity, buildPerson, testNow } from '@yishiting/db/testing-rows';
import { replay, type Meeting } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { noScreens } from '@yishiting/domain/screens';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { Requests } from '../admission/requests.ts';
import { patience, WrongGuesses } from '../identity/limits.ts';
import { hashPassword } from '../identity/passwords.ts';
import { Revocations } from '../identity/revocations.ts';
import type { Given } from '../room/decisions.ts';
import { KeptRows } from '../live/kept-rows.ts';
import { screensOf } from '../screens/screens.ts';
import type { RouteDeps } from './deps.ts';
import { registerRoutes } from './register.ts';

export const password = '南门议事-2026';
export const newCommandId = (): string => randomBytes(16).toString('hex');
/** Hashed once at small cost: what dear hashing is for is tested elsewhere. */
const cheap = hashPassword(password, { ln: 4, r: 8, p: 1 });

export interface TestServer {
  app: FastifyInstance;
  deps: RouteDeps;
  /** Every route as it was registered: `POST /c/:community/api/sign-in`. */
  routes: string[];
  /** Moves the clock on by so many ms. */
  wait(ms: number): void;
  /** Commands that reached a room. */
  given: Given[];
  browser(options?: { tls?: boolean; address?: string; host?: string }): TestBrowser;
  /** Offers set-up and gives its token. */
  offer(): Promise<string>;
}

export async function aServer(db: Kysely<Tables>, options: Partial<RouteDeps> = {}): Promise<TestServer> {
  let now = testNow;
  const given: Given[] = [];
  const deps: RouteDeps = {
    db,
    clock: { now: () => now },
    newId: randomUUIDv7,
    log: { info: () => {}, warn: () => {}, error: (facts) => console.error(facts) },
    rooms: roomsOn(db, given),
    press: { makePdf: async () => ({ pdf: Buffer.from('%PDF-') }) },
    revocations: new Revocations(),
    guesses: new WrongGuesses(patience.guess),
    nobodysTries: new WrongGuesses(patience.password),
    publicKeys: ['ab'.repeat(32)],
    version: '0.1.0',
    dataDir: mkdtempSync(join(inject('testFolder'), 'data-')),
    publicOrigin: undefined,
    port: () => 3000,
    addresses: () => ['192.168.1.20', '10.0.0.5'],
    ...options,
  };
  const app = Fastify({ bodyLimit: 256 * 1024 });
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  });
  registerRoutes(app, deps);
  await app.ready();
  const offer = async () => {
    const token = randomBytes(32).toString('base64url');
    await foundInstallation(db, { id: randomUUIDv7(), at: now });
    await offerSetUp(db, createHash('sha256').update(token).digest('hex'));
    return token;
  };
  const wait = (ms: number) => void (now += ms);
  return { app, deps, routes, wait, given, offer, browser: (how = {}) => new TestBrowser(app, how) };
}

/** Rooms that read the record each time, and take every command. */
function roomsOn(db: Kysely<Tables>, given: Given[]): RouteDeps['rooms'] {
  const requests = new Map<string, Requests>();
  return {
    async requests({ meeting }) {
      const held = requests.get(meeting) ?? new Requests(() => {});
      requests.set(meeting, held);
      return held;
    },
    readAgain: async () => {},
    requestsOpen: async ({ meeting }) => requests.get(meeting) ?? null,
    screens: async (place) => new KeptRows(noScreens, screensOf(db, place, { now: () => testNow }), () => {}),
    video: async () =>
      new KeptRows(
        null,
        async () => null,
        () => {},
      ),
    async epoch(community) {
      const row = await db.selectFrom('communities').where('id', '=', community).select('epoch').executeTakeFirst();
      return row?.epoch ?? null;
    },
    async meeting({ community, meeting }): Promise<Meeting | null> {
      const lines = await loadEvents(db, community, meeting);
      return lines.length === 0 ? null : replay(lines.map(factOf));
    },
    minutes: async () => null,
    async close(_community, remove) {
      await remove();
      return true;
    },
    async submit(_place, one) {
      given.push(one);
      return { answer: 'accepted' };
    },
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export interface Reply {
  status: number;
  // Read by tests that know what they asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Record<string, unknown>;
  setCookie: string | undefined;
}

/** One browser: keeps cookies by name, and names the page's origin as browsers do. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #host: string;
  readonly #scheme: string;
  readonly #address: string;

  constructor(app: FastifyInstance, { tls = false, address = '192.168.1.77', host = '192.168.1.20:3000' }) {
    this.#app = app;
    this.#host = host;
    this.#scheme = tls ? 'https' : 'http';
    this.#address = address;
  }

  async send(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const sent: Record<string, string> = { host: this.#host, ...headers };
    if (this.cookies.size > 0) sent['cookie'] = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (method !== 'GET') sent['origin'] ??= `${this.#scheme}://${this.#host}`;
    const options: InjectOptions = { method, url, headers: sent, remoteAddress: this.#address };
    const answered = await this.#app.inject(body === undefined ? options : { ...options, payload: body as object });
    for (const { name, value } of answered.cookies) this.cookies.set(name, value);
    const setCookie = [answered.headers['set-cookie']].flat()[0];
    const text = answered.body;
    const read = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    return { status: answered.statusCode, body: read, headers: answered.headers, setCookie };
  }

  get = (url: string, headers?: Record<string, string>) => this.send('GET', url, undefined, headers);
  post = (url: string, body?: unknown, headers?: Record<string, string>) => this.send('POST', url, body, headers);
  put = (url: string, body?: unknown, headers?: Record<string, string>) => this.send('PUT', url, body, headers);
}

export interface Staffed {
  id: string;
  code: string;
  body: string;
  person: string;
  account: string;
  login: string;
  at: (path: string) => string;
}

/** A community with one body and one person of its staff with an account; `of`: another body of a community there is. */
export async function buildStaff(
  db: Kysely<Tables>,
  { of, login = 'zhou' }: { of?: { id: string; code: string }; login?: string } = {},
): Promise<Staffed> {
  const { id, code, body } = of ? { ...of, body: await anotherBody(db, of.id) } : await buildCommunity(db);
  const person = await buildPerson(db, id, '周建国');
  const account = randomUUIDv7();
  await openAccount(db, { id: account, community: id, person, login, passwordHash: await cheap, at: testNow });
  await givePost(db, { id: randomUUIDv7(), community: id, person, body, post: 'staff', from: testNow });
  return { id, code, body, person, account, login, at: (path) => `/c/${code}/api/${path}` };
}

async function anotherBody(db: Kysely<Tables>, community: string): Promise<string> {
  const id = randomUUIDv7();
  await db
    .insertInto('bodies')
    .values({ id, community, name: `监督委员会${id}`, created_at: testNow })
    .execute();
  return id;
}

/** A browser signed in as this member of staff. */
export async function signedInAs(server: TestServer, { at, login }: Staffed): Promise<TestBrowser> {
  const browser = server.browser();
  const { status, body } = await browser.post(at('sign-in'), { login, password });
  if (status !== 200) throw new Error(`sign-in: ${status} ${JSON.stringify(body)}`);
  return browser;
}

/** A hearing arranged by this member of staff, with a chair, a recorder and a member. */
export async function buildHearing(
  db: Kysely<Tables>,
  browser: TestBrowser,
  { id, at, body, person }: Staffed,
): Promise<{ meeting: string; people: string[] }> {
  const { meeting } = (await browser.post(at('meetings'), { body, procedure: 'hearing', matter: '加装电梯' })).body;
  const people = [person, await buildPerson(db, id, '林晓燕'), await buildPerson(db, id, '王秀兰')];
  const { agenda } = (await browser.get(at(`meetings/${meeting}`))).body;
  const capacities = [['chair'], ['recorder'], ['member']];
  const arranged = await browser.put(at(`meetings/${meeting}`), {
    ...{
      matter: '加装电梯',
      description: '分摊方案',
      place: '二楼会议室',
      plannedAt: testNow + 60_000,
      language: 'zh-CN',
    },
    people: people.map((one, n) => ({ person: one, capacities: capacities[n], standing: n === 2 ? '3号楼' : '' })),
    agenda,
  });
  if (arranged.status !== 200) throw new Error(`arranging: ${arranged.status} ${JSON.stringify(arranged.body)}`);
  return { meeting, people };
}

/** … and called. */
export async function buildCalled(
  db: Kysely<Tables>,
  browser: TestBrowser,
  staff: Staffed,
  notice: object = { way: 'served', servedAt: testNow - 4 * 86_400_000 },
) {
  const arranged = await buildHearing(db, browser, staff);
  const called = await browser.post(staff.at(`meetings/${arranged.meeting}/call`), {
    commandId: newCommandId(),
    notice,
  });
  if (called.status !== 200) throw new Error(`calling: ${called.status} ${JSON.stringify(called.body)}`);
  return arranged;
}
