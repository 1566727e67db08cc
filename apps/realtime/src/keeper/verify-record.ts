/**
 * npm run verify-record [-- --folder DIR] [--seals FILE]… [--key HEX]… [--against FOLDER | DATABASE_URL]: the record of this
 * installation or of an exported folder, against its chain and seals, against seals kept elsewhere, against another database.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from '@yishiting/db/connect';
import { countFolder, verifyFolder } from '@yishiting/db/export-record';
import { countRecord, forksBetween, type RecordCount, verifyRecord } from '@yishiting/db/verify-record';
import { recordSeal, type RecordSeal } from '@yishiting/domain/record-seal';
import { z } from 'zod';
import type { Env } from '../env.ts';
import { sayFindings, sayForks } from './findings.ts';
import { CannotDo, onInstallation, ownKeys, runProgram, say, counted } from './program.ts';

/** A list of seals as an export or /c/<community>/records gives it. */
function readSeals(file: string): RecordSeal[] {
  const list = z.array(recordSeal);
  try {
    return z
      .union([list, z.object({ seals: list }).transform(({ seals }) => seals)])
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CannotDo(`${file} 不是记录印清单。`, `${file} is no list of record seals.`);
  }
}

function readKey(hex: string): string {
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw new CannotDo(`公钥应为 64 位十六进制数字：${hex}`, `A public key is 64 hex digits: ${hex}`);
}

function sayKeys(keys: readonly string[]): void {
  if (keys.length > 0)
    return say(`只认用这些公钥核验的记录印：${keys.join(' ')}`, 'Only seals by these public keys count.');
  say(
    '未指定公钥（--key），用任何密钥盖的记录印都算数：改写全部记录的人可以自己盖印。',
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
    if (!existsSync(resolve(folder)))
      throw new CannotDo(`没有这个目录：${folder}`, `There is no such folder: ${folder}`);
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
  { meetings, events, unsealed }: RecordCount,
  findings: Awaited<ReturnType<typeof verifyRecord>>,
): number {
  say(
    `核验了 ${meetings} 场会议，共 ${events} 条记录。`,
    `Checked ${counted(meetings, 'meeting')} with ${counted(events, 'event')}.`,
  );
  if (unsealed > 0) {
    say(
      `其中 ${unsealed} 条在所属会议最后一枚记录印之后（例如会议还在进行），只核验了前后相连，没有记录印证明。`,
      `${unsealed} of them ${unsealed === 1 ? 'comes' : 'come'} after the last seal of their meeting (it may still be running): the chain was checked, no seal vouches for ${unsealed === 1 ? 'it' : 'them'}.`,
    );
  }
  sayFindings(findings);
  return findings.length === 0 ? 0 : 1;
}
