/** For tests: the line between one browser and the server, which breaks at any moment and in any way. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How a line breaks. */
export type Break =
  /** Both ends hear of it at once. */
  | { way: 'cut' }
  /** So many bytes still come down, at most for so many ms, and the message of the last of them stays half. */
  | { way: 'mid-message'; bytes: number; ms: number }
  /** What the browser sends is lost for so many ms before the line is cut: commands that never arrive. */
  | { way: 'up-lost'; ms: number }
  /** What the server sends is lost for so many ms before the line is cut: answers that never arrive. */
  | { way: 'down-lost'; ms: number };

interface Call {
  browser: Socket;
  server: Socket;
}

/** Forwards to `target`, adding the headers that a browser's page adds; each connection carries one request. */
export class Line {
  /** The server's origin; may change when it is started anew. */
  target: string;
  #headers: () => string;
  #listener: Server;
  #calls = new Set<Call>();
  #upLost = false;
  #downLost = false;
  #gone = false;
  /** Bytes that may still come down. */
  #left = Infinity;

  private constructor(target: string, cookie: () => string) {
    this.target = target;
    this.#headers = () => `origin: ${this.origin}\r\ncookie: ${cookie()}\r\n`;
    this.#listener = createServer((browser) => this.#call(browser));
  }

  static async to(target: string, cookie: () => string): Promise<Line> {
    const line = new Line(target, cookie);
    line.#listener.listen(0, '127.0.0.1');
    await once(line.#listener, 'listening');
    return line;
  }

  get host(): string {
    return `127.0.0.1:${(this.#listener.address() as AddressInfo).port}`;
  }

  get origin(): string {
    return `http://${this.host}`;
  }

  async break(how: Break): Promise<void> {
    if (how.way === 'mid-message') this.#left = how.bytes;
    if (how.way === 'up-lost') this.#upLost = true;
    if (how.way === 'down-lost') this.#downLost = true;
    if (how.way !== 'cut') await new Promise((resolve) => setTimeout(resolve, how.ms));
    this.#hangUp();
  }

  /** Out of reach: nothing gets through until `back`. */
  away(): void {
    this.#gone = true;
    this.#hangUp();
  }

  back(): void {
    this.#gone = false;
  }

  close(): void {
    this.#hangUp();
    this.#listener.close();
  }

  #hangUp(): void {
    for (const { browser, server } of this.#calls) {
      browser.destroy();
      server.destroy();
    }
    this.#calls.clear();
    this.#upLost = false;
    this.#downLost = false;
    this.#left = Infinity;
  }

  #call(browser: Socket): void {
    if (this.#gone) {
      browser.on('error', () => {});
      return void browser.destroy();
    }
    const { hostname, port } = new URL(this.target);
    const server = connect(Number(port), hostname);
    const call = { browser, server };
    this.#calls.add(call);
    let begun = false;
    browser.on('data', (bytes: Buffer) => {
      if (this.#upLost) return;
      // After the request line, before the browser's own headers.
      const at = begun ? -1 : bytes.indexOf('\r\n') + 2;
      if (begun) server.write(bytes);
      else server.write(Buffer.concat([bytes.subarray(0, at), Buffer.from(this.#headers()), bytes.subarray(at)]));
      begun = true;
    });
    server.on('data', (bytes: Buffer) => {
      if (this.#downLost) return;
      browser.write(bytes.subarray(0, this.#left));
      this.#left -= bytes.length;
      // What was written last still goes out.
      if (this.#left <= 0) setImmediate(() => this.#hangUp());
    });
    const over = () => {
      this.#calls.delete(call);
      browser.destroy();
      server.destroy();
    };
    for (const end of [browser, server]) end.on('error', over).on('close', over);
  }
}
