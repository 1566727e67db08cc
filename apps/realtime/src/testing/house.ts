/** For tests: the real server as a process of its own, which can be killed, and browsers that visit it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server.ts', import.meta.url));

export interface House {
  child: ChildProcess;
  /** Such as http://localhost:41234 */
  origin: string;
  /** The one-time token to set it up; null once it is. */
  setUpToken: string | null;
  /** Everything it printed, its log included. */
  printed: string[];
  /** Asks it to stop and waits; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the server on a data folder and a free port; rejects with what it printed when it does not come up. */
export async function startHouse(dataDir: string, environment: Record<string, string> = {}): Promise<House> {
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const ended = once(child, 'exit');
  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
  const up = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line);
      if (line.includes('Ctrl-C')) resolve();
    });
  });
  const came = await Promise.race([up.then(() => true), ended.then(() => false)]);
  if (!came) throw new Error(`The server did not start:\n${printed.join('\n')}`);
  const text = printed.join('\n');
  return {
    child,
    printed,
    origin: /http:\/\/localhost:\d+/.exec(text)?.[0] ?? '',
    setUpToken: /\/setup#([\w-]{43})/.exec(text)?.[1] ?? null,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** One browser: its cookies, and requests as its pages make them. */
export class Browser {
  origin: string;
  cookie = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  get<T>(path: string): Promise<{ status: number; body: T }> {
    return this.#ask('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<{ status: number; body: T }> {
    return this.#ask('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<{ status: number; body: T }> {
    return this.#ask('PUT', path, body);
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        origin: this.origin,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }
}
