/**
 * TrueType files as tables: as much as is needed to make one face of the slices in which it is published for the web, to
 * give it a name of our own, and to tell which characters it has.
 */

export type FontTables = Map<string, Buffer>;

/** The tables of a TrueType file, by tag. */
export function readTables(file: Buffer): FontTables {
  const count = file.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, n) => {
      const entry = 12 + 16 * n;
      const start = file.readUInt32BE(entry + 8);
      return [file.toString('latin1', entry, entry + 4), file.subarray(start, start + file.readUInt32BE(entry + 12))];
    }),
  );
}

/** A TrueType file of these tables. Checksums are left at zero: it is read by our typesetter alone, which asks for none. */
export function writeTables(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  const parts = [head];
  let at = head.length;
  sorted.forEach(([tag, table], n) => {
    const entry = 12 + 16 * n;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}

export function tableOf(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`The face has no table ${tag}`);
  return table;
}

/** Which glyph shows which character (code point), from the tables of formats 4 and 12. */
export function charactersOf(tables: FontTables): Map<number, number> {
  const cmap = tableOf(tables, 'cmap');
  const found = new Map<number, number>();
  for (let n = 0; n < cmap.readUInt16BE(2); n++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * n + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) readGroups(table, found);
    else if (format === 4) readSegments(table, found);
  }
  return found;
}

function readGroups(table: Buffer, found: Map<number, number>): void {
  for (let n = 0; n < table.readUInt32BE(12); n++) {
    const [from, to, glyph] = [0, 4, 8].map((at) => table.readUInt32BE(16 + 12 * n + at)) as [number, number, number];
    for (let one = from; one <= to; one++) found.set(one, glyph + one - from);
  }
}

function readSegments(table: Buffer, found: Map<number, number>): void {
  const segments = table.readUInt16BE(6) / 2;
  for (let n = 0; n < segments; n++) {
    const to = table.readUInt16BE(14 + 2 * n);
    const from = table.readUInt16BE(16 + 2 * (segments + n));
    const delta = table.readUInt16BE(16 + 2 * (2 * segments + n));
    const rangeAt = 16 + 2 * (3 * segments + n);
    const range = table.readUInt16BE(rangeAt);
    for (let one = from; one <= to && one < 0xffff; one++) {
      const listed = range === 0 ? one : table.readUInt16BE(rangeAt + range + 2 * (one - from));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.set(one, glyph);
    }
  }
}

/** The same face under a name of our own, so that no face of the machine is ever taken for it. */
export function named(tables: FontTables, family: string, style: 'Regular' | 'Bold'): FontTables {
  const whole = `${family} ${style}`;
  const texts: [id: number, text: string][] = [
    [1, family],
    [2, style],
    [3, whole],
    [4, whole],
    [6, `${family.replaceAll(' ', '')}-${style}`],
  ];
  const head = Buffer.alloc(6 + 12 * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  const strings = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let at = 0;
  texts.forEach(([id], n) => {
    // Windows, Unicode, English.
    [3, 1, 0x409, id, strings[n]!.length, at].forEach((value, k) => head.writeUInt16BE(value, 6 + 12 * n + 2 * k));
    at += strings[n]!.length;
  });
  return new Map(tables).set('name', Buffer.concat([head, ...strings]));
}
