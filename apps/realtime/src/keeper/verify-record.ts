/**
 * npm run verify-record [-- --folder DIR] [--seals FILE]… [--key HEX]… [--against FOLDER | DATABASE_URL]: the record of this
 * installation or of an exported folder, against its chain and seals, against seals kept elsewhere, against another database.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from '@yishiting/db/connect';
import { countFolder, verifyFolder } from '@yishiting/db/export-record';
import { countRecord, forksBetween, verifyRecord } from '@yishiting/db/verify-record';
import { recordSeal, type RecordSeal } from '@yishiting/domain/record-seal';
import { z } from 'zod';
import type { Env } from '../env.ts';
import { sayFindings, sayForks } from './findings.ts';
import { CannotDo, onInstallation, ownKeys, runProgram, say } from './program.ts';

/** A list of seals as an export or /c/<community>/records gives it. */
function readSeals(file: string): RecordSeal[] {
  const list = z.array(recordSeal);
  try {
    return z
      .union([list, z.object({ seals: list }).transform(({ seals }) => seals)])
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CannotDo(`${file} 不是封印清单。`, `${file} is no list of record seals.`);
  }
}

function readKey(hex: string): string {
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw new CannotDo(`公钥应为 64 位十六进制数字：${hex}`, `A public key is 64 hex digits: ${hex}`);
}

function sayKeys(keys: readonly string[]): void {
  if (keys.length > 0) return say(`只认这些公钥的封印：${keys.join(' ')}`, 'Only seals by these public keys count.');
  say(
    '未指定公钥（--key），任何密钥的封印都算数：改写全部记录的人可以自己盖封印。',
    'No key was named (--key), so seals by any key count: whoever rewrote everything could have sealed it anew.',
  );
}

async function against(env: Env, other: string, here: Connection): Promise<number> {
  const isUrl = /^postgres(ql)?:\/\//.test(other);
  const there: Env = isUrl
    ? { ...env, databaseUrl: other }
    : { ...env, databaseUrl: undefined, dataDir: resolve(other) };
  const forks = await onInstallation(there, ({ db }) => forksBetween(here.db, db));
  sayForks(forks);
  return forks.length;
}

await runProgram(async (env) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      seals: { type: 'string', multiple: true },
      key: { type: 'string', multiple: true },
      against: { type: 'string' },
    },
  });
  const folder = values.folder ?? positionals[0];
  const seals = (values.seals ?? []).flatMap(readSeals);
  const named = (values.key ?? []).map(readKey);
  const keys = folder === undefined ? [...new Set([...ownKeys(env.dataDir), ...named])] : named;
  const options = { seals, publicKeys: keys.length > 0 ? keys : null };
  sayKeys(keys);
  if (folder !== undefined) {
    const findings = await verifyFolder(resolve(folder), options);
    return report(await countFolder(resolve(folder)), findings);
  }
  return onInstallation(env, async (here) => {
    const wrong = report(await countRecord(here.db), await verifyRecord(here.db, options));
    const forks = values.against === undefined ? 0 : await against(env, values.against, here);
    return forks > 0 ? 1 : wrong;
  });
});

function report(
  checked: { meetings: number; events: number },
  findings: Awaited<ReturnType<typeof verifyRecord>>,
): number {
  const { meetings, events } = checked;
  say(`核验了 ${meetings} 场会议，共 ${events} 条记录。`, `Checked ${meetings} meetings with ${events} events.`);
  sayFindings(findings);
  return findings.length === 0 ? 0 : 1;
}
