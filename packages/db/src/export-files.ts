/** The files of a meeting in its exported folder, and their checking against the events that name them. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical, type JsonValue } from '@yishiting/domain/canonical';
import type { Kysely } from 'kysely';
import { fileDigest, filesOf } from './files.ts';
import type { Tables } from './tables.ts';
import { fileOf, measure } from './uploads/keeping.ts';
import { endings } from './uploads/media.ts';
import { readJson, type RecordFinding } from './verify-record.ts';

/** A line of files.json: with it anybody can work out the digest by which an event names the file. */
interface Listed {
  file: string;
  /** Where it lies in the folder. */
  path: string;
  name: string;
  sha256: string;
  salt: string;
}

/** Copies what the record names and was not erased into `files/`, and lists it in files.json; nothing where there is none. */
export async function exportFiles(
  tx: Kysely<Tables>,
  place: string,
  { community, meeting, dataDir }: { community: string; meeting: string; dataDir: string },
): Promise<void> {
  const named = (await filesOf(tx, community, meeting)).filter(({ onRecord }) => onRecord);
  if (named.length === 0) return;
  await mkdir(join(place, 'files'), { recursive: true });
  const list: Listed[] = [];
  for (const { id, media, kept } of named) {
    if (!kept) continue;
    const path = `files/${id}.${endings[media]}`;
    // What is not there is found missing by whoever checks the folder.
    await copyFile(fileOf(dataDir, id), join(place, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    list.push({ file: id, path, ...kept });
  }
  const lines = list.map((one) => `\n${canonical(one as unknown as JsonValue)}`);
  await writeFile(join(place, 'files.json'), `[${lines.join(',')}\n]\n`, { flag: 'wx' });
}

type Named = Map<string, { version: number; digest: string }>;

/** The files that the events name and do not say to be erased. */
function namedIn(events: readonly { event: unknown }[]): Named {
  const named: Named = new Map();
  for (const { event } of events) {
    const { type, version, data } = (event ?? {}) as {
      type?: unknown;
      version: number;
      data?: Record<string, unknown>;
    };
    const said = type === 'meeting-called' ? data?.['files'] : [data];
    const adds = ['meeting-called', 'attachment-added', 'photo-taken', 'proof-added'].includes(String(type));
    for (const one of adds && Array.isArray(said) ? said : []) {
      const { file, digest } = (one ?? {}) as { file?: unknown; digest?: unknown };
      if (typeof file === 'string' && typeof digest === 'string') named.set(file, { version, digest });
    }
    if (type === 'file-erased') named.delete(String(data?.['file']));
  }
  return named;
}

/** Holds the files of an exported folder against the events of its record. Never throws on what they say. */
export async function verifyFiles(
  place: string,
  meeting: string,
  events: readonly { event: unknown }[],
): Promise<RecordFinding[]> {
  const named = namedIn(events);
  const text = await readFile(join(place, 'files.json'), 'utf8').catch(() => null);
  if (text === null && named.size === 0) return [];
  const list = readJson(text ?? '');
  const missing = (file: string): RecordFinding => ({ meeting, code: 'file-missing', version: null, file });
  if (!Array.isArray(list)) return [missing('files.json')];
  const findings: RecordFinding[] = [];
  const found = new Set<string>();
  for (const one of list as Partial<Listed>[]) {
    const said = named.get(String(one?.file));
    const path = `files/${/^[\w-]+\.\w+$/.exec(String(one?.path).slice(6))?.[0] ?? ''}`;
    const bytes = await measure(join(place, path)).catch(() => null);
    if (said) found.add(String(one.file));
    if (!bytes) findings.push(missing(path));
    else if (!said || fileDigest(bytes.sha256, String(one.salt)) !== said.digest) {
      findings.push({ meeting, code: 'file-altered', version: said?.version ?? null, file: path });
    }
  }
  const unlisted = [...named.keys()].filter((file) => !found.has(file));
  return [...findings, ...unlisted.map((file) => missing(`files/${file}`))];
}
