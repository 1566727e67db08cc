/** How one view is told as a patch of the one before, in time that grows with the view and not with its square. */
import type { PatchOperation } from '@yishiting/domain/protocol';
import { createPatch, type Pointer } from 'rfc6902';

/** The later view, sharing with the one before all that says the same, and what leads from that to it (RFC 6902). */
export function patched<T extends object>(before: T, now: T): { now: T; patch: PatchOperation[] } {
  const shared = sharing(before, now);
  if (shared === before) return { now: before, patch: [] };
  return { now: shared, patch: createPatch(before, shared, diffLists) as PatchOperation[] };
}

/** Whether two values would be the same JSON. */
export const saysTheSame = (one: object | null, other: object): boolean => sharing(one, other) === one;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The same as `now`, made of the parts of `before` wherever they say the same: the library looks no further into what is
 * one and the same object, and of five hundred people one has arrived.
 */
function sharing<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || !isObject(before) || !isObject(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const keys = Object.keys(now);
  const shared = keys.map((key) => sharing(before[key], now[key]));
  const differs = keys.some((key, at) => shared[at] !== before[key] || !Object.hasOwn(before, key));
  if (!differs && keys.length === Object.keys(before).length) return before as T;
  if (Array.isArray(now)) return shared as T;
  return Object.fromEntries(keys.map((key, at) => [key, shared[at]])) as T;
}

/**
 * Lists by their common beginning and end; what lies between is replaced, added or removed in place. The library looks
 * for the shortest way instead, and takes minutes and gigabytes to add one id to a list of two thousand.
 */
function diffLists(before: unknown, now: unknown, at: Pointer): ReturnType<typeof createPatch> | void {
  if (!Array.isArray(before) || !Array.isArray(now)) return;
  const shorter = Math.min(before.length, now.length);
  let begin = 0;
  while (begin < shorter && before[begin] === now[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  const replaced = shorter - begin - end;
  const path = (index: number) => at.add(String(index)).toString();
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const [former, later] = [before.length - end, now.length - end];
  return [
    ...range(begin, begin + replaced).map((i) => ({ op: 'replace' as const, path: path(i), value: now[i] })),
    // From the end, so that the places before stay what they are.
    ...range(begin + replaced, former)
      .toReversed()
      .map((i) => ({ op: 'remove' as const, path: path(i) })),
    ...range(begin + replaced, later).map((i) => ({ op: 'add' as const, path: path(i), value: now[i] })),
  ];
}
