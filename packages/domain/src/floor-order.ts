/**
 * In which order those who asked for the floor are heard. The rule: points of order first, then those who have not
 * spoken on this item by time of asking, then the others by time of asking. The chair may move anyone.
 *
 * A request to speak belongs to the item on which it was made: it rests while another item is before the meeting and
 * waits again when the meeting returns. A point of order belongs to no item: it waits until it is heard, and stands at
 * the front again whenever another item comes before the meeting.
 *
 * A request that the chair moved keeps its place: it stays between those beside whom it was put, and newcomers are
 * placed by the rule among those that were not moved. So a new speech stands directly before the first unmoved
 * request that the rule puts behind it, or at the end; a new point of order stands behind those that wait already, or
 * at the very front, before speeches moved there too.
 */
import type { FloorKind } from './acts/floor.ts';

export interface FloorRequest {
  request: string;
  seat: string;
  kind: FloorKind;
  /** On which it was made; null before the first. */
  item: string | null;
  askedAt: number;
  /** The chair gave it its place. */
  moved: boolean;
}

/** What is known of one speech for the order: who spoke to the matter, and on which item. */
export type Spoken = Pick<FloorRequest, 'seat' | 'kind' | 'item'>;

/** Those of all open requests that wait while this item is before the meeting, in the order in which they are heard. */
export const waitingOn = (requests: readonly FloorRequest[], item: string | null): FloorRequest[] =>
  requests.filter((request) => request.kind === 'point-of-order' || request.item === item);

/** How often the seat was given the floor on this item, points of order not counted: they are not to the matter. */
export const timesSpoken = (speeches: readonly Spoken[], seat: string, item: string | null): number =>
  speeches.filter((speech) => speech.kind === 'speech' && speech.seat === seat && speech.item === item).length;

function rank({ kind, seat, item }: FloorRequest, speeches: readonly Spoken[]): number {
  if (kind === 'point-of-order') return 0;
  return timesSpoken(speeches, seat, item) === 0 ? 1 : 2;
}

/** The open requests with one more. */
export function asked(requests: readonly FloorRequest[], added: FloorRequest, speeches: readonly Spoken[]) {
  const waiting = waitingOn(requests, added.item).filter(({ moved }) => !moved);
  if (added.kind === 'point-of-order') {
    const last = waiting.findLast(({ kind }) => kind === 'point-of-order');
    return requests.toSpliced(last ? requests.indexOf(last) + 1 : 0, 0, added);
  }
  const own = rank(added, speeches);
  const behind = waiting.find((request) => rank(request, speeches) > own);
  return requests.toSpliced(behind ? requests.indexOf(behind) : requests.length, 0, added);
}

/** The open requests with one put directly before another, or at the end. */
export function movedBefore(requests: readonly FloorRequest[], request: string, before: string | null): FloorRequest[] {
  const found = requests.find((one) => one.request === request);
  if (!found) return [...requests];
  const others = requests.filter((one) => one !== found);
  const place = before === null ? others.length : others.findIndex((one) => one.request === before);
  return others.toSpliced(place < 0 ? others.length : place, 0, { ...found, moved: true });
}

/** The open requests when another item comes before the meeting: points of order first, by time of asking. */
export function pointsFirst(requests: readonly FloorRequest[]): readonly FloorRequest[] {
  const points = requests.filter(({ kind }) => kind === 'point-of-order');
  if (points.length === 0) return requests;
  const inTurn = points.toSorted((one, other) => one.askedAt - other.askedAt);
  return [
    ...inTurn.map((point) => ({ ...point, moved: false })),
    ...requests.filter(({ kind }) => kind !== 'point-of-order'),
  ];
}
