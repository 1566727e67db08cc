/** npm run backup [-- FILE.backup | FOLDER]: everything into one file, also while meetings run. */
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup } from '@yishiting/db/backup/backup';
import { backupFolders } from '@yishiting/db/backup/folders';
import { wallClock } from '../clock.ts';
import { counted, onInstallation, runProgram, say, sizeOf } from './program.ts';

await runProgram(async (env) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const place = resolve(positionals[0] ?? backupFolders(env.dataDir).byHand);
  const target = place.endsWith('.backup') ? { folder: dirname(place), name: basename(place) } : { folder: place };
  say('正在备份，会议可以照常进行…', 'Backing up; meetings may go on…');
  const { file, bytes, manifest } = await onInstallation(env, ({ url }) =>
    makeBackup({ url, dataDir: env.dataDir, now: wallClock.now(), ...target }),
  );
  const [meetings, size] = [manifest.heads.length, sizeOf(bytes)];
  say(`备份完成：${file}（${size}，${meetings} 场会议）`, `Done: ${file} (${size}, ${counted(meetings, 'meeting')})`);
  say(
    '文件内有个人信息和记录印密钥，请保存在另一台设备上并妥善保管。',
    'It holds personal data and the keys of the record seals: keep it on another device, under lock.',
  );
  return 0;
});
