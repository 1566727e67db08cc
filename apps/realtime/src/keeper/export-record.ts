/** npm run export-record -- CODE FOLDER: a community's record as folders that anybody can check. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { communities, communityByCode } from '@yishiting/db/communities';
import { exportRecord } from '@yishiting/db/export-record';
import { CannotDo, onInstallation, runProgram, say, counted } from './program.ts';

await runProgram(async (env) => {
  const [code, folder] = parseArgs({ allowPositionals: true }).positionals;
  if (!code || !folder)
    throw new CannotDo(
      '请指定社区代码和目录：npm run export-record -- 社区代码 目录',
      'Name the community and a folder: npm run export-record -- CODE FOLDER',
    );
  return onInstallation(env, async ({ db }) => {
    const community = await communityByCode(db, code);
    if (!community) {
      const known = (await communities(db)).map((one) => one.code).join(', ');
      throw new CannotDo(
        `没有代码为 ${code} 的社区。现有：${known}`,
        `There is no community ${code}. There are: ${known}`,
      );
    }
    const written = await exportRecord(db, community.id, resolve(folder), { dataDir: env.dataDir }).catch(
      (error: NodeJS.ErrnoException) => {
        const { code: reason = '' } = error;
        if (!/^E[A-Z]+$/.test(reason)) throw error;
        throw new CannotDo(
          `无法写入 ${resolve(folder)}（${reason}）。请指定一个空目录。`,
          `${resolve(folder)} cannot be written (${reason}). Name an empty folder.`,
        );
      },
    );
    say(
      `已导出 ${written.length} 场会议到 ${resolve(folder)}。`,
      `Exported ${counted(written.length, 'meeting')} to ${resolve(folder)}.`,
    );
    say(
      `核验：npm run verify-record -- --folder ${folder}，或在各会议目录中运行 node check.mjs`,
      `Check it with: npm run verify-record -- --folder ${folder}, or node check.mjs in each meeting's folder`,
    );
    return 0;
  });
});
