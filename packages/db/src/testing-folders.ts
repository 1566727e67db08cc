import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from './embedded-place.ts';
import { stopPostmaster } from './embedded-process.ts';
import type { Log } from './embedded.ts';

/** A log that keeps what was said, for a test to read. */
export function aLog(): Log & { said: { code: string; sentence: string }[] } {
  const said: { code: string; sentence: string }[] = [];
  const hear = (facts: object, sentence: string) =>
    void said.push({ code: String((facts as { code?: string }).code), sentence });
  return { said, info: hear, warn: hear, error: hear };
}

/** A fresh data folder, which Postgres' user may enter when the tests run as root. */
export function makeDataDirIn(folder: string): string {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** Ends the Postgres of a data folder if one still runs there, and takes both away. */
export async function removeDataDir(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const place = placeOf(dataDir, false);
  if (existsSync(place.cluster)) await stopPostmaster(place);
  if (place.home !== dataDir) rmSync(place.home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
