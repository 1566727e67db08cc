import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInPlace } from './run.mjs';
import { giveUp } from './say.mjs';
import { root, tools } from './tools.mjs';

/**
 * Runs one of our own programs under the right Node, with the arguments and the environment we were given.
 * @param {string} program from the root
 */
export async function runOurs(program) {
  await tools();
  const file = join(root, ...program.split('/'));
  if (!existsSync(file))
    giveUp(`缺少文件 ${program}，请重新取得完整的程序。`, `${program} is missing: get the program anew, whole.`);
  process.exitCode = await runInPlace(process.execPath, [file, ...process.argv.slice(2)]);
}
