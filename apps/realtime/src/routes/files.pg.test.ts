/** [H5] Files by the real server: what is taken and refused, what is left of it, under which headers it is handed out, to whom. */
import { existsSync, readdirSync } from 'node:fs';
import { connect as open } from 'node:net';
import { join } from 'node:path';
import { aDatabase } from '@yishiting/db/testing';
import { aDocx, aJpeg, aPdf, aPng, exif, home } from '@yishiting/db/uploads/testing-files';
import type { FileLine } from '@yishiting/domain/api-files';
import type { View } from '@yishiting/domain/view';
import { describe, expect, it } from 'vitest';
import { enterRoom, holdHearing, randomId, seatOf } from '../testing/hearing.ts';
import { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const { staff } = hearing;
const api = `/c/${hearing.community}/api`;
const files = `${api}/meetings/${hearing.meeting}/files`;
const { dataDir } = house.app.deps;
const [chair, recorder, member] = ['王建国', '周敏', '李秀英'].map((name) => seatOf(hearing, name)) as [
  ReturnType<typeof seatOf>,
  ReturnType<typeof seatOf>,
  ReturnType<typeof seatOf>,
];
/** A draft of the same body, for what belongs before the calling. */
const { body: session } = await staff.get<{ account: { posts: { post: string; body: { id: string } | null }[] } }>(
  `${api}/session`,
);
const ofBody = session.account.posts.find(({ post }) => post === 'staff')?.body?.id;
const { body: begun } = await staff.post<{ meeting: string }>(`${api}/meetings`, {
  ...{ body: ofBody, procedure: 'hearing', matter: '停车位' },
});
const drafted = `${api}/meetings/${begun.meeting}/files`;

const docx = await aDocx();
type Upload = { query?: Record<string, string>; headers?: Record<string, string>; at?: string };

async function send(
  browser: Browser,
  bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { query = {}, headers = {}, at = files }: Upload = {},
) {
  const asked = new URLSearchParams({ kind: 'attachment', name: '材料.pdf', command: randomId(), ...query });
  const response = await fetch(`${house.origin}${at}?${asked}`, {
    method: 'POST',
    headers: { origin: house.origin, cookie: browser.cookie, 'content-type': 'application/octet-stream', ...headers },
    body: bytes,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: (await response.json()) as FileLine & { code?: string } };
}
const sendBytes = (browser: Browser, bytes: Buffer, more?: Upload) => send(browser, new Uint8Array(bytes), more);

async function fetchFile(browser: Browser, file: string, at = files) {
  const response = await fetch(`${house.origin}${at}/${file}`, { headers: { cookie: browser.cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
const onDisk = () =>
  ['files', 'uploading'].flatMap((name) => (existsSync(join(dataDir, name)) ? readdirSync(join(dataDir, name)) : []));

async function viewOf(name: string): Promise<View> {
  const room = await enterRoom(hearing, name).joined();
  room.close();
  return room.view as unknown as View;
}

describe('[H5] an upload', () => {
  const page = Buffer.from('<!doctype html><script>document.title="ran"</script>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

  it.each<[string, Buffer, string, number]>([
    ['a page called a PDF', page, '材料.pdf', 415],
    ['an SVG called a picture', svg, 'a.png', 415],
    ['a page and a PDF in one', Buffer.concat([page, aPdf()]), 'a.pdf', 415],
    ['nothing', Buffer.alloc(0), 'a.pdf', 400],
  ])('%s is refused, and nothing is left of it', async (_, bytes, name, status) => {
    const before = onDisk();
    expect((await sendBytes(staff, bytes, { query: { name } })).status).toBe(status);
    expect(onDisk()).toEqual(before);
  });

  it('a zip bomb is refused', async () => {
    const bomb = await aDocx({ 'word/media/a.bmp': Buffer.alloc(60 * 1024 * 1024) });
    expect((await sendBytes(staff, bomb, { query: { name: 'a.docx' } })).body.code).toBe('file-type');
  });

  it.each([
    ['../../../etc/cron.d/a', 'a.pdf'],
    ['C:\\temp\\合同.pdf', '合同.pdf'],
    ['合\u0000同.pdf', '合同.pdf'],
    ['合同\u202efdp.exe', '合同fdp_exe.pdf'],
    ['合同.pdf.html', '合同_pdf_html.pdf'],
    ['长'.repeat(500), `${'长'.repeat(116)}.pdf`],
  ])('a name such as %j is made harmless', async (name, clean) => {
    const { status, body } = await sendBytes(staff, aPdf(), { query: { name }, at: drafted });
    expect([status, body.name]).toEqual([200, clean]);
    const { headers } = await fetchFile(staff, body.file, drafted);
    const said = headers.get('content-disposition')!;
    expect(decodeURIComponent(said.split("filename*=UTF-8''")[1]!)).toBe(clean);
    expect(said).toMatch(/^attachment; filename="[ !#-[\]-~]+\.pdf"; /);
    await staff.post(`${drafted}/${body.file}/remove`);
  });

  it('a right file under a wrong name is kept as what it is', async () => {
    const { body } = await sendBytes(staff, aPng(), { query: { name: 'index.html' }, at: drafted });
    expect(body).toMatchObject({ media: 'image/png', name: 'index_html.png', title: 'index html' });
    await staff.post(`${drafted}/${body.file}/remove`);
  });

  it('of 200 MB is cut at the limit, whatever length it says, and its temporary file is gone', async () => {
    const before = onDisk();
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= 200 * 1024 * 1024) return controller.close();
        sent += 262_144;
        controller.enqueue(new Uint8Array(262_144).fill(0x25));
      },
    });
    const refused = await send(staff, stream, { at: drafted }).catch(() => null);
    if (refused) expect([refused.status, refused.body.code]).toEqual([413, 'file-too-large']);
    expect(sent).toBeLessThan(60 * 1024 * 1024);
    expect(onDisk()).toEqual(before);
    expect((await staff.get<FileLine[]>(drafted)).body).toEqual([]);
  });

  it('that announces too much is refused unread; one that lies about its length leaves nothing', async () => {
    const { hostname, port } = new URL(house.origin);
    const path = `${drafted}?kind=attachment&name=a.pdf&command=${randomId()}`;
    const head = (length: number) =>
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${house.origin}\r\nCookie: ${staff.cookie}\r\n` +
      `Content-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`;
    const answered = await new Promise<string>((resolve) => {
      const socket = open(Number(port), hostname, () => socket.write(head(300 * 1024 * 1024)));
      socket.once('data', (heard) => {
        resolve(String(heard));
        socket.destroy();
      });
    });
    expect(answered).toContain('413');
    const before = onDisk();
    await new Promise<void>((resolve) => {
      const socket = open(Number(port), hostname, () => {
        socket.write(head(5_000));
        socket.write(aPdf());
        setTimeout(() => socket.resetAndDestroy(), 150);
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
    await expect.poll(onDisk).toEqual(before);
    expect((await staff.get<FileLine[]>(drafted)).body).toEqual([]);
  });

  it('may come twice at once; a fourth of one seat has to wait', async () => {
    const slow = () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          const bytes = aPdf();
          if (at >= bytes.length) return controller.close();
          controller.enqueue(new Uint8Array(bytes.subarray(at, (at += 20))));
        },
      });
    };
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(staff, slow(), { at: drafted })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    for (const { body } of answers) if (body.file) await staff.post(`${drafted}/${body.file}/remove`);
  });

  it('needs a page of ours, an octet stream, and everything that it must say', async () => {
    expect((await sendBytes(staff, aPdf(), { headers: { origin: 'http://evil.example' } })).body.code).toBe(
      'wrong-origin',
    );
    expect((await sendBytes(staff, aPdf(), { headers: { 'content-type': 'multipart/form-data' } })).status).toBe(400);
    for (const query of [{ kind: 'page' }, { command: 'x' }, { name: 'x'.repeat(2_001) }, { item: '../x' }]) {
      expect((await sendBytes(staff, aPdf(), { query })).body.code, JSON.stringify(query)).toBe('malformed');
    }
  });
});

describe('a draft’s files', () => {
  it('are put in order and removed, and no photo is taken before the calling', async () => {
    const [a, b] = [
      (await sendBytes(staff, aPdf('a'), { at: drafted })).body,
      (await sendBytes(staff, aPdf('b'), { at: drafted })).body,
    ];
    const ordered = await staff.post<FileLine[]>(`${drafted}/order`, { files: [b.file, a.file] });
    expect(ordered.body.map(({ file }) => file)).toEqual([b.file, a.file]);
    const removed = await staff.post<FileLine[]>(`${drafted}/${b.file}/remove`);
    expect(removed.body.map(({ file }) => file)).toEqual([a.file]);
    expect((await staff.post<{ code: string }>(`${drafted}/${b.file}/remove`)).body.code).toBe('no-such-file');
    const photo = await sendBytes(staff, aJpeg(), { at: drafted, query: { kind: 'photo' } });
    expect(photo.body.code).toBe('wrong-phase');
  });
});

describe('[H5] what is handed out', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', aPdf('<script>'), 'application/pdf'],
    ['a picture', aPng(), 'image/png'],
    ['a document', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('%s is something to be saved, never a page', async (_, bytes, media) => {
    const { body } = await sendBytes(staff, bytes, { at: drafted });
    const got = await fetchFile(staff, body.file, drafted);
    expect(got.bytes).toEqual(bytes);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': media,
      'content-length': String(bytes.length),
      'content-disposition': expect.stringMatching(/^attachment;/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    await staff.post(`${drafted}/${body.file}/remove`);
  });
});

describe('[R14] the files of a called meeting', () => {
  it('an attachment reaches everyone seated; once withdrawn those who lead alone', async () => {
    const { status, body } = await sendBytes(staff, aPdf('方案'), { query: { title: '分摊方案' } });
    expect(status).toBe(200);
    expect((await viewOf('李秀英')).files.byId[body.file]).toMatchObject({ title: '分摊方案', state: 'there' });
    for (const { browser } of [chair, recorder, member, seatOf(hearing, '赵强')]) {
      expect((await fetchFile(browser, body.file)).bytes).toEqual(aPdf('方案'));
    }
    expect((await fetchFile(new Browser(house.origin), body.file)).status).toBe(404);
    expect((await fetchFile(member.browser, body.file, drafted)).status).toBe(404);
    const room = await enterRoom(hearing, '王建国').joined();
    await room.command({ type: 'withdraw-attachment', file: body.file, reason: '数据有误' });
    room.close();
    expect((await fetchFile(member.browser, body.file)).status).toBe(404);
    expect((await fetchFile(recorder.browser, body.file)).status).toBe(200);
    expect((await staff.post<{ code: string }>(`${files}/${body.file}/remove`)).body.code).toBe('wrong-phase');
  });

  it('a photo from the recorder’s phone loses where it was taken, and only those who lead see it', async () => {
    const photo = aJpeg({ notes: [[0xe1, exif(6)]] });
    const query = { kind: 'photo', name: 'IMG_1.jpg', seat: recorder.seat, command: randomId() };
    const { status, body } = await sendBytes(recorder.browser, photo, { query });
    expect(status).toBe(200);
    const got = await fetchFile(chair.browser, body.file);
    expect([got.status, got.bytes.includes(home)]).toEqual([200, false]);
    expect((await fetchFile(member.browser, body.file)).status).toBe(404);
    expect((await viewOf('李秀英')).files.byId[body.file]).toBeUndefined();
    expect((await viewOf('周敏')).files.byId[body.file]).toMatchObject({ kind: 'photo', title: null });
    const before = onDisk();
    expect((await sendBytes(recorder.browser, photo, { query })).status, 'sent again, since no answer came').toBe(200);
    expect(onDisk()).toEqual(before);
    const facts = (await house.record(hearing)).filter(({ type }) => type === 'photo-taken');
    expect(facts).toHaveLength(1);
  });

  it('a photo must be a picture; a member sends nothing, nor does anybody for another seat', async () => {
    const query = { kind: 'photo', seat: recorder.seat };
    expect((await sendBytes(recorder.browser, aPdf(), { query })).body.code).toBe('file-type');
    const before = onDisk();
    expect((await sendBytes(member.browser, aJpeg(), { query: { kind: 'photo', seat: member.seat } })).status).toBe(
      404,
    );
    expect((await sendBytes(member.browser, aJpeg(), { query })).status).toBe(404);
    expect((await sendBytes(member.browser, aPdf())).status).toBe(404);
    expect(onDisk()).toEqual(before);
  });

  it('a command alone puts nothing on record', async () => {
    const room = await enterRoom(hearing, '周敏').joined();
    const file = house.app.deps.newId();
    expect(await room.command({ type: 'take-photo', file })).toMatchObject({ answer: 'refused', code: 'no-such-file' });
    room.close();
  });

  it('is erased by an administrator: bytes and view say so at once, and with the ground', async () => {
    const { body } = await sendBytes(staff, aPdf('删'));
    const room = await enterRoom(hearing, '周敏').joined();
    const why = { ground: 'consent-withdrawn', reason: '李秀英要求删去住址' };
    const erase = (browser: Browser, asked: object = why) => browser.post(`${files}/${body.file}/erase`, asked);
    expect((await erase(recorder.browser)).status).toBe(404);
    for (const wrong of [{}, { ...why, ground: 'because' }, { ...why, reason: ' ' }, { ground: why.ground }]) {
      expect((await erase(staff, wrong)).status).toBe(400);
    }
    expect((await erase(staff)).status).toBe(200);
    expect((await fetchFile(staff, body.file)).status).toBe(404);
    expect(existsSync(join(dataDir, 'files', body.file))).toBe(false);
    const [fact] = (await house.record(hearing)).filter(({ type }) => type === 'file-erased');
    expect(fact?.data).toEqual({ file: body.file, ground: why.ground });
    // Without another command: whoever looks is told now.
    await expect
      .poll(() => room.view.files.byId[body.file])
      .toMatchObject({ state: 'erased', ground: why.ground, title: body.title });
    expect(JSON.stringify(room.heard)).not.toContain(why.reason);
    room.close();
  });
});

it('what was arranged with attachments is called with them', async () => {
  const [file] = (await staff.get<FileLine[]>(drafted)).body;
  const at = `${api}/meetings/${begun.meeting}`;
  const { body: arranged } = await staff.get<Record<string, unknown>>(at);
  const { body: people } = await staff.get<{ person: string }[]>(`${api}/people`);
  const listed = people.slice(0, 3).map(({ person }, n) => {
    return { person, capacities: [['chair', 'recorder', 'member'][n]], standing: '' };
  });
  const { matter, language, agenda } = arranged;
  const when = { description: '', place: '二楼', plannedAt: Date.now() + 600_000 };
  expect((await staff.put(at, { matter, language, agenda, people: listed, ...when })).status).toBe(200);
  const notice = { way: 'start-now', waiver: '同意' };
  expect((await staff.post(`${at}/call`, { commandId: randomId(), notice })).status).toBe(200);
  const [called] = await house.record({ ...hearing, meeting: begun.meeting });
  expect(called?.data).toMatchObject({ files: [{ file: file!.file, title: file!.title, kind: 'attachment' }] });
  expect(JSON.stringify(called)).not.toContain(file!.name);
  expect((await staff.post<{ code: string }>(`${drafted}/${file!.file}/remove`)).body.code).toBe('wrong-phase');
});
