/** The key of the record seal: Ed25519, made at first start, kept in a file beside the database and never in it. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealText, type RecordSeal, type SealedHead } from '@yishiting/domain/record-seal';

export interface SealKey {
  /** The raw public key, 64 hex digits. */
  publicKey: string;
  seal(head: SealedHead): RecordSeal;
}

/** The DER header of an Ed25519 public key; the 32 raw bytes follow it. */
const spkiHeader = Buffer.from('302a300506032b6570032100', 'hex');

/** Loads the key from `<folder>/record-seal.pem`, or makes it there (mode 600). Throws when the file is no Ed25519 key. */
export function openSealKey(folder: string): SealKey {
  const file = join(folder, 'record-seal.pem');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = readSecret(file) ?? makeSecret(file);
  const publicKey = rawPublicKey(secret);
  return {
    publicKey,
    seal: (head) => ({
      ...head,
      key: publicKey,
      signature: sign(null, Buffer.from(sealText(head), 'utf8'), secret).toString('hex'),
    }),
  };
}

/** Whether `signature` over `text` was made with the key; false also for what is no key or signature at all. */
export function verifySignature(key: string, text: string, signature: string): boolean {
  try {
    const der = Buffer.concat([spkiHeader, Buffer.from(key, 'hex')]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

function readSecret(file: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function makeSecret(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  // Never over one that is there: seals already given out hang on it.
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx', flush: true });
  return privateKey;
}

function rawPublicKey(secret: KeyObject): string {
  const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return der.subarray(spkiHeader.length).toString('hex');
}
