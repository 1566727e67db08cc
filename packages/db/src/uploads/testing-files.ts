/** For tests: small files of every kind, true and false, made here so that what they hold can be read. */
import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';
import yazl from 'yazl';

export const home = 'GPS 39.904,116.407 李家';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Exif as a phone writes it: which way up, and something that must not leave the phone. */
export function exif(orientation: number, said = home): Buffer {
  const tiff = Buffer.from(`49492a000800000001001201030001000000${`0${orientation}`}00000000000000`, 'hex');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(said)]);
}

/** The body of a JPEG: 1×1 grey, baseline, as it would come from any camera. */
const drawing = Buffer.concat([
  segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
  segment(0xc0, Buffer.from('080001000101011100', 'hex')),
  segment(0xc4, Buffer.from('0000010000000000000000000000000000000000', 'hex')),
  segment(0xc4, Buffer.from('1000010000000000000000000000000000000000', 'hex')),
  segment(0xda, Buffer.from('0101003f00'.padStart(12, '0'), 'hex')),
  Buffer.from('3f', 'hex'),
]);
const jfif = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'));
const [begin, end] = [Buffer.from('ffd8', 'hex'), Buffer.from('ffd9', 'hex')];

/** A JPEG with the notes given; `after` follows its end. */
export function aJpeg({ notes = [] as [number, Buffer][], after = '' } = {}): Buffer {
  const told = notes.map(([marker, body]) => segment(marker, body));
  return Buffer.concat([begin, jfif, ...told, drawing, end, Buffer.from(after)]);
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  crc.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, crc]);
};

/** A PNG that claims these dimensions; its pixels are those of 1×1. */
export function aPng({ width = 1, height = 1, notes = [] as [string, Buffer][], after = '' } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...notes.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', deflateSync(Buffer.from([0, 200]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(after),
  ]);
}

/** A WebP of 1×1 in its extended form, with the chunks given. */
export function aWebp(notes: [string, Buffer][] = []): Buffer {
  const part = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(type, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
  };
  const flags = (notes.some(([type]) => type === 'EXIF') ? 8 : 0) | (notes.some(([type]) => type === 'XMP ') ? 4 : 0);
  const parts = Buffer.concat([
    part('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    part('VP8L', Buffer.from('2f0000001007101111888808', 'hex')),
    ...notes.map(([type, body]) => part(type, body)),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(parts.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), parts]);
}

/** A PDF of one empty page; `said` stands in it as a comment. */
export const aPdf = (said = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n%${said}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

type Entries = Record<string, string | Buffer>;

export async function aZip(entries: Entries, { compress = true } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, body] of Object.entries(entries)) zip.addBuffer(Buffer.from(body as string), name, { compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const one of zip.outputStream) chunks.push(one as Buffer);
  return Buffer.concat(chunks);
}

export const word: Entries = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };
export const aDocx = (more: Entries = {}) => aZip({ ...word, ...more });
export const anOdt = () =>
  aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' }, { compress: false });
