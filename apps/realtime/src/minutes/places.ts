/**
 * A place for each key of an ordered list, ascending, where keys that were there before keep theirs if they can: a new
 * block between two others then changes nothing else. (A list in a patch would be compared item by item with itself.)
 * @param before places by key; @returns a place for each of `keys`, in their order
 */
export function places(before: Readonly<Record<string, { place: number }>>, keys: readonly string[]): number[] {
  const found: number[] = [];
  let last = 0;
  for (const [i, key] of keys.entries()) {
    const known = before[key]?.place;
    const place = known !== undefined && known > last ? known : between(last, upper(before, keys, i + 1, last));
    // Too often halved: everything gets a new place.
    if (place <= last) return keys.map((_, n) => n + 1);
    found.push(place);
    last = place;
  }
  return found;
}

/** The place of the next key that keeps its own. */
function upper(
  before: Readonly<Record<string, { place: number }>>,
  keys: readonly string[],
  from: number,
  last: number,
): number | null {
  for (let i = from; i < keys.length; i += 1) {
    const known = before[keys[i]!]?.place;
    if (known !== undefined && known > last) return known;
  }
  return null;
}

const between = (low: number, high: number | null): number => (high === null ? Math.floor(low) + 1 : (low + high) / 2);
