/** The key of the record seal: Ed25519, made at first start, kept in a file beside the database and never in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSealingKey, publicKeyOf, readSealingKey, sealHead } from '@yishiting/db/record-seals';
import type { RecordSeal, SealedHead } from '@yishiting/domain/record-seal';

export interface SealKey {
  /** The raw public key, 64 hex digits. */
  publicKey: string;
  seal(head: SealedHead): RecordSeal;
}

/** Loads the key from `<folder>/record-seal.pem`, or makes it there (mode 600). Throws when the file holds no such key. */
export function openSealKey(folder: string): SealKey {
  const key = readSealingKey(readOrMake(folder));
  return { publicKey: publicKeyOf(key), seal: (head) => sealHead(head, key) };
}

function readOrMake(folder: string): string {
  const file = join(folder, 'record-seal.pem');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const pem = makeSealingKey();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Never over one that is there: seals already given out hang on it.
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx', flush: true });
  return pem;
}
