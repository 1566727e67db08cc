/** Record seals: made with the installation's key, kept beside the record, listed for everybody. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type RecordSeal, type SealedHead, sealText, type VerifySignature } from '@yishiting/domain/record-seal';
import { type Kysely, type Selectable } from 'kysely';
import type { RecordSealsTable, Tables } from './tables.ts';

/** A DER public key of Ed25519 is these bytes and then the 32 of the key. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A new sealing key as PEM (PKCS #8), for a file that only the server may read. */
export function makeSealingKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Reads a sealing key. Throws unless it is an Ed25519 private key in PEM. */
export function readSealingKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('a sealing key is an Ed25519 key');
  return key;
}

/** The public half as a seal names it: 64 hex digits. Takes a private or a public key. */
export function publicKeyOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(derPrefix.length).toString('hex');
}

/** A public key (64 hex digits) as PEM, for the tools of others. */
export function publicKeyPem(key: string): string {
  return publicKeyObject(key).export({ format: 'pem', type: 'spki' }).toString();
}

/** Seals the head of a record as of `at` (ms). */
export function sealHead(head: SealedHead, sealingKey: KeyObject): RecordSeal {
  const { community, meeting, version, at } = head;
  const signature = sign(null, Buffer.from(sealText(head)), sealingKey).toString('hex');
  return { community, meeting, version, head: head.head, at, key: publicKeyOf(sealingKey), signature };
}

/** The `verify` that domain asks for; a key or signature that is none verifies nothing. */
export const verifyEd25519: VerifySignature = (key, text, signature) => {
  try {
    return verify(null, Buffer.from(text), publicKeyObject(key), Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
};

function publicKeyObject(key: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([derPrefix, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });
}

/** Keeps a seal; sealing the same version again with the same key changes nothing. Belongs into the batch's transaction or after it. */
export async function keepSeal(db: Kysely<Tables>, seal: RecordSeal): Promise<void> {
  await db
    .insertInto('record_seals')
    .values(seal)
    .onConflict((conflict) => conflict.columns(['meeting', 'version', 'key']).doNothing())
    .execute();
}

/** All seals of a community, or of one of its meetings, oldest first. */
export async function sealsOf(db: Kysely<Tables>, community: string, meeting?: string): Promise<RecordSeal[]> {
  const rows = await db
    .selectFrom('record_seals')
    .where('community', '=', community)
    .$if(meeting !== undefined, (query) => query.where('meeting', '=', meeting!))
    .selectAll()
    .orderBy('at')
    .orderBy('meeting')
    .orderBy('version')
    .execute();
  return rows.map(sealOfRow);
}

/** At what each seal of a community was set: the type of the event that it seals up to. */
export async function sealedEvents(
  db: Kysely<Tables>,
  community: string,
): Promise<{ meeting: string; version: number; type: string }[]> {
  return db
    .selectFrom('record_seals')
    .innerJoin('meeting_events', (join) =>
      join
        .onRef('meeting_events.meeting', '=', 'record_seals.meeting')
        .onRef('meeting_events.version', '=', 'record_seals.version'),
    )
    .where('record_seals.community', '=', community)
    .select(['record_seals.meeting', 'record_seals.version', 'meeting_events.type'])
    .execute();
}

export function sealOfRow(row: Selectable<RecordSealsTable>): RecordSeal {
  const { community, meeting, version, head, key, signature } = row;
  return { community, meeting, version, head, at: Number(row.at), key, signature };
}
