/** `npm run bench`: ratios against a floor or a peer in the same run, their rounds in turn. Arguments name the parts to run. */
import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@yishiting/db/connect';
import { migrate } from '@yishiting/db/migrate';
import { removeDataDir } from '@yishiting/db/testing-folders';
import { makeLog } from '../log.ts';
import { openSealKey } from '../room/seal-key.ts';
import { benchBallots } from './ballots.ts';
import { benchCourse } from './course.ts';
import { benchViews } from './views.ts';
import { benchMinutes } from './minutes.ts';
import { startCrowd } from './crowd-process.ts';

// On a disk, not in memory: that a commit waits for the disk is the point.
const dataDir = mkdtempSync(join(tmpdir(), 'yishiting-bench-'));
// The embedded Postgres of a root user runs as another, who must be able to enter.
chmodSync(dataDir, 0o711);
const log = makeLog('warn');
const { db, pool, url, stop } = await connect({ dataDir, log });
const crowd = startCrowd();
try {
  await migrate(db);
  const keys = join(dataDir, 'keys');
  const needs = { db, pool, log, sealKey: openSealKey(keys) };
  const parts: Record<string, () => Promise<string[]>> = {
    course: () => benchCourse(needs, crowd, 3),
    views: () => benchViews(needs, crowd),
    minutes: () => benchMinutes({ ...needs, database: url, keys }, crowd, 5),
    'ballots-500': () => benchBallots(needs, crowd, 500, 11),
    'ballots-2000': () => benchBallots(needs, crowd, 2_000, 5),
  };
  const asked = process.argv.slice(2);
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) console.log((await run()).join('\n'));
  }
} finally {
  crowd.stop();
  await stop();
  await removeDataDir(dataDir);
}
