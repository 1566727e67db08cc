/**
 * The quiet hour: sessions that ended and registrations no longer needed are forgotten, erasures that were cut short are finished, a backup is made, the last
 * fourteen are kept. A machine that is off at night catches up soon after it is on; meetings go on meanwhile.
 */
import { backupsIn, keepNewest, makeBackup } from '@yishiting/db/backup/backup';
import { backupFolders, kept } from '@yishiting/db/backup/folders';
import { NothingToBackUp } from '@yishiting/db/backup/refusals';
import type { Connection } from '@yishiting/db/connect';
import { finishErasures } from '@yishiting/db/erasing';
import { sweepPairingCodes } from '@yishiting/db/pairing-codes';
import { sweepObservers } from '@yishiting/db/observers';
import { sweepSessions } from '@yishiting/db/sessions';
import type { Clock } from './clock.ts';
import type { RouteLog } from './routes/deps.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Three in the morning, where the office is. */
const QUIET_HOUR = 3;

/** How often to look whether a backup is due, and how long to wait after one that failed, in ms. */
export const pace = { look: 5 * MINUTE, afterFailure: 60 * MINUTE } as const;

export interface NightlyNeeds extends Pick<Connection, 'db' | 'url'> {
  dataDir: string;
  clock: Clock;
  log: RouteLog;
}

export interface Nightly {
  /** Does what is due now; the timer calls it, and tests do. */
  look(): Promise<void>;
  /** Ends the timer and waits for the backup under way. */
  stop(): Promise<void>;
}

/** The first quiet hour after an instant (Unix ms). Where clocks are put forward that night it is an hour off. */
export function quietHourAfter(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const part = (type: 'hour' | 'minute') =>
    Number(format.formatToParts(instant).find((one) => one.type === type)?.value);
  const sinceMidnight = (part('hour') * 60 + part('minute')) * MINUTE + (instant % MINUTE);
  const until = (QUIET_HOUR * 60 * MINUTE - sinceMidnight + DAY) % DAY;
  return instant + (until === 0 ? DAY : until);
}

/** Starts looking; the first look comes a little after the start, when everything else is up. */
export function startNightly(needs: NightlyNeeds): Nightly {
  let underWay: Promise<void> | undefined;
  let notBefore = 0;
  const look = async () => {
    const now = needs.clock.now();
    // A clock that was set back since must not make the wait longer.
    if (now < notBefore && notBefore - now <= pace.afterFailure) return;
    try {
      if (await isDue(needs, now)) await makeTheBackup(needs, now);
    } catch (error) {
      notBefore = now + pace.afterFailure;
      const { code, message } = error as { code?: string; message: string };
      needs.log.error({ code: code ?? 'nightly-backup-failed' }, `The nightly backup was not made: ${message}`);
    }
  };
  const once = () => (underWay ??= look().finally(() => (underWay = undefined)));
  const timer = setInterval(() => void once(), pace.look);
  timer.unref();
  return {
    look: once,
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

async function isDue({ db, dataDir }: NightlyNeeds, now: number): Promise<boolean> {
  const made = await backupsIn(backupFolders(dataDir).nightly);
  // One made in the future, by a clock since set right, must not stop the next.
  const last = made.findLast(({ madeAt }) => madeAt <= now);
  if (!last) return true;
  const office = await db
    .selectFrom('communities')
    .select('time_zone')
    .orderBy('demonstration')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return quietHourAfter(last.madeAt, office?.time_zone ?? 'Asia/Shanghai') <= now;
}

async function makeTheBackup({ db, url, dataDir, log }: NightlyNeeds, now: number): Promise<void> {
  const folder = backupFolders(dataDir).nightly;
  try {
    await sweepPairingCodes(db, now);
    await sweepSessions(db, now);
    await sweepObservers(db, now);
    await finishErasures(db, { dataDir, now });
    const { bytes } = await makeBackup({ url, dataDir, folder, now });
    const removed = await keepNewest(folder, kept.nightly);
    log.info({ code: 'backed-up', bytes, removed: removed.length }, 'The nightly backup was made.');
  } catch (error) {
    if (!(error instanceof NothingToBackUp)) throw error;
  }
}
