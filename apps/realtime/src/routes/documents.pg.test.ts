/** Who gets which paper, and how it is handed over. What stands on the papers: ../documents/papers.test.ts. */
import { aDatabase } from '@yishiting/db/testing';
import type { Capacity } from '@yishiting/domain/capacities';
import type { Meeting } from '@yishiting/domain/meeting';
import type { Paper } from '@yishiting/domain/papers/paper';
import { expect, it } from 'vitest';
import { recordedHearing } from '../documents/fixtures.ts';
import { aServer, buildCalled, buildStaff, signedInAs } from './testing.ts';

const { db } = await aDatabase();
const printed: [string, Paper][] = [];
const server = await aServer(db, {
  press: {
    makePdf: async (template, paper) => {
      printed.push([template, paper]);
      return { pdf: Buffer.from('%PDF-1.7') };
    },
  },
});
const staff = await buildStaff(db);
const host = await signedInAs(server, staff);
const { meeting } = await buildCalled(db, host, staff);
const links = (await host.post(staff.at(`meetings/${meeting}/links`), {})).body;
const [chair, recorder, member] = await Promise.all(
  [0, 1, 2].map(async (n) => {
    const browser = server.browser();
    const { seat } = (await browser.post(staff.at('enter'), { token: links[n].url.split('#')[1] })).body;
    return { seat: seat as string, browser };
  }),
);

const at = (name: string, query = '') => staff.at(`meetings/${meeting}/documents/${name}${query}`);
const papers = ['minutes.pdf', 'summary.pdf', 'sign-in-sheet.pdf', 'name-cards.pdf'];

/** The recorded hearing, with its seats held by these browsers. */
function heldBy(seats: Record<string, Capacity[]>, change: (meeting: Meeting) => Meeting = (one) => one): void {
  const recorded = recordedHearing();
  const [first] = Object.values(recorded.attendance.people);
  const people = Object.fromEntries(
    Object.entries(seats).map(([seat, capacities]) => [seat, { ...first!, seat, capacities }]),
  );
  const attendance = { ...recorded.attendance, people: { ...recorded.attendance.people, ...people } };
  server.deps.rooms.meeting = async () => change({ ...recorded, attendance });
}
const inSeats = {
  [chair!.seat]: ['chair'],
  [recorder!.seat]: ['recorder'],
  [member!.seat]: ['member'],
} satisfies Record<string, Capacity[]>;

it('final minutes go to all who may read them, sign-in sheet and cards to those who lead', async () => {
  heldBy(inSeats);
  const got = async (browser: typeof host) =>
    Promise.all(papers.map(async (name) => (await browser.get(at(name))).status));
  for (const one of [host, chair!.browser, recorder!.browser]) expect(await got(one)).toEqual([200, 200, 200, 200]);
  expect(await got(member!.browser)).toEqual([200, 200, 404, 404]);
  expect(await got(server.browser())).toEqual([404, 404, 404, 404]);
});

it('the notice goes to those who prepare and lead, A4 and A3, under its own name; where none was kept there is none', async () => {
  const text = { title: '关于召开听证会的公告', body: '特此公告。', signature: '居委会', issuedAt: 0 };
  heldBy(inSeats, (one) => {
    const notice = { way: 'served', servedAt: 0, text } as const;
    return { ...one, called: { ...one.called, notice } };
  });
  for (const sheet of ['a4', 'a3']) {
    for (const one of [host, chair!.browser, recorder!.browser]) {
      const { status, headers } = await one.get(at(`notice-${sheet}.pdf`));
      expect(status).toBe(200);
      const name = decodeURIComponent(String(headers['content-disposition']).split("''")[1]!);
      expect(name).toBe(`关于召开听证会的公告 ${sheet.toUpperCase()}.pdf`);
    }
    expect((await member!.browser.get(at(`notice-${sheet}.pdf`))).status).toBe(404);
    expect((await server.browser().get(at(`notice-${sheet}.pdf`))).status).toBe(404);
  }
  expect(printed.at(-1)).toMatchObject(['notice', { sheet: 'a3', signature: '居委会' }]);
  heldBy(inSeats);
  expect((await host.get(at('notice-a4.pdf'))).status).toBe(404);
  expect((await host.get(at('notice.pdf'))).status).toBe(404);
});

it('a draft is marked and goes to those who lead, also where others may read along on their screens', async () => {
  const draft = { status: 'drafting', shared: true, writers: [], amendments: [] } as const;
  heldBy(inSeats, (one) => ({ ...one, minutes: { ...one.minutes, ...draft } as unknown as Meeting['minutes'] }));
  server.deps.rooms.minutes = async () => ({ sections: {}, hash: null, dropped: [] });
  printed.length = 0;
  expect((await recorder!.browser.get(at('minutes.pdf'))).status).toBe(200);
  expect(printed[0]![1].marks).toEqual(['演示', '草稿（未经主持人、记录人确认）']);
  expect((await member!.browser.get(at('minutes.pdf'))).body).toEqual({ code: 'not-found' });
  server.deps.rooms.minutes = async () => null;
});

it('before the meeting is opened there are no minutes and no summary, for nobody', async () => {
  heldBy(inSeats, (one) => ({ ...one, session: { status: 'called' } as Meeting['session'] }));
  server.deps.rooms.minutes = async () => ({ sections: {}, hash: null, dropped: [] });
  for (const name of ['minutes.pdf', 'summary.pdf']) {
    expect((await host.get(at(name))).status, name).toBe(404);
    expect((await member!.browser.get(at(name))).status, name).toBe(404);
  }
  expect((await host.get(at('name-cards.pdf'))).status).toBe(200);
  server.deps.rooms.minutes = async () => null;
});

it('a paper is handed over as a file under its name, and kept by nobody', async () => {
  heldBy(inSeats);
  const { headers } = await host.get(at('sign-in-sheet.pdf'));
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const said = String(headers['content-disposition']);
  expect(said).toMatch(/^attachment; filename="document\.pdf"; filename\*=UTF-8''[\w.%-]+\.pdf$/);
  expect(decodeURIComponent(said.split("''")[1]!)).toBe('社区工作听证会签到表-老旧小区加装电梯.pdf');
});

it('names of no paper are not found', async () => {
  for (const name of ['minutes', 'paper.pdf', '..%2Fpaper.pdf', 'constructor.pdf', 'minutes.typ', 'minutes.pdf.pdf'])
    expect((await host.get(at(name))).status, name).toBe(404);
});

it('[H7] a refusal reaches the page as a code with the character and its place', async () => {
  const params = { character: '𠀁', code: 'U+20001', text: '刘𠀁明' };
  server.deps.press = { makePdf: async () => ({ refused: 'character-missing', params }) };
  const { status, body } = await host.get(at('minutes.pdf'));
  expect([status, body]).toEqual([409, { code: 'character-missing', params }]);
});
