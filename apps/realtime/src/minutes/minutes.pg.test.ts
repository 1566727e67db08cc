/** The minutes on a database: what was told as saved survives every kill, and nothing is there twice [R2] [R15]. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { appendBatch } from '@yishiting/db/meeting-events';
import { loadMinutes } from '@yishiting/db/minutes';
import { seatPerson } from '@yishiting/db/seats';
import { aDatabase } from '@yishiting/db/testing';
import { buildCommunity, buildMeeting, buildPerson, testNow } from '@yishiting/db/testing-rows';
import type { MeetingCalled } from '@yishiting/domain/acts/called';
import { opening } from '@yishiting/domain/minutes-text';
import { sameMark, savedMark, type SavedMark } from '@yishiting/domain/minutes-wire';
import { headBefore, lineOf } from '@yishiting/domain/recorded';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { rounds } from '../../../../scripts/rounds.mjs';
import { aCalling } from '../room/fixtures.ts';
import { mulberry32 } from '../testing/random.ts';
import { compacted } from './document.ts';
import { lines, write } from './fixtures.ts';

const { db, url } = await aDatabase();
const script = fileURLToPath(new URL('./testing-door.ts', import.meta.url));

/** A meeting that was called, with a chair and a recorder. */
async function aCalledMeeting() {
  const community = await buildCommunity(db);
  const meeting = await buildMeeting(db, community);
  const calling = aCalling({ members: 0 });
  const people: MeetingCalled['people'] = [];
  for (const one of calling.people) {
    const person = await buildPerson(db, community.id, one.name);
    const seat = randomUUID();
    await seatPerson(db, { id: seat, community: community.id, meeting, person, at: testNow });
    people.push({ ...one, seat, person });
  }
  const [chair, recorder] = people.map(({ seat }) => seat) as [string, string];
  const signed = { meeting, seat: chair, actingAs: 'staff' as const, commandId: 'ab'.repeat(16), at: testNow };
  const events = [lineOf({ ...calling, people }, 0, headBefore(meeting), signed)];
  await appendBatch(db, { community: community.id, epoch: 0, meeting, expectedHead: 0, events });
  return { community: community.id, meeting, chair, recorder };
}
type Called = Awaited<ReturnType<typeof aCalledMeeting>>;

interface Door {
  child: ChildProcess;
  port: number;
}
const running = new Set<ChildProcess>();
const providers = new Set<WebsocketProvider>();
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  for (const child of running) await kill(child);
});

async function startDoor({ community, meeting }: Called, saved: (mark: SavedMark) => void): Promise<Door> {
  const child = spawn(process.execPath, [script, url, community, meeting], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const port = Promise.withResolvers<number>();
  child.once('exit', () => port.reject(new Error('The door did not open')));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { port: number } | { saved: SavedMark };
    if ('port' in said) port.resolve(said.port);
    else saved(said.saved);
  });
  return { child, port: await port.promise };
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const markOf = (doc: Y.Doc): SavedMark =>
  savedMark(Y.encodeStateVector(doc), Y.createDeleteSetFromStructStore(doc.store).clients);

/** An editor that goes on when the server does not, and notes its document each time that it was shown as saved. */
class Editor {
  readonly doc = new Y.Doc();
  saved: Uint8Array | null = null;
  shownAsSaved = 0;
  #told: SavedMark | null = null;
  #provider: WebsocketProvider | null = null;

  constructor() {
    this.doc.on('update', () => this.#compare());
  }
  told(mark: SavedMark): void {
    this.#told = mark;
    this.#compare();
  }
  #compare(): void {
    if (!this.#told || !sameMark(this.#told, markOf(this.doc))) return;
    this.saved = Y.encodeStateAsUpdate(this.doc);
    this.shownAsSaved += 1;
  }
  connect({ port }: Door, { meeting }: Called, seat: string): void {
    this.leave();
    this.#provider = new WebsocketProvider(`ws://127.0.0.1:${port}/c/any/minutes`, meeting, this.doc, {
      params: { seat },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    });
    providers.add(this.#provider);
  }
  leave(): void {
    if (this.#provider) providers.delete(this.#provider);
    this.#provider?.destroy();
    this.#provider = null;
  }
}

/** What the database holds, as a document. */
async function storedDocument({ community, meeting }: Called): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, compacted(await loadMinutes(db, community, meeting)).state);
  return doc;
}

/** Types for a while: adds, changes, deletes. */
async function type(editor: Editor, random: () => number, milliseconds: number, name: string): Promise<void> {
  const until = performance.now() + milliseconds;
  for (let n = 0; performance.now() < until; n += 1) {
    const fragment = editor.doc.getXmlFragment(opening);
    if (random() < 0.25 && fragment.length > 1) fragment.delete(Math.floor(random() * fragment.length), 1);
    else if (random() < 0.5 && fragment.length > 0) {
      const paragraph = fragment.get(Math.floor(random() * fragment.length)) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, '字');
    } else write(editor.doc, opening, `[${name}${n}]`, n);
    await new Promise((resolve) => setTimeout(resolve, random() * 12));
  }
}

it('[R2] [R15] what was shown as saved is there after every kill, and everything once when all have come back', async () => {
  const called = await aCalledMeeting();
  const editors = [new Editor(), new Editor()];
  const seats = [called.chair, called.recorder];
  const told = (mark: SavedMark) => editors.forEach((editor) => editor.told(mark));
  for (let round = 0; round < rounds('kills'); round += 1) {
    const random = mulberry32(round + 1);
    const door = await startDoor(called, told);
    editors.forEach((editor, i) => editor.connect(door, called, seats[i]!));
    const typing = editors.map((editor, i) => type(editor, mulberry32(100 * round + i), 500, `${round}:${i}:`));
    await new Promise((resolve) => setTimeout(resolve, 150 + random() * 300));
    await kill(door.child);
    for (const editor of editors) editor.leave();
    await Promise.all(typing);
    const stored = await storedDocument(called);
    const mark = markOf(stored);
    for (const { saved } of editors) {
      if (!saved) continue;
      Y.applyUpdate(stored, saved);
      expect(markOf(stored), `round ${round + 1}`).toEqual(mark);
    }
  }
  const door = await startDoor(called, told);
  editors.forEach((editor, i) => editor.connect(door, called, seats[i]!));
  const [one, other] = editors as [Editor, Editor];
  await vi.waitFor(() => expect(markOf(one.doc)).toEqual(markOf(other.doc)), { timeout: 20_000, interval: 100 });
  await vi.waitFor(async () => expect(markOf(await storedDocument(called))).toEqual(markOf(one.doc)), {
    timeout: 20_000,
    interval: 100,
  });
  const names = lines(one.doc, opening).map((line) => /\[.*\]/.exec(line)?.[0]);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  expect(one.shownAsSaved).toBeGreaterThan(0);
});
