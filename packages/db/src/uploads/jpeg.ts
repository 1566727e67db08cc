/** A JPEG without its notes: what cameras write beside the picture (position, owner, thumbnails, further pictures) is left out. */
import type { FileHandle } from 'node:fs/promises';
import { bytesAt } from './media.ts';
import type { Part } from './pictures.ts';

const mostSegments = 2_000;
const mostPixels = 250_000_000;
const chunk = 64 * 1024;

const [START_OF_SCAN, END, APP0, APP1, APP2, APP14, APP15, COMMENT] = [
  0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
] as const;

/** Segments that draw the picture; of the cameras' own only the plain header, the colour profile and Adobe's colour order. */
function draws(marker: number, head: Buffer, length: number): boolean {
  const says = (text: string) => head.toString('latin1', 4, 4 + text.length) === text;
  if (marker === APP0) return says('JFIF\0') && length === 16;
  if (marker === APP2) return says('ICC_PROFILE\0');
  if (marker === APP14) return says('Adobe');
  return !(marker >= APP0 && marker <= APP15) && marker !== COMMENT;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * @returns what to keep; null when it is damaged. Which way up the picture is stays known, since a phone held upright
 * writes it into the notes alone.
 */
export async function keptOfJpeg(handle: FileHandle, size: number): Promise<Part[] | null> {
  const kept: Part[] = [];
  let [at, upright, scanned, framed] = [2, 1, false, false];
  for (let n = 0; n < mostSegments; n += 1) {
    const head = await bytesAt(handle, at, 24);
    const marker = head[1];
    if (head.length < 2 || head[0] !== 0xff || marker === undefined) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return scanned && framed ? wholeOf([...kept, { from: at, to: at + 2 }], upright) : null;
    const length = head.length < 4 ? 0 : head.readUInt16BE(2);
    let to = at + 2 + length;
    if (length < 2 || to > size) return null;
    if (isFrame(marker)) {
      if (length < 8 || head.readUInt16BE(5) * head.readUInt16BE(7) > mostPixels) return null;
      framed = true;
    }
    if (marker === APP1 && upright === 1) upright = orientationIn(await bytesAt(handle, at + 4, length - 2));
    if (marker === START_OF_SCAN) {
      scanned = true;
      const next = await afterScan(handle, to);
      if (next === null) return null;
      to = next;
    }
    if (draws(marker, head, length)) kept.push({ from: at, to });
    at = to;
  }
  return null;
}

/** Where the picture's own bytes end and the next marker begins; null when the file ends first. */
async function afterScan(handle: FileHandle, from: number): Promise<number | null> {
  for (let at = from; ;) {
    const bytes = await bytesAt(handle, at, chunk);
    for (let i = bytes.indexOf(0xff); i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1)) {
      const next = bytes[i + 1]!;
      // A stuffed nought, a restart, a fill byte: all within the scan.
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
    if (bytes.length < chunk) return null;
    // The last byte may be the first half of a marker.
    at += bytes.length - 1;
  }
}

/** Which way up (1 to 8), as Exif says it; 1 where it says nothing. */
export function orientationIn(segment: Buffer): number {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  const entries = Math.min(u16(directory), 200);
  for (let n = 0; n < entries; n += 1) {
    const entry = directory + 2 + 12 * n;
    if (u16(entry) === 0x0112) return u16(entry + 8) >= 1 && u16(entry + 8) <= 8 ? u16(entry + 8) : 1;
  }
  return 1;
}

/** Exif that says which way up, and nothing else. */
const saysOrientation = (upright: number): Buffer =>
  Buffer.from(`ffe10022457869660000${'4d4d002a00000008'}0001011200030000000100${`0${upright}`}000000000000`, 'hex');

const wholeOf = (kept: Part[], upright: number): Part[] => [
  Buffer.from('ffd8', 'hex'),
  ...(upright === 1 ? [] : [saysOrientation(upright)]),
  ...kept,
];
