import { isOver } from '@yishiting/domain/over';
import type { MeetingLine } from '@yishiting/domain/api';
import { wallOf } from '#lib/ui/zoned.ts';

export const groups = ['today', 'later', 'unplanned', 'earlier'] as const;
export type Group = (typeof groups)[number];

/** Under which heading a meeting stands. What is going on belongs to today, whenever it was planned. */
export function groupOf(
  { plannedAt, status }: Pick<MeetingLine, 'plannedAt' | 'status'>,
  now: number,
  zone: string,
): Group {
  if (status === 'in-session' || status === 'adjourned') return 'today';
  if (plannedAt === null) return status === 'draft' ? 'unplanned' : isOver(status) ? 'earlier' : 'today';
  const [day, today] = [wallOf(plannedAt, zone).day, wallOf(now, zone).day];
  if (day === today) return 'today';
  // One that was held before its day is over all the same.
  return day < today || status === 'closed' ? 'earlier' : 'later';
}

/** Every group that has a meeting, in order of reading: the next first, of earlier ones the last first. */
export function grouped(
  lines: readonly MeetingLine[],
  now: number,
  zone: string,
): { group: Group; lines: MeetingLine[] }[] {
  const at = ({ plannedAt }: MeetingLine) => plannedAt ?? 0;
  return groups.flatMap((group) => {
    const found = lines.filter((line) => groupOf(line, now, zone) === group);
    found.sort((a, b) => (group === 'earlier' ? at(b) - at(a) : at(a) - at(b)));
    return found.length === 0 ? [] : [{ group, lines: found }];
  });
}
