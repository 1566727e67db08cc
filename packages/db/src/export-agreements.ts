/** The frozen texts of agreements in an exported folder, and their checking against the events that name them. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { frozenText } from './agreements.ts';
import type { Tables } from './tables.ts';
import type { RecordFinding } from './verify-record.ts';

interface Frozen {
  /** Of the text: 1 is the first that was frozen. */
  number: number;
  hash: string;
  /** Of the event. */
  version: number;
}

/** Every version of an agreement that the events freeze. */
export function frozenIn(events: readonly { event: unknown }[]): Frozen[] {
  return events.flatMap(({ event }) => {
    const { type, version, data } = (event ?? {}) as {
      type?: unknown;
      version: number;
      data?: Record<string, unknown>;
    };
    const { version: number, hash } = data ?? {};
    if (type !== 'agreement-frozen' || !Number.isSafeInteger(number) || typeof hash !== 'string') return [];
    return [{ number: Number(number), hash, version }];
  });
}

/** SHA-256 (hex) of a text as it lies there: a frozen text is kept in the form that is hashed. */
export const hashOfKept = (text: string): string => createHash('sha256').update(text).digest('hex');

const fileOf = ({ number }: Frozen): string => `agreement-${number}.json`;

/** Writes each frozen text as it was hashed; nothing where there is none. */
export async function exportAgreements(
  tx: Kysely<Tables>,
  place: string,
  of: { community: string; meeting: string },
  events: readonly { event: unknown }[],
): Promise<void> {
  for (const frozen of frozenIn(events)) {
    const text = await frozenText(tx, of, frozen.hash);
    // What is not there is found missing by whoever checks the folder.
    if (text !== null) await writeFile(join(place, fileOf(frozen)), text, { flag: 'wx' });
  }
}

/** Holds the frozen texts of an exported folder against the events of its record. */
export async function verifyAgreements(
  place: string,
  meeting: string,
  events: readonly { event: unknown }[],
): Promise<RecordFinding[]> {
  const findings: RecordFinding[] = [];
  for (const frozen of frozenIn(events)) {
    const [file, version] = [fileOf(frozen), frozen.version];
    const text = await readFile(join(place, file), 'utf8').catch(() => null);
    if (text === null) findings.push({ meeting, code: 'file-missing', version: null, file });
    else if (hashOfKept(text) !== frozen.hash) findings.push({ meeting, code: 'file-altered', version, file });
  }
  return findings;
}
