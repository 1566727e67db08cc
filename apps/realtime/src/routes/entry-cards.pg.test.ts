/** Who gets entry cards as a PDF, for which links, and that nothing on them is the asker's own. */
import { aDatabase } from '@yishiting/db/testing';
import type { LinkLine } from '@yishiting/domain/api';
import type { EntryCardsPaper } from '@yishiting/domain/papers/entry-cards-paper';
import type { Paper } from '@yishiting/domain/papers/paper';
import { expect, it } from 'vitest';
import { qrOf, qrsOf } from '../documents/qr.ts';
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
const made = async (): Promise<LinkLine[]> => (await host.post(staff.at(`meetings/${meeting}/links`), {})).body;
const links = await made();
const cardsOf = (lines: readonly LinkLine[]) =>
  lines.map(({ seat, url }) => ({ seat, token: url.split('#')[1] ?? '' }));
const at = staff.at(`meetings/${meeting}/entry-cards`);

it('the links that were just made are printed, with names and standing from the meeting and the address of now', async () => {
  const { status, headers } = await host.post(at, { cards: cardsOf(links) });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const [template, paper] = printed.at(-1) as [string, EntryCardsPaper];
  expect(template).toBe('entry-cards');
  expect(paper.cards.map(({ name }) => name)).toEqual(links.map(({ name }) => name));
  expect(paper.cards.map(({ qr }) => qr)).toEqual(links.map(({ url }) => qrOf(url)));
  expect(paper.how.at(-1)).toMatch(/^输入入会码 \d{3} \d{3}$/);
});

it('a paper that fails voids nothing: it can be asked for again', async () => {
  const { press } = server.deps;
  server.deps.press = { makePdf: async () => ({ refused: 'documents-busy' }) };
  expect((await host.post(at, { cards: cardsOf(links) })).body).toMatchObject({ code: 'documents-busy' });
  server.deps.press = press;
  expect((await host.post(at, { cards: cardsOf(links) })).status).toBe(200);
});

it('prints one card for each seat, however often it is sent: drawing a code holds up every room', async () => {
  const cards = Array.from({ length: 20 }, () => cardsOf(links)).flat();
  expect((await host.post(at, { cards })).status).toBe(200);
  expect((printed.at(-1)![1] as EntryCardsPaper).cards).toHaveLength(links.length);
});

it('draws code after code, and hears others in between', async () => {
  const heard: number[] = [];
  const drawing = qrsOf(['a', 'b', 'c'], (text) => {
    heard.push(0);
    return qrOf(text);
  });
  setImmediate(() => heard.push(1));
  expect(await drawing).toEqual(['a', 'b', 'c'].map((text) => qrOf(text)));
  expect(heard.indexOf(1)).toBeLessThan(heard.length - 1);
});

it('a token that is unknown, of another seat, or void prints nothing', async () => {
  const [first, second] = cardsOf(links) as [{ seat: string; token: string }, { seat: string; token: string }];
  const before = printed.length;
  for (const cards of [
    [{ ...first, token: 'x'.repeat(43) }],
    [{ seat: second.seat, token: first.token }],
    [second, { ...first, seat: '0199a0c2-0000-7000-8000-0000000000ff' }],
  ])
    expect(await host.post(at, { cards })).toMatchObject({ status: 404, body: { code: 'link-void' } });
  for (const cards of [[], [{ ...first, token: 'short' }], [{ ...first, name: '自称的人' }]])
    expect((await host.post(at, { cards })).body.code).toBe('malformed');
  const anew = await made();
  expect((await host.post(at, { cards: cardsOf(links) })).body).toMatchObject({ code: 'link-void' });
  expect(printed.length).toBe(before);
  expect((await host.post(at, { cards: cardsOf(anew) })).status).toBe(200);
});

it('cards are for staff, chair and recorder; a member and a stranger find nothing', async () => {
  const cards = cardsOf(await made());
  const [chair, , member] = await Promise.all(
    cards.slice(0, 3).map(async ({ token }) => {
      const browser = server.browser();
      await browser.post(staff.at('enter'), { token });
      return browser;
    }),
  );
  expect((await chair!.post(at, { cards })).status).toBe(200);
  expect((await member!.post(at, { cards: cards.slice(2, 3) })).body).toEqual({ code: 'not-found' });
  expect((await server.browser().post(at, { cards })).body).toEqual({ code: 'not-found' });
  const elsewhere = await buildStaff(db);
  const stranger = await signedInAs(server, elsewhere);
  expect((await stranger.post(at, { cards })).body).toEqual({ code: 'not-found' });
  expect((await stranger.post(elsewhere.at(`meetings/${meeting}/entry-cards`), { cards })).body).toEqual({
    code: 'not-found',
  });
});
