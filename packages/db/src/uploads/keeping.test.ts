/** [H5] What is taken in, told by its bytes alone, and what is left out of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { abandon, fileOf, takeIn, type Intake } from './keeping.ts';
import { aDocx, aJpeg, anOdt, aPdf, aPng, aWebp, aZip, exif, home, word } from './testing-files.ts';

const id = '00000000-0000-0000-0000-000000000001';
const ooxml = 'application/vnd.openxmlformats-officedocument.';

function aFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'uploads-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}
const everything = (dataDir: string) => ['files', 'uploading'].flatMap((name) => readdirSync(join(dataDir, name)));

/** Takes bytes in, in pieces of seven so that every border falls somewhere. */
async function take(bytes: Buffer, more: Partial<Intake> = {}) {
  const dataDir = aFolder();
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  };
  const source = bytes.length > 50_000 ? Readable.from([bytes]) : Readable.from(pieces());
  const taken = await takeIn({ dataDir, id, source, limit: 1_000_000, patience: 5_000, ...more });
  if (typeof taken === 'string') {
    expect(everything(dataDir), 'nothing is left of what was refused').toEqual([]);
    return { taken, kept: null };
  }
  return { taken, kept: readFileSync(fileOf(dataDir, id)) };
}

const taken: [string, Buffer][] = [
  ['application/pdf', aPdf()],
  ['image/jpeg', aJpeg()],
  ['image/png', aPng()],
  ['image/webp', aWebp()],
  [`${ooxml}wordprocessingml.document`, await aDocx()],
  [`${ooxml}spreadsheetml.sheet`, await aZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
  [`${ooxml}presentationml.presentation`, await aZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
  ['application/vnd.oasis.opendocument.text', await anOdt()],
];
const refused: [string, Buffer][] = [
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['an SVG with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page that goes on as a PDF', Buffer.concat([Buffer.from('<script>alert(1)</script>'), aPdf()])],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
  ['a GIF', Buffer.from('GIF89a/*<script>*/=1;alert(1)')],
  ['a PDF cut through', aPdf().subarray(0, 60)],
  ['a JPEG cut through', aJpeg().subarray(0, 120)],
  ['the head of a JPEG and a page', Buffer.concat([aJpeg().subarray(0, 3), Buffer.from('<script>')])],
  ['a PNG cut through', aPng().subarray(0, 40)],
  ['a PNG of 60,000 by 60,000', aPng({ width: 60_000, height: 60_000 })],
  ['the head of a WebP', aWebp().subarray(0, 20)],
  ['a WebP that draws nothing', Buffer.from('524946460400000057454250', 'hex')],
  ['any other archive', await aZip({ 'readme.txt': 'x' })],
  ['a document with macros', await aDocx({ 'word/vbaProject.bin': 'x' })],
  ['a document that is two', await aDocx({ 'xl/workbook.xml': '' })],
  ['an archive with a part twice', Buffer.concat([(await aDocx()).subarray(0, 40)])],
  ['half an archive', (await aDocx()).subarray(0, 90)],
  ['a text', Buffer.from('会议材料')],
];

describe('[H5] kinds of files', () => {
  it.each(taken)('%s is known by its bytes and kept as it is', async (media, bytes) => {
    const { taken, kept } = await take(bytes);
    expect(taken).toMatchObject({ media, bytes: bytes.length });
    expect(kept).toEqual(bytes);
  });

  it.each(refused)('%s is refused', async (_, bytes) => {
    expect((await take(bytes)).taken).toBe('file-type');
  });

  it('a zip bomb is refused by its directory, without unpacking it', async () => {
    const bomb = await aDocx({ 'word/media/image1.bmp': Buffer.alloc(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await take(bomb)).taken).toBe('file-type');
  });

  it('so is one of many parts that are each small', async () => {
    const parts = Object.fromEntries(Array.from({ length: 4_001 }, (_, n) => [`word/${n}.xml`, '']));
    expect((await take(await aZip({ ...word, ...parts }, { compress: false }), { limit: 5_000_000 })).taken).toBe(
      'file-type',
    );
  });

  it('a name with path parts inside an archive is refused', async () => {
    const plain = await aDocx({ 'word/aaaa/b.xml': '' });
    const forged = Buffer.from(
      plain.toString('latin1').replaceAll('word/aaaa/b.xml', '../../aaaaa/.xml'.slice(0, 15)),
      'latin1',
    );
    expect((await take(forged)).taken).toBe('file-type');
  });
});

describe('[H5] what pictures say beside the picture', () => {
  const notes: [number, Buffer][] = [
    [0xe1, exif(1)],
    [0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${home}`)],
    [0xe2, Buffer.from(`MPF\0${home}`)],
    [0xed, Buffer.from(`Photoshop 3.0\0${home}`)],
    [0xfe, Buffer.from(home)],
  ];

  it('a JPEG loses position, owner, thumbnails and whatever follows its end, and nothing that draws it', async () => {
    const { taken, kept } = await take(aJpeg({ notes, after: home }));
    expect(taken).toMatchObject({ media: 'image/jpeg' });
    expect(kept).toEqual(aJpeg());
  });

  it.each([2, 3, 6, 8])('a JPEG stays the right way up (%i)', async (orientation) => {
    const { kept } = await take(aJpeg({ notes: [[0xe1, exif(orientation)]] }));
    expect(kept!.includes(home)).toBe(false);
    expect(kept!.subarray(0, 4).toString('hex')).toBe('ffd8ffe1');
    expect(kept![31]).toBe(orientation);
    const again = await take(kept!);
    expect(again.kept).toEqual(kept);
  });

  it('a PNG', async () => {
    const said = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type): [string, Buffer] => [
      type,
      Buffer.from(home),
    ]);
    expect((await take(aPng({ notes: said, after: home }))).kept).toEqual(aPng());
  });

  it('a WebP', async () => {
    const { kept } = await take(
      aWebp([
        ['EXIF', exif(1)],
        ['XMP ', Buffer.from(home)],
        ['zzzz', Buffer.from(home)],
      ]),
    );
    expect(kept).toEqual(aWebp());
  });
});

describe('[H5] how bytes come', () => {
  it('reading stops at the limit: 200 MB are never taken', async () => {
    let given = 0;
    const endless = async function* () {
      for (; given < 200 * 1024 * 1024; given += 65_536) yield Buffer.alloc(65_536, 0x25);
    };
    const dataDir = aFolder();
    const intake = { dataDir, id, source: Readable.from(endless()), limit: 1024 * 1024, patience: 5_000 };
    expect(await takeIn(intake)).toBe('file-too-large');
    expect(given).toBeLessThan(3 * 1024 * 1024);
    expect(everything(dataDir)).toEqual([]);
  });

  it('exactly the limit is taken, one byte more is not', async () => {
    const pdf = aPdf();
    expect((await take(pdf, { limit: pdf.length })).taken).toMatchObject({ media: 'application/pdf' });
    expect((await take(pdf, { limit: pdf.length - 1 })).taken).toBe('file-too-large');
  });

  it('nothing at all', async () => {
    expect((await take(Buffer.alloc(0))).taken).toBe('file-empty');
  });

  it('one who sends no more is given up', async () => {
    const dataDir = aFolder();
    const source = new PassThrough();
    source.write(aPdf());
    expect(await takeIn({ dataDir, id, source, limit: 1_000, patience: 100 })).toBe('upload-cut');
    expect(everything(dataDir)).toEqual([]);
  });

  it('a connection that breaks leaves nothing', async () => {
    const breaking = async function* () {
      yield aPdf();
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    };
    const dataDir = aFolder();
    expect(await takeIn({ dataDir, id, source: Readable.from(breaking()), limit: 1_000, patience: 1_000 })).toBe(
      'upload-cut',
    );
    expect(everything(dataDir)).toEqual([]);
  });
});

const seed = 20_261_122;

describe('[R8] uploads', () => {
  it(`seed ${seed}: whatever is done to a file, it is refused without a trace or kept without its notes`, async () => {
    let state = seed;
    const upTo = (n: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const notes: [number, Buffer][] = [[0xe1, exif(6)]];
    const whole = [aJpeg({ notes }), aPng(), aWebp([['EXIF', exif(1)]]), aPdf(), await aDocx(), await anOdt()];
    const dataDir = aFolder();
    const ends = new Set<string>();
    for (let n = 0; n < 1_200; n += 1) {
      const bytes = Buffer.from(whole[n % whole.length]!);
      for (let change = upTo(4); change >= 0; change -= 1) bytes[upTo(bytes.length)] = upTo(256);
      const cut = upTo(4) === 0 ? bytes.subarray(0, upTo(bytes.length)) : bytes;
      const taken = await takeIn({ dataDir, id, source: Readable.from([cut]), limit: 1_000_000, patience: 5_000 });
      ends.add(typeof taken === 'string' ? taken : taken.media);
      await abandon(dataDir, [id]);
      expect(everything(dataDir), `round ${n}`).toEqual([]);
    }
    expect([...ends]).toEqual(expect.arrayContaining(['file-type', 'image/jpeg', 'image/png', 'application/pdf']));
  }, 60_000);
});

/** Root may mount a small disk; elsewhere this is skipped, and says so. */
function aSmallDisk(): string | null {
  const folder = aFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0;
  if (!mounted) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

it('[R2] a full disk: said so, nothing is left, and with space it goes on', async (context) => {
  const dataDir = aSmallDisk();
  if (!dataDir) return context.skip('this machine does not let us mount a small disk');
  const large = Buffer.concat([aPdf(), Buffer.alloc(400_000), Buffer.from('%%EOF')]);
  const intake = { dataDir, id, limit: 1_000_000, patience: 5_000 };
  expect(await takeIn({ ...intake, source: Readable.from([large]) })).toBe('disk-full');
  expect(everything(dataDir)).toEqual([]);
  expect(await takeIn({ ...intake, source: Readable.from([aPdf()]) })).toMatchObject({ media: 'application/pdf' });
});
