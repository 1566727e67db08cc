/**
 * What a file is, told by its bytes and by nothing that anybody says of it: a short list of kinds, each checked as far as
 * it can be without opening what is inside. Nothing is unpacked or drawn here.
 */
import type { FileHandle } from 'node:fs/promises';
import type { MediaType } from '@yishiting/domain/acts/files';
import { officeMedia } from './office.ts';

/** The endings under which files of each kind are handed out. */
export const endings: Record<MediaType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

/** Bytes of an open file from `at` on; fewer where it ends. */
export async function bytesAt(handle: FileHandle, at: number, count: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, at);
  return buffer.subarray(0, bytesRead);
}

/** A PDF says so in its first byte; one that is cut through lacks its end. */
async function isPdf(handle: FileHandle, head: Buffer, size: number): Promise<boolean> {
  if (!/^%PDF-[12]\.\d/.test(head.toString('latin1'))) return false;
  const tail = await bytesAt(handle, Math.max(0, size - 2_048), 2_048);
  return tail.includes('%%EOF');
}

/** @returns null for everything that is not taken */
export async function mediaOf(handle: FileHandle, file: string, size: number): Promise<MediaType | null> {
  const head = await bytesAt(handle, 0, 16);
  const begins = (hex: string, from = 0) => head.subarray(from, from + hex.length / 2).toString('hex') === hex;
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp';
  if (begins('504b0304')) return officeMedia(file);
  return (await isPdf(handle, head, size)) ? 'application/pdf' : null;
}
