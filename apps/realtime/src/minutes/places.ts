/**
 * A place for each key of an ordered list, ascending, where keys that were there before keep theirs if they can: a new
 * block between two others then changes nothing else. (A list in a patch would be compared item by item with itself.)
 * @param before places by key
 * @returns a place for each of `keys`, in their order
 */
export function places(before: Readonly<Record<string, { place: number }>>, keys: readonly string[]): number[] {
  const known = keys.map((key) => before[key]?.place);
  const found: number[] = [];
  let last = 0;
  let ahead = 0;
  for (const [i, own] of known.entries()) {
    // The next one that keeps its place; it is looked for once, not for every new key before it.
    ahead = Math.max(ahead, i);
    while (ahead < known.length && !((known[ahead] ?? 0) > last)) ahead += 1;
    const place = own !== undefined && own > last ? own : between(last, known[ahead]);
    // Too often halved: everything gets a new place.
    if (place <= last) return keys.map((_, n) => n + 1);
    found.push(place);
    last = place;
  }
  return found;
}

const between = (low: number, high: number | undefined): number =>
  high === undefined ? Math.floor(low) + 1 : (low + high) / 2;
