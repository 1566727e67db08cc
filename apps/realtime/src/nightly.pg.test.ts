import { randomUUIDv7 } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { backupsIn } from '@yishiting/db/backup/backup';
import { backupFolders } from '@yishiting/db/backup/folders';
import { buildInstallation } from '@yishiting/db/backup/testing-backup';
import { offerPairingCode } from '@yishiting/db/pairing-codes';
import { beginSession } from '@yishiting/db/sessions';
import { aDatabase, aLog } from '@yishiting/db/testing';
import { describe, expect, it } from 'vitest';
import { quietHourAfter, startNightly } from './nightly.ts';

const at = (text: string) => Date.parse(text);

describe('the quiet hour', () => {
  it('is three in the morning where the office is', () => {
    const shanghai = (text: string) => new Date(quietHourAfter(at(text), 'Asia/Shanghai')).toISOString();
    expect(shanghai('2026-11-22T12:00:00.500+08:00')).toBe('2026-11-22T19:00:00.000Z');
    expect(shanghai('2026-11-22T02:59:59.999+08:00')).toBe('2026-11-21T19:00:00.000Z');
    expect(shanghai('2026-11-22T03:00:00.000+08:00')).toBe('2026-11-22T19:00:00.000Z');
    expect(shanghai('2026-11-22T00:10:00+08:00')).toBe('2026-11-21T19:00:00.000Z');
    expect(new Date(quietHourAfter(at('2026-11-22T12:00:00Z'), 'UTC')).toISOString()).toBe('2026-11-23T03:00:00.000Z');
  });
});

const { db, url } = await aDatabase();

describe('nightly', () => {
  it('[R13] one backup a night, the last fourteen kept, and a night that was missed is caught up', async () => {
    const { dataDir } = await buildInstallation(db, { meetings: 1 });
    const { nightly: folder } = backupFolders(dataDir);
    let now = at('2026-11-22T09:00:00+08:00');
    const log = aLog();
    const nightly = startNightly({ db, url, dataDir, clock: { now: () => now }, log });
    const made = async () => (await backupsIn(folder)).map(({ madeAt }) => madeAt);
    try {
      await nightly.look();
      expect(await made(), 'a first one soon after the start').toEqual([now]);
      for (const quiet of ['2026-11-22T09:05:00+08:00', '2026-11-23T02:59:00+08:00']) {
        now = at(quiet);
        await nightly.look();
      }
      expect(await made()).toHaveLength(1);
      now = at('2026-11-23T03:02:00+08:00');
      await Promise.all([nightly.look(), nightly.look()]);
      await nightly.look();
      expect((await made()).slice(1)).toEqual([now]);
      // Off for two nights.
      now = at('2026-11-25T08:00:00+08:00');
      await nightly.look();
      expect((await made()).slice(2)).toEqual([now]);
      for (let night = 26; night <= 30; night += 1) {
        for (const hour of ['03:01', '12:00']) {
          now = at(`2026-11-${night}T${hour}:00+08:00`);
          await nightly.look();
        }
      }
      expect(await made()).toHaveLength(8);
      for (let day = 1; day <= 20; day += 1) {
        now += 86_400_000;
        await nightly.look();
      }
      expect(await made()).toHaveLength(14);
      expect((await made()).at(-1)).toBe(now);
      expect(new Set(log.said.map(({ code }) => code))).toEqual(new Set(['backed-up']));
    } finally {
      await nightly.stop();
    }
  });

  it('forgets browsers whose session has ended and codes of screens that are over, and no others', async () => {
    const { dataDir } = await buildInstallation(db, { meetings: 1 });
    const now = at('2026-11-22T09:00:00+08:00');
    const sessions = [now - 1, now, now + 1].map((expiresAt) => ({
      ...{ id: randomUUIDv7(), tokenHash: randomUUIDv7(), at: now - 5, expiresAt },
    }));
    for (const session of sessions) await beginSession(db, session);
    for (const [codeHash, expiresAt] of [['over', now] as const, ['open', now + 1] as const]) {
      await offerPairingCode(db, { codeHash, session: sessions[2]!.id, at: now - 5, expiresAt, most: 9 });
    }
    const nightly = startNightly({ db, url, dataDir, clock: { now: () => now }, log: aLog() });
    try {
      await nightly.look();
      const ids = sessions.map(({ id }) => id);
      const left = await db.selectFrom('browser_sessions').where('id', 'in', ids).select('id').execute();
      expect(left).toEqual([{ id: ids[2] }]);
      const codes = await db.selectFrom('pairing_codes').select('code_hash').execute();
      expect(codes).toEqual([{ code_hash: 'open' }]);
    } finally {
      await nightly.stop();
    }
  });

  it('[R13] says why a backup failed, tries again an hour later, and a clock set right stops nothing', async () => {
    const { dataDir } = await buildInstallation(db, { meetings: 0 });
    const { byHand, nightly: folder } = backupFolders(dataDir);
    writeFileSync(byHand, 'a file where the folder should be');
    let now = at('2026-11-22T09:00:00+08:00');
    const log = aLog();
    const nightly = startNightly({ db, url, dataDir, clock: { now: () => now }, log });
    try {
      await nightly.look();
      await nightly.look();
      expect(log.said.map(({ code }) => code)).toEqual(['backup-place-closed']);
      rmSync(byHand);
      now += 59 * 60_000;
      await nightly.look();
      expect(await backupsIn(folder)).toEqual([]);
      now += 60_000;
      await nightly.look();
      expect(await backupsIn(folder)).toHaveLength(1);
      now -= 30 * 86_400_000;
      await nightly.look();
      now += 60_000;
      await nightly.look();
      expect(await backupsIn(folder)).toHaveLength(2);
    } finally {
      await nightly.stop();
    }
  });
});
