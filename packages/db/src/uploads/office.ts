/** Office files are zip archives: only their directory is read, never what is packed in them. */
import type { MediaType } from '@yishiting/domain/acts/files';
import yauzl from 'yauzl';

/** Past these an archive is no document that anybody wrote, or one that would fill the reader's machine. */
const most = { entries: 4_000, unpacked: 300 * 1024 * 1024, entry: 10 * 1024 * 1024, ratio: 200 } as const;

const ooxml = 'application/vnd.openxmlformats-officedocument.';
/** The part that each kind of document cannot be without. */
const mainParts: Record<string, MediaType> = {
  'word/document.xml': `${ooxml}wordprocessingml.document`,
  'xl/workbook.xml': `${ooxml}spreadsheetml.sheet`,
  'ppt/presentation.xml': `${ooxml}presentationml.presentation`,
};
const odt = 'application/vnd.oasis.opendocument.text';

/** Parts that can run: macros of Office and of LibreOffice, ActiveX. */
const runs = /(^|\/)vbaProject\.bin$|(^|\/)vbaData\.xml$|(^|\/)activeX\/|^Basic\/|^Scripts\//i;

/** What document a zip archive is; null when it is none that is taken: another archive, with macros, locked, a bomb. */
export async function officeMedia(file: string): Promise<MediaType | null> {
  // yauzl itself refuses names with `..`, an absolute path or a backslash, and directories that contradict themselves.
  const zip = await yauzl.openPromise(file, { autoClose: false, strictFileNames: true }).catch(() => null);
  if (!zip) return null;
  try {
    if (zip.entryCount > most.entries) return null;
    const entries: yauzl.Entry[] = [];
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > most.unpacked || isBomb(entry) || entry.isEncrypted() || runs.test(entry.fileName)) return null;
      entries.push(entry);
    }
    return await documentOf(zip, entries);
  } catch {
    return null;
  } finally {
    zip.close();
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: yauzl.Entry): boolean =>
  uncompressedSize > most.entry && uncompressedSize > most.ratio * compressedSize;

async function documentOf(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[]): Promise<MediaType | null> {
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (names.size !== entries.length) return null;
  const [first] = entries;
  if (first?.fileName === 'mimetype') return (await isOdt(zip, first)) && names.has('content.xml') ? odt : null;
  if (!names.has('[Content_Types].xml')) return null;
  const parts = Object.keys(mainParts).filter((name) => names.has(name));
  return parts.length === 1 ? mainParts[parts[0]!]! : null;
}

/** The first part of an ODT says what it is, in the clear. */
async function isOdt(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<boolean> {
  if (entry.compressionMethod !== 0 || entry.uncompressedSize !== odt.length) return false;
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1') === odt;
}
