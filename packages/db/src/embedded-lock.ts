import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AlreadyRunning, NotPermitted } from './embedded-errors.ts';
import { userName } from './embedded-user.ts';

const BUSY = 5;

/**
 * Takes a folder for this process alone. The lock is the operating system's, on an empty file through SQLite's portable
 * file locks, so it dies with the process, however that ends: a lock file left behind means nothing.
 * @returns how to give it back
 * @throws AlreadyRunning when another process, or this one, holds it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use.lock');
  let held: DatabaseSync | undefined;
  try {
    held = new DatabaseSync(file, { timeout: 0 });
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    held?.close();
    if ((error as { errcode?: number }).errcode === BUSY) throw new AlreadyRunning({ dataDir: folder });
    throw new NotPermitted({ path: file, user: userName() });
  }
  const lock = held;
  return () => {
    if (lock.isOpen) lock.close();
  };
}
