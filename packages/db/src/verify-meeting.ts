/** Verifies the record of one meeting and the hash of its final minutes, as the database holds them at one moment. */
import type { VerifyAnswer, VerifyCode, VerifyFinding } from '@yishiting/domain/api-verify';
import { minutesHash, minutesTextSchema } from '@yishiting/domain/minutes-text';
import { sealedAfter } from '@yishiting/domain/record-seal';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { frozenIn, hashOfKept } from './export-agreements.ts';
import { asOfOneMoment, findInDatabase, verifyFound, type FoundRecord, type RecordFinding } from './verify-record.ts';

type Checked = Omit<VerifyAnswer, 'at'>;

/**
 * Checks every entry against the chain, the chain against its head and its seals, that the seals which are due are there,
 * and the final minutes and frozen agreements against their hashes.
 * @param publicKeys hex, the keys whose seals count
 */
export async function verifyMeeting(
  db: Kysely<Tables>,
  meeting: string,
  publicKeys: readonly string[],
): Promise<Checked> {
  const { found, agreements } = await asOfOneMoment(db, async (tx) => {
    const all = await findInDatabase(tx, meeting);
    return { found: all, agreements: await alteredAgreements(tx, meeting, all) };
  });
  const findings = verifyFound(found, { publicKeys }).flatMap((finding) => placed(finding) ?? []);
  const minutes = finalMinutes(found);
  const altered = minutes && !minutes.holds ? [at('minutes-altered', minutes.version)] : [];
  const sealed = found.seals.flatMap((seal) => (seal as { version?: number }).version ?? []);
  const sealedUpTo = sealed.length === 0 ? null : Math.max(...sealed);
  // Without a seal up to there one was taken away, and whatever it vouched for may be, too.
  const due = entriesIn(found).findLast(({ type }) => sealedAfter.has(String(type)))?.version;
  const unsealed = due !== undefined && due > (sealedUpTo ?? 0) ? [at('seal-missing', due)] : [];
  return {
    entries: found.events.length,
    seals: found.seals.length,
    sealedUpTo,
    minutes: minutes?.hash ?? null,
    supplements: entriesIn(found).filter(({ type }) => type === 'supplement-confirmed').length,
    findings: [...findings, ...unsealed, ...altered, ...agreements],
  };
}

/** Frozen agreements whose text is not there, or is another than the record names. */
async function alteredAgreements(
  db: Kysely<Tables>,
  meeting: string,
  { events }: FoundRecord,
): Promise<VerifyFinding[]> {
  const kept = await db
    .selectFrom('frozen_agreements')
    .where('meeting', '=', meeting)
    .select(['hash', 'text'])
    .execute();
  const stands = new Set(kept.filter(({ hash, text }) => hashOfKept(text) === hash).map(({ hash }) => hash));
  return frozenIn(events).flatMap(({ hash, version }) => (stands.has(hash) ? [] : [at('agreement-altered', version)]));
}

const at = (code: VerifyCode, from: number | null, upTo = from): VerifyFinding => ({ code, from, upTo });

/** Where it is wrong; what concerns files of an export, or a whole installation, is no finding of one meeting. */
function placed(finding: RecordFinding): VerifyFinding | null {
  switch (finding.code) {
    case 'unknown-meeting':
    case 'meeting-missing':
    case 'file-missing':
    case 'file-altered':
      return null;
    case 'unreadable':
    case 'not-canonical':
      return at(finding.code, finding.version ?? finding.position + 1);
    default:
      return at(finding.code, finding.version, 'upTo' in finding ? finding.upTo : finding.version);
  }
}

interface FoundEntry {
  type?: unknown;
  version?: number;
  data?: { hash?: unknown; text?: unknown };
}
const entriesIn = ({ events }: FoundRecord): FoundEntry[] => events.map(({ event }) => event as FoundEntry);

/** The text that was frozen, hashed anew; null while none was. */
function finalMinutes(found: FoundRecord): { version: number | null; hash: string; holds: boolean } | null {
  const frozen = entriesIn(found).find(({ type }) => type === 'minutes-frozen');
  if (!frozen) return null;
  const text = minutesTextSchema.safeParse(frozen.data?.text);
  const hash = text.success ? minutesHash(text.data) : '';
  return { version: frozen.version ?? null, hash, holds: hash === frozen.data?.hash };
}
