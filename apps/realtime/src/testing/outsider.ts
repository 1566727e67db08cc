/**
 * A client as an outsider would write it: from docs/PROTOCOL.md alone, with a WebSocket, a JSON-patch library and
 * nothing of ours. When the page is not enough for it, the page is mended.
 */
import { randomBytes } from 'node:crypto';
import { applyPatch } from 'rfc6902';
import WebSocket from 'ws';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- to an outsider all of it is JSON.
export type Json = any;

export const newId = (): string => randomBytes(16).toString('hex');

/** §1: a session is a cookie; a request that changes something names its origin. */
export class OutsiderSession {
  origin: string;
  cookie = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  async request(method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> {
    const headers: Record<string, string> = { origin: this.origin };
    if (this.cookie !== '') headers['cookie'] = this.cookie;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(this.origin + path, { method, headers, ...sent });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    return { status: response.status, body: await response.json() };
  }
}

/** §2 to §6: one connection to the room, with the view kept by patches. */
export class OutsiderRoom {
  view: Json = null;
  mine: Json = null;
  n = -1;
  /** The code of the last message, once there was one. */
  ended: string | null = null;
  /** Every message downward, in order. */
  heard: Json[] = [];
  /** Lets this many patches go by unread. */
  deafFor = 0;
  /** How often the whole was asked for. */
  asked = 0;
  readonly socket: WebSocket;
  /** Resolves with WebSocket's close code. */
  readonly closed: Promise<number>;
  #answers = new Map<number, (answer: Json) => void>();
  #next = 0;
  #watchers = new Set<() => void>();

  constructor(session: { origin: string; cookie: string }, community: string, auth: Json) {
    const address = session.origin.replace('http', 'ws');
    const headers = { origin: session.origin, ...(session.cookie && { cookie: session.cookie }) };
    this.socket = new WebSocket(`${address}/socket.io/?EIO=4&transport=websocket&c=${community}`, { headers });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    void this.closed.then(() => this.#broken());
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => this.#frame(String(data), auth));
  }

  /** §4: the answer, or null when the connection broke before it came. */
  command(command: Json, id = newId()): Promise<Json> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== WebSocket.OPEN) return resolve(null);
      const n = this.#next++;
      this.#answers.set(n, resolve);
      this.socket.send(`42${n}${JSON.stringify(['up', { t: 'command', id, command }])}`);
    });
  }

  /** Resolves when this holds, rejects when the connection ended before it did. */
  until(holds: (room: this) => boolean): Promise<this> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const now = holds(this);
        if (!now && this.socket.readyState !== WebSocket.CLOSED) return;
        this.#watchers.delete(look);
        if (now) resolve(this);
        else reject(new Error(`The connection ended (${this.ended}) before what was awaited`));
      };
      this.#watchers.add(look);
      look();
    });
  }

  joined = (): Promise<this> => this.until(({ view }) => view !== null);

  /** Resolves when the server has read all that was sent, or has ended the connection. */
  async heardOut(): Promise<void> {
    const pong = new Promise((resolve) => this.socket.once('pong', resolve));
    this.socket.ping();
    await Promise.race([this.closed, pong]);
  }

  askForWhole(): void {
    this.asked += 1;
    this.socket.send(`42${JSON.stringify(['up', { t: 'whole' }])}`);
  }

  close(): void {
    this.socket.close();
  }

  #frame(frame: string, auth: Json): void {
    if (frame.startsWith('0')) this.socket.send(`40${JSON.stringify(auth)}`);
    else if (frame === '2') this.socket.send('3');
    else if (frame.startsWith('42')) this.#down(JSON.parse(frame.slice(2))[1]);
    else if (frame.startsWith('43')) this.#answer(frame.slice(2));
    for (const look of [...this.#watchers]) look();
  }

  #answer(frame: string): void {
    const [, n, given] = /^(\d+)(.*)$/s.exec(frame)!;
    this.#answers.get(Number(n))?.(JSON.parse(given!)[0]);
    this.#answers.delete(Number(n));
  }

  #down(message: Json): void {
    this.heard.push(message);
    switch (message.t) {
      case 'whole':
        [this.view, this.mine, this.n] = [message.view, message.mine, message.n];
        break;
      case 'patch':
        this.#patch(message);
        break;
      case 'mine':
        this.mine = message.mine;
        break;
      case 'ended':
        this.ended = message.code;
    }
  }

  #patch({ n, patch }: Json): void {
    if (this.deafFor > 0) {
      this.deafFor -= 1;
      return;
    }
    if (n <= this.n) return;
    if (n !== this.n + 1) return this.askForWhole();
    // Patched in a copy: a patch that does not fit must leave nothing behind.
    const next = structuredClone(this.view);
    if (applyPatch(next, patch).some((error) => error !== null)) return this.askForWhole();
    [this.view, this.n] = [next, n];
  }

  #broken(): void {
    for (const resolve of this.#answers.values()) resolve(null);
    for (const look of [...this.#watchers]) look();
  }
}
