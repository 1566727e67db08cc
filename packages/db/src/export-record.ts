/** A community's record as folders that anybody can read and check without us, and the checking of such folders. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonical, type JsonValue } from '@yishiting/domain/canonical';
import type { Kysely } from 'kysely';
import { exportAgreements, verifyAgreements } from './export-agreements.ts';
import { exportFiles, verifyFiles } from './export-files.ts';
import { exportMinutes } from './export-minutes.ts';
import { exportReadme } from './export-readme.ts';
import { publicKeyPem } from './record-seals.ts';
import type { Tables } from './tables.ts';
import {
  asOfOneMoment,
  findInDatabase,
  type FoundRecord,
  isCanonical,
  missingMeetings,
  readJson,
  type RecordCount,
  type RecordFinding,
  verifyFound,
  type VerifyingOptions,
} from './verify-record.ts';

/**
 * Writes the record of a community, as of one moment, into a folder: for each meeting that was called a folder bearing
 * its id, with events.jsonl, seals.json, record.json, the public keys, README.md and check.mjs, and with minutes.txt
 * once the minutes are frozen, with files/ and files.json where there are files, and each frozen agreement.
 * @returns the folders written, by meeting.
 * @throws when a file is there already (nothing is overwritten), or a row is damaged beyond writing as JSON.
 */
export async function exportRecord(
  db: Kysely<Tables>,
  community: string,
  folder: string,
  { dataDir }: { dataDir: string },
): Promise<string[]> {
  return asOfOneMoment(db, async (tx) => {
    const meetings = await tx
      .selectFrom('meetings')
      .where('community', '=', community)
      .where('head', '>', 0)
      .select(['id', 'matter'])
      .orderBy('id')
      .execute();
    const written: string[] = [];
    for (const { id, matter } of meetings) {
      const place = join(folder, id);
      await mkdir(place, { recursive: true });
      const found = await findInDatabase(tx, id);
      await writeMeeting(place, community, matter, found);
      await exportAgreements(tx, place, { community, meeting: id }, found.events);
      await exportFiles(tx, place, { community, meeting: id, dataDir });
      written.push(place);
    }
    return written;
  });
}

async function writeMeeting(place: string, community: string, matter: string, found: FoundRecord): Promise<void> {
  const { meeting, head, seals } = found;
  const write = (name: string, text: string) => writeFile(join(place, name), text, { flag: 'wx' });
  await write('events.jsonl', found.events.map((one) => `${canonical(one.event as JsonValue)}\n`).join(''));
  await write('seals.json', `[${seals.map((seal) => `\n${canonical(seal as JsonValue)}`).join(',')}\n]\n`);
  await write('record.json', `${canonical({ community, meeting, matter, head: head.version, headHash: head.hash })}\n`);
  const keys = [...new Set(seals.map((seal) => (seal as { key: string }).key))];
  for (const key of keys) await write(`key-${key.slice(0, 16)}.pem`, publicKeyPem(key));
  const minutes = exportMinutes(found.events.map(({ event }) => event));
  if (minutes !== null) await write('minutes.txt', minutes);
  await write('README.md', exportReadme({ matter, meeting, events: head.version, seals: seals.length, keys }));
  await copyFile(new URL('./export-check.mjs', import.meta.url), join(place, 'check.mjs'));
}

/**
 * Verifies an exported folder: one meeting's, or one that holds the folders of several. The findings are those of
 * `verifyRecord`. Never throws on what the files say.
 */
export async function verifyFolder(folder: string, options: VerifyingOptions): Promise<RecordFinding[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === 'record.json' || entry.name === 'events.jsonl')) {
    return (await verifyMeetingFolder(folder, options)).findings;
  }
  const findings: RecordFinding[] = [];
  const meetings = new Set<string>();
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const verified = await verifyMeetingFolder(join(folder, entry.name), options);
    findings.push(...verified.findings);
    meetings.add(verified.meeting);
  }
  return [...findings, ...missingMeetings(meetings, options.seals ?? [])];
}

/** How much `verifyFolder` looks at: folders of meetings, and the lines of their events. */
export async function countFolder(folder: string): Promise<RecordCount> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && entry.name === 'events.jsonl');
  const counted = await Promise.all(found.map(({ parentPath }) => countMeeting(parentPath)));
  const sum = (of: 'events' | 'unsealed') => counted.reduce((all, one) => all + one[of], 0);
  return { meetings: found.length, events: sum('events'), unsealed: sum('unsealed') };
}

async function countMeeting(place: string): Promise<{ events: number; unsealed: number }> {
  const events = readLines(await readFile(join(place, 'events.jsonl'), 'utf8')).length;
  const seals = readSeals(await readFile(join(place, 'seals.json'), 'utf8').catch(() => ''));
  const versions = seals.map((seal) => (seal as { version?: unknown } | null)?.version);
  const sealed = Math.max(0, ...versions.filter((version) => Number.isSafeInteger(version)).map(Number));
  return { events, unsealed: Math.max(0, events - sealed) };
}

async function verifyMeetingFolder(place: string, options: VerifyingOptions) {
  const [record, events, seals] = await Promise.all(
    ['record.json', 'events.jsonl', 'seals.json'].map((file) => readFile(join(place, file), 'utf8').catch(() => null)),
  );
  const said = readRecord(record ?? '');
  const meeting = said?.meeting ?? basename(place);
  const unusable = [
    ...(said ? [] : ['record.json']),
    ...(events === null ? ['events.jsonl'] : []),
    ...(Array.isArray(readJson(seals ?? '')) ? [] : ['seals.json']),
  ].map((file): RecordFinding => ({ meeting, code: 'file-missing', version: null, file }));
  const found: FoundRecord = {
    meeting,
    events: readLines(events ?? ''),
    head: said?.head ?? { version: 0, hash: null },
    seals: readSeals(seals ?? ''),
  };
  const files = await verifyFiles(place, meeting, found.events);
  const agreements = await verifyAgreements(place, meeting, found.events);
  return { meeting, findings: [...unusable, ...verifyFound(found, options), ...files, ...agreements] };
}

/** What record.json says, or null when it does not say it plainly. */
function readRecord(text: string): Pick<FoundRecord, 'meeting' | 'head'> | null {
  const said = readJson(text) as { meeting?: unknown; head?: unknown; headHash?: unknown } | null | undefined;
  if (typeof said?.meeting !== 'string' || !Number.isSafeInteger(said.head)) return null;
  const hash = typeof said.headHash === 'string' ? said.headHash : null;
  return { meeting: said.meeting, head: { version: said.head as number, hash } };
}

/** Every line ends in a line feed; what follows the last one is a line that was cut through. */
function readLines(text: string): FoundRecord['events'] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const event = readJson(line);
    return { event, canonical: isCanonical(line, event) };
  });
}

function readSeals(text: string): readonly unknown[] {
  const seals = readJson(text);
  return Array.isArray(seals) ? seals : [];
}
