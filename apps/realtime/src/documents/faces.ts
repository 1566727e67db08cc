/**
 * The faces of our papers, out of packages that are installed with the program: none of the machine's is ever used, so
 * that a paper is the same on every machine. What each is for, and how they were chosen: docs/decisions/documents.md.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import { merged } from './merging.ts';
import { charactersOf, named, readTables, tableOf, writeTables, type FontTables } from './sfnt.ts';

/** The families by the names that the templates use. */
export const families = { serif: 'Yishiting Serif', sans: 'Yishiting Sans', kai: 'Yishiting Kai' } as const;

export interface Faces {
  /** TrueType files. */
  files: Buffer[];
  /** Every character that at least one of them has: each template names them all, one after the other. */
  characters: ReadonlySet<number>;
}

/** What only shapes other faces' lines, or their hinting, is left behind. */
const dropTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'STAT'];

const inPackage = (file: string): string => fileURLToPath(import.meta.resolve(file));

/** One weight of a variable face, put together from its slices. */
async function weightOf(family: 'noto-serif-sc' | 'noto-sans-sc', weight: number): Promise<FontTables> {
  const folder = join(dirname(inPackage(`@fontsource-variable/${family}/package.json`)), 'files');
  // In order, so that the face is the same wherever it is made.
  const files = (await readdir(folder)).filter((file) => file.endsWith('-wght-normal.woff2')).sort();
  const slices: FontTables[] = [];
  for (const file of files) {
    const slice = await subsetFont(await readFile(join(folder, file)), undefined, {
      targetFormat: 'truetype',
      keepAllGlyphs: true,
      noHinting: true,
      variationAxes: { wght: weight },
      dropTables,
    });
    slices.push(readTables(slice));
  }
  return merged(slices);
}

async function kai(): Promise<FontTables> {
  const file = inPackage('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff');
  return readTables(Buffer.from(await fontverter.convert(await readFile(file), 'truetype')));
}

/** `OS/2` says the weight; the typesetter tells regular and bold apart by it. */
function withWeight(tables: FontTables, weight: number): FontTables {
  const os2 = Buffer.from(tableOf(tables, 'OS/2'));
  os2.writeUInt16BE(weight, 4);
  return new Map(tables).set('OS/2', os2);
}

/** Makes the faces: about three seconds of work, for a process of its own. */
export async function makeFaces(): Promise<Faces> {
  const made = [
    named(withWeight(await kai(), 400), families.kai, 'Regular'),
    named(withWeight(await weightOf('noto-serif-sc', 400), 400), families.serif, 'Regular'),
    named(withWeight(await weightOf('noto-serif-sc', 800), 700), families.serif, 'Bold'),
    named(withWeight(await weightOf('noto-sans-sc', 600), 400), families.sans, 'Regular'),
  ];
  return {
    files: made.map(writeTables),
    characters: new Set(made.flatMap((face) => [...charactersOf(face).keys()])),
  };
}
