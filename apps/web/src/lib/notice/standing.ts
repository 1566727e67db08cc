/** How a notice stands today: whether the meeting may be opened, and what stands against it. */
import { dayOf } from '@yishiting/domain/days';
import { isShort, type NoticeDesk, type NoticeState } from '@yishiting/domain/notice';

export interface Standing {
  /** Notices that stand against opening now. */
  short: NoticeState[];
  /** The latest of the days from which on it may be opened; null while a channel is missing or no time is stated. */
  earliest: number | null;
}

/** @param now on the server's clock, ms since 1970 */
export function standingOf({ demanded }: NoticeDesk, now: number, timeZone: string): Standing {
  const short = demanded.filter((state) => isShort(state, dayOf(now, timeZone)));
  const days = demanded.flatMap(({ earliest }) => earliest ?? []);
  const known = demanded.every(({ servedAt }) => servedAt !== null);
  return { short, earliest: known && days.length > 0 ? Math.max(...days) : null };
}
