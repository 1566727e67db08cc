/** The real server with the built pages, and people who visit it with browsers of their own. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { removeDataDir } from '../../../packages/db/src/testing-folders.ts';
import { startHouse, type House } from '../../realtime/src/testing/house.ts';

/** Two names of the same server, neither of them localhost: over plain http there is no secure context under them. */
export const hostNames = ['yishiting.test', 'laojiedao.test'] as const;

export interface OpenHouse extends House {
  dataDir: string;
  port: number;
  /** The server killed as by a power cut and started again on the same data and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on an empty data folder; links carry the first of the two names, or the origin given. */
export async function openHouse(origin?: string): Promise<OpenHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yishiting-e2e-'));
  // Where the tests run as root, Postgres' user may pass: the cluster lies in the folder and goes with it.
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const environment = { PORT: String(port), PUBLIC_ORIGIN: origin ?? `http://${hostNames[0]}:${port}` };
  let house = await startHouse(dataDir, environment);
  const open: OpenHouse = {
    ...house,
    dataDir,
    port,
    async restart() {
      await house.kill();
      house = await startHouse(dataDir, environment);
      Object.assign(open, house);
    },
    async close() {
      await house.stop();
      await removeDataDir(dataDir);
    },
  };
  return open;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Somebody with a browser of their own; every byte it receives is kept. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Bodies and frames, as text. */
  received: string[];
}

export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  desk: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const;

export async function visit(browser: Browser, size: keyof typeof sizes, locale = 'zh-CN'): Promise<Visitor> {
  const context = await browser.newContext({ viewport: sizes[size], locale });
  const received: string[] = [];
  context.on('page', (page) => listen(page, received));
  return { context, page: await context.newPage(), received };
}

function listen(page: Page, received: string[]): void {
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(payload.toString())));
  page.on('response', (response) => {
    if (!/json|text\/html/.test(response.headers()['content-type'] ?? '')) return;
    // A page that is left takes its answers with it.
    response.text().then(
      (text) => received.push(text),
      () => undefined,
    );
  });
}
