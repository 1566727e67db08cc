/** A half-typed form as one draft, so that a reload finds all its fields as they were. */
import { forgetDraft, keepDraft, readKept, type DraftKey } from './drafts.ts';

/** The fields as kept; those that were not, or are of another kind by now, as they are in `empty`. */
export function readFields<Fields extends Record<string, string | boolean>>(key: DraftKey, empty: Fields): Fields {
  const kept = readKept<unknown>(key);
  if (typeof kept !== 'object' || kept === null) return empty;
  const known = Object.entries(kept).filter(([name, value]) => typeof value === typeof empty[name]);
  return { ...empty, ...Object.fromEntries(known) };
}

/** Keeps the fields while they say something; forgets them when they are as empty as at first. */
export function keepFields<Fields extends Record<string, string | boolean>>(
  key: DraftKey,
  fields: Fields,
  empty: Fields,
): void {
  if (Object.keys(empty).every((name) => fields[name] === empty[name])) forgetDraft(key);
  else keepDraft(key, JSON.stringify(fields));
}
