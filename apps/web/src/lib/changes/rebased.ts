import { wallOf } from '#lib/ui/zoned.ts';

/** Time (ms since 1970) and place. */
export interface Stands {
  plannedAt: number;
  place: string;
}
/** Day, time and place as typed into the form, and what stood when they were filled in. */
export interface Typed {
  day: string;
  time: string;
  place: string;
  from: Stands;
}

/**
 * What was typed, when somebody else has moved the meeting meanwhile: a field that nobody touched follows, so that who
 * changes the place alone does not put the time back unseen. Null where nothing was moved.
 */
export function rebased({ day, time, place, from }: Typed, stands: Stands, timeZone: string): Typed | null {
  if (from.plannedAt === stands.plannedAt && from.place === stands.place) return null;
  const was = wallOf(from.plannedAt, timeZone);
  const untouched = day === was.day && time === was.time;
  return {
    ...(untouched ? wallOf(stands.plannedAt, timeZone) : { day, time }),
    place: place.trim() === from.place ? stands.place : place,
    from: stands,
  };
}
