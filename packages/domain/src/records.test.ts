/** Records of every released version are read for ever: to the same outcome, the same figures and the same views. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meetingEventSchema } from './acts/event.ts';
import { canonical, parseCanonicalObject, type JsonObject, type JsonValue } from './canonical.ts';
import { verifyChain, type RecordedEvent } from './chain.ts';
import { byReader, comesTo } from './replaying.fixtures.ts';

const folder = new URL('../fixtures/records/', import.meta.url);
const released = JSON.parse(readFileSync(new URL('released.json', folder), 'utf8')) as Record<string, string>;
const versions = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

const linesOf = (version: string): RecordedEvent[] =>
  readFileSync(new URL(`${version}/hearing.jsonl`, folder), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((text) => parseCanonicalObject(text) as unknown as RecordedEvent);
const expectedOf = (version: string) =>
  JSON.parse(readFileSync(new URL(`${version}/hearing.expected.json`, folder), 'utf8')) as ReturnType<typeof comesTo>;

/** Does the schema read every line to exactly what it says? Nothing may be refused, lost or altered by reading. */
const readsAll = (schema: z.ZodType, lines: readonly RecordedEvent[]): boolean =>
  lines.every(({ type, data }) => {
    const said: JsonObject = { ...data, type };
    const read = schema.safeParse(said);
    return read.success && canonical(read.data as JsonValue) === canonical(said);
  });

/** The schema of all events with that of one type exchanged. */
const withEvent = (type: string, change: (former: z.ZodObject) => z.ZodObject): z.ZodType =>
  z.union(
    meetingEventSchema.options.map((option) => {
      const known = option as unknown as z.ZodObject;
      return option.shape.type.value === type ? change(known) : known;
    }),
  );

describe('[R12] released records', () => {
  it('are the files in the list that is written by hand, byte for byte', () => {
    const files = versions.flatMap((version) =>
      readdirSync(new URL(`${version}/`, folder)).map((file) => `${version}/${file}`),
    );
    const found = files.map((file) => [file, bytesToHex(sha256(readFileSync(new URL(file, folder))))]);
    expect(
      Object.fromEntries(found),
      'A released record is never made again: see fixtures/records/README.md. A changed meaning needs an upcaster.',
    ).toEqual(released);
  });

  describe.each(versions)('of %s', (version) => {
    const lines = linesOf(version);
    const expected = expectedOf(version);

    it('verify', () => {
      expect(lines.length).toBeGreaterThan(0);
      expect(verifyChain(lines)).toEqual([]);
      expect(lines.at(-1)).toMatchObject(expected.head);
    });

    it('are read by the schemas of today without loss', () => {
      expect(readsAll(meetingEventSchema, lines)).toBe(true);
    });

    it('come to the same outcome, figures, times, minutes and views', () => {
      expect(byReader(comesTo(lines, expected))).toMatchObject(byReader(expected));
    });

    it('come to something else when one ballot, one time or one step is another', () => {
      const differs = (type: string, change: (event: RecordedEvent) => RecordedEvent) => {
        const n = lines.findLastIndex((event) => event.type === type);
        const other = comesTo(lines.with(n, change(lines[n]!)), expected);
        expect(byReader(other)).not.toMatchObject(byReader(expected));
      };
      differs('ballot-changed', (event) => ({ ...event, data: { ...event.data, choice: 'abstain' } }));
      differs('item-begun', (event) => ({ ...event, at: event.at + 1 }));
      differs('item-added', (event) => ({ ...event, data: { ...event.data, title: '电梯管理' } }));
      differs('item-skipped', (event) => ({ ...event, data: { item: lines[10]!.data['item']! } }));
    });
  });
});

describe('[R12] of an event’s fields', () => {
  const lines = versions.flatMap(linesOf);
  const note = z.string();

  it('a new one that may be missing can be added', () => {
    for (const { shape } of meetingEventSchema.options) {
      const schema = withEvent(shape.type.value, (former) => former.extend({ note: note.optional() }));
      expect(readsAll(schema, lines), shape.type.value).toBe(true);
    }
  });

  it.each<[string, string, (former: z.ZodObject) => z.ZodObject]>([
    ['added as required', 'arrived', (former) => former.extend({ note })],
    ['added with a default', 'arrived', (former) => former.extend({ note: note.default('') })],
    ['taken away', 'arrived', (former) => former.omit({ way: true })],
    ['renamed', 'ballot-cast', (former) => former.omit({ choice: true }).extend({ view: z.string() })],
    ['of another type', 'clock-started', (former) => former.extend({ seconds: z.string() })],
    ['narrowed', 'ballot-cast', (former) => former.extend({ choice: z.enum(['yes', 'no']) })],
    ['reckoned otherwise', 'clock-started', (former) => former.extend({ seconds: z.int().overwrite((n) => n * 1000) })],
  ])('none can be %s', (_, type, change) => {
    expect(readsAll(withEvent(type, change), lines)).toBe(false);
  });
});
