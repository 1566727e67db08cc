/** One face of many slices: Noto's Chinese faces are published for the web in about a hundred files, each with a part of the characters. */
import { charactersOf, tableOf, type FontTables } from './sfnt.ts';

interface Gathered {
  glyphs: Buffer[];
  /** Advance and left side bearing, four bytes a glyph. */
  metrics: Buffer[];
  characters: Map<number, number>;
}

/** Composite glyphs name their parts by number; bits of a part's flags. */
const wordArguments = 0x0001;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;

/**
 * The union of slices of one face (same design, same metrics), with outlines, widths and characters only: what shapes
 * other scripts is left out. A character that several slices have is taken from the first.
 */
export function merged(slices: readonly FontTables[]): FontTables {
  const [first] = slices;
  if (!first) throw new Error('A face without slices');
  const gathered: Gathered = { glyphs: [], metrics: [], characters: new Map() };
  for (const slice of slices) gather(gathered, slice);
  const { glyphs, metrics, characters } = gathered;
  const count = glyphs.length;
  const head = Buffer.from(tableOf(first, 'head'));
  boxOfAll(head, slices);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(tableOf(first, 'hhea'));
  hhea.writeUInt16BE(count, 34);
  return new Map([
    ['head', head],
    ['hhea', hhea],
    ['maxp', mostOfAll(slices, count)],
    ['OS/2', tableOf(first, 'OS/2')],
    ['hmtx', Buffer.concat(metrics)],
    ['loca', offsetsOf(glyphs)],
    ['glyf', Buffer.concat(glyphs)],
    ['cmap', characterTable(characters)],
    ['post', withoutGlyphNames()],
  ]);
}

function gather({ glyphs, metrics, characters }: Gathered, slice: FontTables): void {
  const base = glyphs.length;
  const count = tableOf(slice, 'maxp').readUInt16BE(4);
  for (let glyph = 0; glyph < count; glyph++) {
    glyphs.push(renumbered(glyphAt(slice, glyph), base));
    metrics.push(metricAt(slice, glyph));
  }
  for (const [character, glyph] of charactersOf(slice)) {
    if (!characters.has(character)) characters.set(character, base + glyph);
  }
}

function glyphAt(slice: FontTables, glyph: number): Buffer {
  const [loca, long] = [tableOf(slice, 'loca'), tableOf(slice, 'head').readInt16BE(50) === 1];
  const at = (n: number) => (long ? loca.readUInt32BE(4 * n) : 2 * loca.readUInt16BE(2 * n));
  return tableOf(slice, 'glyf').subarray(at(glyph), at(glyph + 1));
}

function metricAt(slice: FontTables, glyph: number): Buffer {
  const [hmtx, full] = [tableOf(slice, 'hmtx'), tableOf(slice, 'hhea').readUInt16BE(34)];
  if (glyph < full) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
  const bearing = 4 * full + 2 * (glyph - full);
  return Buffer.concat([hmtx.subarray(4 * full - 4, 4 * full - 2), hmtx.subarray(bearing, bearing + 2)]);
}

/** A glyph at an even length, whose parts, if it is composite, are those of its own slice. */
function renumbered(glyph: Buffer, base: number): Buffer {
  const copy = Buffer.concat([glyph, Buffer.alloc(glyph.length % 2)]);
  if (copy.length === 0 || copy.readInt16BE(0) >= 0) return copy;
  let at = 10;
  for (let more = true; more;) {
    const flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(copy.readUInt16BE(at + 2) + base, at + 2);
    at += flags & wordArguments ? 8 : 6;
    at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0;
    more = (flags & moreParts) !== 0;
  }
  return copy;
}

function offsetsOf(glyphs: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  let at = 0;
  glyphs.forEach((glyph, n) => loca.writeUInt32BE((at += glyph.length), 4 * (n + 1)));
  return loca;
}

/** Format 12: runs of characters whose glyphs follow each other. */
function characterTable(characters: ReadonlyMap<number, number>): Buffer {
  const groups: [from: number, to: number, glyph: number][] = [];
  for (const [character, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && character === last[1] + 1 && glyph === last[2] + character - last[0]) last[1] = character;
    else groups.push([character, character, glyph]);
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length);
  // One table, Windows, all of Unicode.
  [0, 1, 3, 10, 0, 12, 12, 0].forEach((value, n) => table.writeUInt16BE(value, 2 * n));
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.flat().forEach((value, n) => table.writeUInt32BE(value, 28 + 4 * n));
  return table;
}

/** The box around all glyphs stands at bytes 36 to 44 of `head`: two least, two greatest. */
function boxOfAll(head: Buffer, slices: readonly FontTables[]): void {
  [36, 38, 40, 42].forEach((at, n) => {
    const all = slices.map((slice) => tableOf(slice, 'head').readInt16BE(at));
    head.writeInt16BE(n < 2 ? Math.min(...all) : Math.max(...all), at);
  });
}

/** `maxp`: the number of glyphs, and the greatest of each other figure. */
function mostOfAll(slices: readonly FontTables[], count: number): Buffer {
  const most = Buffer.from(tableOf(slices[0]!, 'maxp'));
  for (let at = 6; at < most.length; at += 2) {
    most.writeUInt16BE(Math.max(...slices.map((slice) => tableOf(slice, 'maxp').readUInt16BE(at))), at);
  }
  most.writeUInt16BE(count, 4);
  return most;
}

function withoutGlyphNames(): Buffer {
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000, 0);
  return post;
}
