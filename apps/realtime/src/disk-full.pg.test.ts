import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDataDir } from '@yishiting/db/testing';
import type { Answer } from '@yishiting/domain/protocol';
import { expect, it } from 'vitest';
import { holdHearing, LiveSocket, randomId } from './testing/hearing.ts';
import { startHouse } from './testing/house.ts';
import { expectNothingLost, type Acknowledged } from './testing/nothing-lost.ts';

const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
/** A small disk can only be made where root may mount one. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'yishiting-mount-'));
  const may = process.getuid?.() === 0 && mount('-t', 'tmpfs', 'tmpfs', folder);
  if (may) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return may;
}
const withMounts = it.runIf(mayMount());
if (!mayMount()) console.warn('SKIPPED, because this machine does not let us mount a small disk: disk-full.pg.test.ts');

const free = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

withMounts(
  '[R2] a disk that fills while a hearing runs: refusals say so, nothing acknowledged is missing, and with space it goes on',
  async () => {
    const dataDir = aDataDir();
    mount('-t', 'tmpfs', '-o', 'size=160m,mode=711', 'tmpfs', dataDir);
    const ballast = join(dataDir, 'ballast');
    const house = await startHouse(dataDir);
    try {
      const hearing = await holdHearing(house);
      const { seat, browser } = hearing.seats[2]!;
      const as = { meeting: hearing.meeting, as: { kind: 'seat', seat } } as const;
      let socket = await new LiveSocket(browser, hearing.community, as).joined();
      const acknowledged: Acknowledged = new Set();
      let here = false;
      /** Comes and goes; an answer that never came is asked again over a new connection, under the same id. */
      const once = async (): Promise<Answer> => {
        const id = randomId();
        for (;;) {
          const command = here
            ? ({ type: 'leave' } as const)
            : ({ type: 'check-in', way: 'here', privacyNotice: '2026-11' } as const);
          const answer = await socket.give(command, id);
          if (answer?.answer === 'accepted') {
            acknowledged.add(`${seat} ${id}`);
            here = !here;
          }
          if (answer) return answer;
          await new Promise((resolve) => setTimeout(resolve, 300));
          socket = await new LiveSocket(browser, hearing.community, as).joined().catch(() => socket);
        }
      };
      expect(await once()).toEqual({ answer: 'accepted' });
      writeFileSync(ballast, Buffer.alloc(free(dataDir)));
      // What is already set aside for the database still takes a few hundred; then the disk is really full.
      const refusals = new Set<string>();
      for (let n = 0; n < 20_000 && refusals.size === 0; n += 1) {
        const answer = await once();
        if (answer.answer === 'refused') refusals.add(answer.code);
      }
      expect([...refusals].filter((code) => code !== 'disk-full' && code !== 'try-again')).toEqual([]);
      expect(refusals.size).toBe(1);
      rmSync(ballast);
      await expect.poll(async () => (await once()).answer, { timeout: 90_000, interval: 500 }).toBe('accepted');
      expect(await once()).toEqual({ answer: 'accepted' });
      socket.close();
      await expectNothingLost(dataDir, hearing, acknowledged);
      expect(await house.stop()).toBe(0);
    } finally {
      house.child.kill('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 500));
      spawnSync('umount', ['-l', dataDir]);
    }
  },
  300_000,
);
