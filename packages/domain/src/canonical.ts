/** JSON in its one canonical form (RFC 8785): what is hashed, sealed and kept. Numbers are safe integers only. */
import canonicalize from 'canonicalize';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export type NotCanonicalReason =
  'not-json' | 'not-a-safe-integer' | 'not-well-formed' | 'forbidden-key' | 'too-deep' | 'not-canonical';

/** The value has no canonical form, or the text is not in it. `path` tells where, as in `$.roll[3].name`. */
export class NotCanonical extends Error {
  override name = 'NotCanonical';
  readonly reason: NotCanonicalReason;
  readonly path: string;
  constructor(reason: NotCanonicalReason, path: string) {
    super(`${reason} at ${path}`);
    this.reason = reason;
    this.path = path;
  }
}

/** Deeper than any agenda, roll or text; a hostile line of brackets ends here. */
const deepest = 100;

/** Keys by which an object read back could reach into its prototype. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The RFC 8785 text of a value.
 * @throws NotCanonical for all that is no plain JSON: undefined, holes, other numbers than safe integers, lone surrogates,
 *   U+0000, class instances, getters, `toJSON`, symbol keys, `__proto__` and its like, depth beyond 100 (so circles too).
 */
export function canonical(value: JsonValue): string {
  refuseUnlessJson(value, '$', 0);
  return canonicalize(value)!;
}

/**
 * Reads a canonical text back.
 * @throws NotCanonical when the text is no JSON or differs by a single byte from the canonical form of what it says
 *   (spaces, key order, doubled keys, other escapes).
 */
export function parseCanonical(text: string): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw new NotCanonical('not-json', '$');
  }
  if (canonical(value) !== text) throw new NotCanonical('not-canonical', '$');
  return value;
}

/** As `parseCanonical`, for a text that must say an object. */
export function parseCanonicalObject(text: string): JsonObject {
  const value = parseCanonical(text);
  if (value === null || typeof value !== 'object' || isList(value)) throw new NotCanonical('not-json', '$');
  return value;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function refuseUnlessJson(value: unknown, path: string, depth: number): void {
  if (depth > deepest) throw new NotCanonical('too-deep', path.slice(0, 80));
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      return refuseUnlessWellFormed(value, path);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new NotCanonical('not-a-safe-integer', path);
      return;
    case 'object':
      if (value === null) return;
      return Array.isArray(value) ? refuseUnlessList(value, path, depth) : refuseUnlessRecord(value, path, depth);
    default:
      throw new NotCanonical('not-json', path);
  }
}

function refuseUnlessWellFormed(text: string, path: string): void {
  if (!text.isWellFormed() || text.includes('\u0000')) throw new NotCanonical('not-well-formed', path);
}

function refuseUnlessList(list: unknown[], path: string, depth: number): void {
  if (Object.getPrototypeOf(list) !== Array.prototype || 'toJSON' in list) throw new NotCanonical('not-json', path);
  // A hole, a getter or a named property would be read differently by the serializer.
  if (Reflect.ownKeys(list).length !== list.length + 1) throw new NotCanonical('not-json', path);
  for (let i = 0; i < list.length; i += 1) {
    refuseUnlessJson(ownValue(list, String(i), path), `${path}[${i}]`, depth + 1);
  }
}

function refuseUnlessRecord(record: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical('not-json', path);
  // Inherited from a polluted prototype; an own `toJSON` that is data is as good as any key.
  if ('toJSON' in record && !Object.hasOwn(record, 'toJSON')) throw new NotCanonical('not-json', path);
  for (const key of Reflect.ownKeys(record)) {
    if (typeof key === 'symbol') throw new NotCanonical('not-json', path);
    if (forbiddenKeys.has(key)) throw new NotCanonical('forbidden-key', path);
    refuseUnlessWellFormed(key, path);
    refuseUnlessJson(ownValue(record, key, path), `${path}.${key}`, depth + 1);
  }
}

function ownValue(holder: object, key: string, path: string): unknown {
  const property = Object.getOwnPropertyDescriptor(holder, key);
  if (!property || !('value' in property) || !property.enumerable) throw new NotCanonical('not-json', path);
  return property.value;
}
