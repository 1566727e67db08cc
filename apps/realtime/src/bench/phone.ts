/** A phone of the crowd: speaks as much of socket.io as a seat needs, and reads as little as it can, so that the server is what is measured. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { instant } from './asking.ts';

const opened = '0';
const ping = '2';
const namespaceJoined = '40';
const acknowledged = '43';
const message = (t: string): string => `42["down",{"t":"${t}"`;
const [whole, patch, ended] = [message('whole'), message('patch'), message('ended')];

type Heard = 'whole' | 'patch' | 'answer';

export class PhoneSocket {
  /** Of all that it was sent. */
  bytes = 0;
  #socket: WebSocket;
  #waiting = new Map<Heard, (text: string) => void>();
  #failed: ((why: Error) => void) | null = null;

  constructor(origin: string, cookie: string, join: { community: string; meeting: string; seat: string }) {
    const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&c=${join.community}`;
    this.#socket = new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false });
    const auth = { protocol: 2, meeting: join.meeting, as: { kind: 'seat', seat: join.seat } };
    this.#socket.on('message', (data: Buffer) => this.#hear(data, auth));
    this.#socket.on('error', (error) => this.#failed?.(error));
  }

  /** Resolves with the instant (ns) at which this is heard next. */
  next(heard: Heard, check: (text: string) => boolean = () => true): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#failed = reject;
      this.#waiting.set(heard, (text) => {
        const at = instant();
        if (check(text)) resolve(at);
        else reject(new Error(`heard ${text.slice(0, 200)}`));
      });
    });
  }

  command(command: object): void {
    const up = { t: 'command', id: randomBytes(16).toString('hex'), command };
    this.#socket.send(`420${JSON.stringify(['up', up])}`);
  }

  askWhole(): void {
    this.#socket.send('42["up",{"t":"whole"}]');
  }

  close(): void {
    this.#socket.terminate();
  }

  #hear(data: Buffer, auth: object): void {
    this.bytes += data.length;
    const head = data.toString('latin1', 0, whole.length);
    if (head.startsWith(patch)) this.#tell('patch', data);
    else if (head.startsWith(whole)) this.#tell('whole', data);
    else if (head.startsWith(acknowledged)) this.#tell('answer', data);
    else if (head === ping) this.#socket.send('3');
    else if (head.startsWith(opened)) this.#socket.send(`40${JSON.stringify(auth)}`);
    else if (head.startsWith(ended)) this.#failed?.(new Error(data.toString()));
    else if (head.startsWith(namespaceJoined)) return;
  }

  #tell(heard: Heard, data: Buffer): void {
    const tell = this.#waiting.get(heard);
    if (!tell) return;
    this.#waiting.delete(heard);
    // A view is as long as the meeting is large; nobody here reads it.
    tell(data.toString('utf8', 0, 200));
  }
}
