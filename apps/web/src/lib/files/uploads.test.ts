import { describe, expect, it } from 'vitest';
import type { Sending } from './sending.ts';
import { sizeOf } from './size.ts';
import { Uploads } from './uploads.svelte.ts';

const line = {
  file: 'f',
  kind: 'attachment',
  title: '甲',
  name: '甲.pdf',
  media: 'application/pdf',
  bytes: 3,
  at: 0,
} as const;
const chosen = { kind: 'attachment', item: null, name: '甲.pdf', body: new Blob(['abc']) } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve));

function anUploads(...answers: ('arrives' | 'is cut')[]) {
  const sent: Sending[] = [];
  const told: string[] = [];
  const uploads = new Uploads(
    { path: '/files', seat: 's', tell: ({ file }) => void told.push(file) },
    async (sending) => {
      sent.push(sending);
      sending.progress(0.5);
      await settled();
      return answers[sent.length - 1] === 'is cut'
        ? { ok: false, refusal: { code: 'upload-cut' } }
        : { ok: true, value: line };
    },
  );
  return { uploads, sent, told };
}

describe('uploads of a page', () => {
  it('go one after the other and leave the list when they have arrived', async () => {
    const { uploads, sent, told } = anUploads();
    uploads.add(chosen);
    uploads.add(chosen);
    await settled();
    expect([sent.length, uploads.underWay, uploads.all[0]?.share]).toEqual([1, 2, 0.5]);
    await expect.poll(() => uploads.all.length).toBe(0);
    expect([sent.length, told, uploads.arrived]).toEqual([2, ['f', 'f'], line]);
  });

  it('that was cut stays with its reason and is sent again as the same command', async () => {
    const { uploads, sent } = anUploads('is cut', 'arrives');
    uploads.add(chosen);
    await expect.poll(() => uploads.all[0]?.refusal?.code).toBe('upload-cut');
    expect(uploads.underWay).toBe(0);
    uploads.again(uploads.all[0]!.key);
    await expect.poll(() => uploads.all.length).toBe(0);
    expect(sent[1]!.command).toBe(sent[0]!.command);
    expect(sent[0]).toMatchObject({ path: '/files', seat: 's', name: '甲.pdf' });
  });

  it('that is too large is told so before a byte is sent', async () => {
    const { uploads, sent } = anUploads();
    uploads.add({ ...chosen, body: { size: 20 * 1024 * 1024 + 1 } as Blob });
    await settled();
    expect(uploads.all[0]?.refusal?.code).toBe('file-too-large');
    expect(sent).toEqual([]);
    uploads.drop(uploads.all[0]!.key);
    expect(uploads.all).toEqual([]);
  });
});

it('sizes are read as people say them', () => {
  expect([sizeOf(1), sizeOf(254_400), sizeOf(1_250_000), sizeOf(20_971_520)]).toEqual([
    '1 KB',
    '254 KB',
    '1.3 MB',
    '21.0 MB',
  ]);
});
