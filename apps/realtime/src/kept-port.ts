/** The port of the last start, kept in the data folder: the keeper's programs print addresses without being told it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'port');

/** @param port on which the server listens now */
export function keepPort(dataDir: string, port: number): void {
  writeFileSync(fileIn(dataDir), `${port}\n`);
}

/** The port on which the server of this data folder listens, or did last; null when that is not known. */
export function keptPort(dataDir: string): number | null {
  try {
    const port = Number(readFileSync(fileIn(dataDir), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}
