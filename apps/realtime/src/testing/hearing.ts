/** For tests: a community set up through the API, with a hearing that was called, and its seats taken by browsers. */
import { randomBytes } from 'node:crypto';
import type { LinkLine, PersonLine, SeatAnswer, SessionAnswer } from '@yishiting/domain/api';
import type { Arrangement, Entered } from '@yishiting/domain/api';
import type { Capacity } from '@yishiting/domain/capacities';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer, Down, Join } from '@yishiting/domain/protocol';
import { io, type Socket } from 'socket.io-client';
import { Browser, type House } from './house.ts';
import { OutsiderRoom } from './outsider.ts';

export interface Hearing {
  community: string;
  meeting: string;
  /** Signed in as staff of the body. */
  staff: Browser;
  seats: { seat: string; name: string; capacities: Capacity[]; browser: Browser }[];
}

const expectStatus = <T>({ status, body }: { status: number; body: T }, what: string): T => {
  if (status !== 200) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

type Called = [name: string, capacities: Capacity[], side?: number];

const people: Called[] = [
  ['王建国', ['chair']],
  ['周敏', ['recorder']],
  ['李秀英', ['member']],
  ['陈国强', ['member']],
  ['孙丽', ['member']],
  ['赵强', ['observer']],
];

/**
 * Sets the house up and calls a hearing at once; every seat is taken by a browser of its own. `more`: who comes besides;
 * `first`: instead of the usual six; `kind`: of another procedure.
 */
export async function holdHearing(
  house: Pick<House, 'origin' | 'setUpToken'>,
  more: readonly Called[] = [],
  first: readonly Called[] = people,
  { procedure, matter } = { procedure: 'hearing', matter: '加装电梯' },
): Promise<Hearing> {
  const staff = new Browser(house.origin);
  const keeper = {
    community: '测试社区',
    body: '测试社区居民委员会',
    name: '张干事',
    login: 'zhang',
    password: 'qidong-2026',
  };
  const setUp = await staff.post<Entered>('/api/set-up', { token: house.setUpToken, ...keeper });
  const { community } = expectStatus(setUp, 'set-up');
  const api = `/c/${community}/api`;
  const session = expectStatus(await staff.get<SessionAnswer>(`${api}/session`), 'session');
  const body = session.account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const made = await staff.post<{ meeting: string }>(`${api}/meetings`, {
    body,
    procedure,
    matter,
  });
  const { meeting } = expectStatus(made, 'new meeting');
  await arrange(staff, api, meeting, [...first, ...more]);
  const notice = { way: 'start-now', waiver: '全体到会人员同意' };
  expectStatus(await staff.post(`${api}/meetings/${meeting}/call`, { commandId: randomId(), notice }), 'call');
  const links = expectStatus(await staff.post<LinkLine[]>(`${api}/meetings/${meeting}/links`), 'links');
  const seats = await Promise.all(
    links.map(async ({ name, capacities, url }) => {
      const browser = new Browser(house.origin);
      const token = url.split('#')[1];
      const { seat } = expectStatus(await browser.post<SeatAnswer>(`${api}/enter`, { token }), 'enter');
      return { seat, name, capacities, browser };
    }),
  );
  return { community, meeting, staff, seats };
}

async function arrange(staff: Browser, api: string, meeting: string, called: readonly Called[]): Promise<void> {
  const listed = await Promise.all(
    called.map(async ([name, capacities, side = null]) => {
      const { person } = expectStatus(await staff.post<PersonLine>(`${api}/people`, { name }), 'new person');
      return { person, capacities, standing: '', side };
    }),
  );
  const { agenda, matter, language } = expectStatus(
    await staff.get<Arrangement>(`${api}/meetings/${meeting}`),
    'arrangement',
  );
  const when = { plannedAt: Date.UTC(2026, 10, 22, 11), place: '二楼会议室', description: '' };
  const arrangement = { matter, language, agenda, people: listed, ...when };
  expectStatus(await staff.put(`${api}/meetings/${meeting}`, arrangement), 'arrange');
}

/** A mediation that was called at once: two parties, a mediator, and somebody who only looks on. */
export const holdMediation = (house: Pick<House, 'origin' | 'setUpToken'>): Promise<Hearing> =>
  holdHearing(
    house,
    [],
    [
      ['王建国', ['chair']],
      ['周敏', ['recorder']],
      ['李秀英', ['party'], 1],
      ['陈国强', ['party'], 2],
      ['郑和平', ['mediator']],
      ['赵强', ['observer']],
    ],
    { procedure: 'mediation', matter: '楼上卫生间漏水' },
  );

/** The seat of this name. */
export function seatOf(hearing: Hearing, name: string): Hearing['seats'][number] {
  const found = hearing.seats.find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is called ${name} here`);
  return found;
}

/** Opens the room for the seat of this name. */
export function enterRoom(hearing: Hearing, name: string): OutsiderRoom {
  const { seat, browser } = seatOf(hearing, name);
  return new OutsiderRoom(browser, hearing.community, {
    protocol: 2,
    meeting: hearing.meeting,
    as: { kind: 'seat', seat },
  });
}

export const randomId = (): string => randomBytes(16).toString('hex');

/** One connection to the live room; what came down is kept. */
export class LiveSocket {
  told: Down[] = [];
  /** The connection ended, or never came about. */
  broken = false;
  #socket: Socket;

  constructor(browser: Browser, community: string, join: Omit<Join, 'protocol'>) {
    this.#socket = io(browser.origin, {
      path: '/socket.io/',
      query: { c: community },
      auth: { protocol: 2, ...join },
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: browser.cookie, origin: browser.origin },
    });
    for (const end of ['disconnect', 'connect_error']) this.#socket.on(end, () => (this.broken = true));
    this.#socket.on('down', (message: Down) => this.told.push(message));
  }

  /** Resolves when the first view has come; rejects when it does not, at once where the connection broke before. */
  async joined(): Promise<this> {
    for (let waited = 0; waited < 30_000; waited += 10) {
      if (this.told.some(({ t }) => t === 'whole')) return this;
      const ended = this.told.find((message) => message.t === 'ended');
      if (ended) throw new Error(`Not let in: ${JSON.stringify(ended)}`);
      if (this.broken) throw new Error('The connection broke before a view came');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('No view came');
  }

  /** The answer, or null when the connection broke before it came. */
  give(command: MeetingCommand, id = randomId()): Promise<Answer | null> {
    return new Promise((resolve) => {
      if (!this.#socket.connected) return resolve(null);
      this.#socket.once('disconnect', () => resolve(null));
      this.#socket.emit('up', { t: 'command', id, command }, resolve);
    });
  }

  close(): void {
    this.#socket.disconnect();
  }
}
