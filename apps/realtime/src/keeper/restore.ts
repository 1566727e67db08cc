/** npm run restore -- FILE [--into FOLDER | DATABASE_URL] [--erasures FILE]: a backup into an empty place. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '@yishiting/db/connect';
import { restore } from '@yishiting/db/restore/restore';
import { verifyRecord } from '@yishiting/db/verify-record';
import { wallClock } from '../clock.ts';
import type { Env } from '../env.ts';
import { sayFindings } from './findings.ts';
import { CannotDo, ownKeys, runProgram, say, terminalLog, counted } from './program.ts';

/** Where it goes: what the environment says, unless `into` names a folder or a database. */
function targetOf({ dataDir, databaseUrl }: Env, into: string | undefined) {
  if (into === undefined) return { dataDir, databaseUrl };
  if (/^postgres(ql)?:\/\//.test(into)) return { dataDir, databaseUrl: into };
  return { dataDir: resolve(into), databaseUrl: undefined };
}

await runProgram(async (env) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { into: { type: 'string' }, erasures: { type: 'string', multiple: true } },
  });
  const [file] = positionals;
  if (!file)
    throw new CannotDo(
      '请指定备份文件：npm run restore -- 备份文件 --into 空目录',
      'Name the backup: npm run restore -- FILE --into AN EMPTY FOLDER',
    );
  const target = targetOf(env, values.into);
  say('正在检查备份并恢复…', 'Checking the backup and restoring it…');
  const erasureLists = (values.erasures ?? []).map((path) => resolve(path));
  const order = { file: resolve(file), ...target, erasureLists, now: wallClock.now(), log: terminalLog };
  const { manifest, meetings, fork, erased } = await restore(order);
  const madeAt = new Date(manifest.madeAt).toISOString();
  say(
    `已恢复 ${madeAt} 的备份：${meetings} 场会议，每场的记录都注明了这次恢复（第 ${fork} 次）。`,
    `Restored the backup of ${madeAt}: ${counted(meetings, 'meeting')}; every record says so (restore no. ${fork}).`,
  );
  say(
    `备份之后删除过的个人信息已再次删除 ${erased} 项（依据备份旁的 erasures.json）。`,
    `Particulars erased since the backup were erased again: ${erased} (by erasures.json beside the backup).`,
  );
  return verify(target);
});

async function verify(target: { dataDir: string; databaseUrl: string | undefined }): Promise<number> {
  const connection = await connect({ ...target, log: terminalLog, poolSize: 2 });
  try {
    const keys = ownKeys(target.dataDir);
    const findings = await verifyRecord(connection.db, { publicKeys: keys.length > 0 ? keys : null });
    sayFindings(findings);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await connection.stop();
  }
}
