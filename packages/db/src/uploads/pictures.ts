/**
 * What of a picture is kept: everything that draws it, and nothing that says where, when and by what it was taken. The
 * position of somebody's home stands in such notes. Pictures are never decoded, only walked through part by part.
 */
import type { FileHandle } from 'node:fs/promises';
import { bytesAt } from './media.ts';

/** Bytes as given, or those of the picture from … to (exclusive). */
export type Part = Buffer | { readonly from: number; readonly to: number };

/** More parts than this no camera and no program writes. */
const mostParts = 20_000;
/** Pixels; a larger picture is made to exhaust whoever looks at it. */
const mostPixels = 250_000_000;

const fits = (width: number, height: number) => width > 0 && height > 0 && width * height <= mostPixels;

/** The parts of a PNG that draw it: the critical ones, and of the others colour, transparency, density and animation. */
const drawn = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs', 'bKGD', 'acTL', 'fcTL', 'fdAT']);
const critical = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/** @returns what to keep; null when it is damaged or no such picture. What follows its end is left out. */
export async function keptOfPng(handle: FileHandle, size: number): Promise<Part[] | null> {
  const kept: Part[] = [{ from: 0, to: 8 }];
  let at = 8;
  for (let n = 0; n < mostParts && at + 12 <= size; n += 1) {
    const head = await bytesAt(handle, at, 16);
    const type = head.toString('latin1', 4, 8);
    const to = at + 12 + head.readUInt32BE(0);
    if (to > size || (n === 0) !== (type === 'IHDR')) return null;
    if (n === 0) {
      const { 0: width = 0, 1: height = 0 } = await dimensions(handle, at + 8);
      if (!fits(width, height)) return null;
    }
    if (critical.has(type) || drawn.has(type)) kept.push({ from: at, to });
    else if (!/^[a-z]/.test(type)) return null;
    if (type === 'IEND') return kept;
    at = to;
  }
  return null;
}

async function dimensions(handle: FileHandle, at: number): Promise<[number, number]> {
  const read = await bytesAt(handle, at, 8);
  return read.length < 8 ? [0, 0] : [read.readUInt32BE(0), read.readUInt32BE(4)];
}

const webpParts = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that announce notes we leave out: Exif, XMP. */
const announced = 0x08 | 0x04;

/** @returns as for a PNG */
export async function keptOfWebp(handle: FileHandle, size: number): Promise<Part[] | null> {
  const whole = await bytesAt(handle, 0, 12);
  const end = 8 + whole.readUInt32LE(4);
  if (end > size) return null;
  const kept: Part[] = [];
  let [at, length, draws] = [12, 4, false];
  for (let n = 0; at + 8 <= end; n += 1) {
    const head = await bytesAt(handle, at, 18);
    const type = head.toString('latin1', 0, 4);
    const bytes = head.readUInt32LE(4);
    const to = at + 8 + bytes + (bytes % 2);
    if (to > end || n === mostParts) return null;
    if (type === 'VP8X') {
      if (head.length < 18 || bytes !== 10 || !fits(1 + head.readUIntLE(12, 3), 1 + head.readUIntLE(15, 3)))
        return null;
      head[8] = head[8]! & ~announced;
      kept.push(head.subarray(0, 18));
    } else if (webpParts.has(type)) kept.push({ from: at, to });
    if (webpParts.has(type)) length += to - at;
    draws ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF';
    at = to;
  }
  if (!draws) return null;
  whole.writeUInt32LE(length, 4);
  return [whole, ...kept];
}
