/** [H7] Papers read back with tools of others: what is on them is what is in the record, and nothing is missing. */
import { minutesPaper } from '@yishiting/domain/papers/minutes-paper';
import { noticeOf } from '@yishiting/domain/notice-page';
import { nameCardsPaper } from '@yishiting/domain/papers/name-cards-paper';
import { noticePaper, noticeSheets } from '@yishiting/domain/papers/notice-paper';
import { signInPaper } from '@yishiting/domain/papers/sign-in-paper';
import { summaryPaper } from '@yishiting/domain/papers/summary-paper';
import type { Paper } from '@yishiting/domain/papers/paper';
import type { View } from '@yishiting/domain/view';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  aPress,
  aSeal,
  cardsOf,
  chairsView,
  isDrawnOn,
  linkOf,
  made,
  ReadBack,
  recordedHearing,
  squeezed,
  withNotice,
  withTyped,
} from './fixtures.ts';
import type { Template } from './press.ts';
import { qrOf } from './qr.ts';

// Faces are made once, which takes seconds where several tests run side by side.
vi.setConfig({ testTimeout: 120_000 });
const press = aPress();
afterAll(() => press.stop());

async function printed(template: Template, paper: Paper | null): Promise<ReadBack> {
  const answer = await press.makePdf(template, paper!);
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return new ReadBack(answer.pdf);
}

/** Between these two places of a squeezed text. */
const between = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(squeezed(from)) + squeezed(from).length, text.indexOf(squeezed(to)));

describe('papers', () => {
  const seen = chairsView();
  const { minutes } = recordedHearing();
  if (minutes.status !== 'frozen') throw new Error('the recorded hearing has final minutes');
  const { text } = minutes;
  const noticed = withNotice(seen);
  const cards = cardsOf(seen);

  it('[H7] the minutes read back are the canonical text, block for block and fact for fact', async () => {
    const paper = minutesPaper(seen, made)!;
    const body = (await printed('minutes', paper)).body(paper.marks);
    text.sections.forEach(({ blocks }, n) => {
      const { title, silence } = paper.sections[n]!;
      const next = paper.sections[n + 1]?.title ?? paper.ending[0]!;
      const expected = blocks.map((block) => {
        if (block.kind === 'fact') return block.text;
        const label = block.kind === 'point' ? (block.number === null ? '•' : `${block.number}.`) : '';
        return label + block.text.map((run) => run.text).join('');
      });
      expect(between(body, title, next)).toBe(squeezed(blocks.length > 0 ? expected.join('') : silence!));
    });
  });

  it('[H7] the summary read back is the summary, chapter for chapter', async () => {
    const paper = summaryPaper(seen, made)!;
    const body = (await printed('summary', paper)).body(paper.marks);
    const chapters = paper.chapters.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap(({ label, runs }) => [label ?? '', ...runs.map((run) => run.text)]),
    ]);
    const end = [
      ...paper.signatures.flatMap(({ who, on }) => [who, on]),
      paper.copies,
      ...Object.values(paper.completed),
    ];
    expect(body).toContain(squeezed([paper.title, ...chapters, ...end].join('')));
    expect(body).toContain(aSeal.head);
  });

  it('[H7] every face is embedded and none is the machine’s, and PDF/A-2a is declared', async () => {
    const papers: [Template, Paper | null][] = [
      ['minutes', minutesPaper(seen, made)],
      ['summary', summaryPaper(seen, made)],
      ['sign-in-sheet', signInPaper(seen, made)],
      ['name-cards', nameCardsPaper(seen, made)],
      ['notice', noticePaper(noticed, 'a4')],
      ['notice', noticePaper(noticed, 'a3')],
      ['entry-cards', cards],
    ];
    for (const [template, paper] of papers) {
      const back = await printed(template, paper);
      expect(back.faces.length, template).toBeGreaterThan(0);
      for (const { name, embedded, readable } of back.faces) {
        expect(name, template).toMatch(/^[A-Z]{6}\+Yishiting(Serif|Sans|Kai)-(Regular|Bold)$/);
        expect({ embedded, readable }, template).toEqual({ embedded: true, readable: true });
      }
      expect(back.metadata, template).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(back.metadata, template).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
      expect(back.info, template).toMatch(/Tagged:\s+yes/);
      const size =
        paper && 'sheet' in paper && paper.sheet === 'a3'
          ? /841\.\d+ x 1190\.\d+ pts \(A3\)/
          : /595\.\d+ x 841\.\d+ pts \(A4\)/;
      expect(back.info, template).toMatch(size);
    }
  });

  it('[H7] the record seal is on the minutes, and how to check it', async () => {
    const body = (await printed('minutes', minutesPaper(seen, made))).body();
    for (const part of [aSeal.head, aSeal.key, aSeal.signature.slice(0, 32), aSeal.meeting, minutes.hash])
      expect(body).toContain(part);
    expect(body).toContain('第62条');
    expect(body).toContain('192.168.1.20:3000/c/nanmen/records');
  });

  it.each(noticeSheets)('[H7] the notice read back is the notice, on one sheet of %s', async (sheet) => {
    const { notice } = noticed.desk!;
    const back = await printed('notice', noticePaper(noticed, sheet));
    expect(back.pages).toBe(1);
    const { title, paragraphs, signature, date } = noticeOf(notice.text!, {
      language: 'zh-CN',
      timeZone: seen.community.timeZone,
    });
    expect(back.body()).toBe(squeezed(['演示', title, ...paragraphs, signature, date].join('')));
  });

  it('[H7] a notice too long for one sheet goes on over numbered pages, the organ and its date together', async () => {
    const long = withNotice(seen, `${'为做好有关工作，现将有关事项公告如下：\n'.repeat(120)}特此公告。`);
    const back = await printed('notice', noticePaper(long, 'a4'));
    expect(back.pages).toBeGreaterThan(1);
    back.texts.forEach((page, n) => expect(page).toContain(`— ${n + 1} —`));
    expect(squeezed(back.texts.at(-1)!)).toContain('示范社区居民委员会2026年11月22日');
  });

  it('[H7] a character that no face has stops the notice, too', async () => {
    const paper = noticePaper(withNotice(seen, '会议由刘𠀁明主持。'), 'a3')!;
    const params = { character: '𠀁', code: 'U+20001', text: '会议由刘𠀁明主持。' };
    expect(await press.makePdf('notice', paper)).toEqual({ refused: 'character-missing', params });
  });

  it('[H7] an entry card says who, for what, when, where and how; its code is drawn, not a picture', async () => {
    const back = await printed('entry-cards', cards);
    const said = (one: (typeof cards.cards)[number]) => [
      cards.matter,
      ...cards.facts,
      one.name,
      ...one.who,
      '演示',
      ...cards.how,
    ];
    for (const [n, text] of back.texts.entries())
      for (const card of cards.cards.slice(8 * n, 8 * n + 8)) {
        for (const part of said(card)) expect(squeezed(text)).toContain(squeezed(part));
      }
    expect(back.pages).toBe(Math.ceil(cards.cards.length / 8));
    expect(back.pictures).toBe(0);
    expect(isDrawnOn(back.grey(300), qrOf(linkOf(0)), { x: 14, side: 29 })).toBe(true);
    expect(isDrawnOn(back.grey(300), qrOf(linkOf(1)), { x: 14, side: 29 })).toBe(false);
  });

  it('[H7] rare surnames print, in the body and in large type', async () => {
    const names = ['㛃小明', '䶮国强', '𬀩丽', '禤秀英', '𠮷田', '葛󠄀敏'];
    const people = {
      order: names,
      bySeat: Object.fromEntries(
        names.map((name) => [name, { ...Object.values(seen.people.bySeat)[2]!, seat: name, name }]),
      ),
    };
    const rare = { ...seen, people, matter: '䶮家巷𬀩楼' };
    for (const [template, paper] of [
      ['minutes', minutesPaper(rare, made)],
      ['name-cards', nameCardsPaper(rare, made)],
      ['sign-in-sheet', signInPaper(rare, made)],
      ['entry-cards', cardsOf(rare)],
    ] as [Template, Paper | null][]) {
      const body = (await printed(template, paper)).body();
      for (const name of names) expect(body, template).toContain(name);
    }
  });

  it.each(['𠀁', '😀', 'ⴰ'])(
    '[H7] a character that no face has stops the paper, and is named with its place: %s',
    async (character) => {
      const paper = minutesPaper(withTyped(seen, ['第一段。', `刘${character}明认为应当先修屋顶。`]), made)!;
      const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`;
      expect(await press.makePdf('minutes', paper)).toEqual({
        refused: 'character-missing',
        params: { character, code, text: `刘${character}明认为应当先修屋顶。` },
      });
    },
  );

  it('[H7] what people type prints as they typed it, whatever it would mean to the typesetter', async () => {
    const hostile = [
      '#panic("x") #{ while true {} } #import "paper.typ" #eval("1")',
      '*粗* _斜_ = 标题 == 二 - 一 + 二 / 三: 四',
      '$x^2$ `代码` ```typ #x``` <标签> @引用 \\ 反斜 \\u{41} // 注释 /* 注 */ ~ -- --- ...',
      '"]) #sys.inputs.data ([" \' ${1} {{2}} <script>alert(1)</script> &amp; %20',
    ];
    const paper = minutesPaper(withTyped({ ...seen, matter: '#read("/etc/passwd") *事项*' }, hostile), made)!;
    const body = (await printed('minutes', paper)).body(paper.marks);
    expect(between(body, paper.sections[1]!.title, paper.sections[2]!.title)).toBe(squeezed(hostile.join('')));
    expect(body).toContain(squeezed('#read("/etc/passwd") *事项*'));
  });

  it('[H7] minutes of three thousand lines run over many numbered pages without losing one', async () => {
    const typed = Array.from({ length: 3_000 }, (_, n) => `${n + 1}号发言：费用按楼层分摊，一层住户不出。`);
    const paper = minutesPaper(withTyped(seen, typed), made)!;
    const back = await printed('minutes', paper);
    expect(between(back.body(paper.marks), paper.sections[1]!.title, paper.sections[2]!.title)).toBe(typed.join(''));
    expect(back.pages).toBeGreaterThan(100);
    back.texts.forEach((page, n) => expect(page).toContain(`— ${n + 1} —`));
  });

  it('papers of the demonstration say so on every page, those of a real meeting on none', async () => {
    const real = { ...seen, community: { ...seen.community, demonstration: false } };
    const demonstration = { ...seen, community: { ...seen.community, demonstration: true } };
    const notice = (one: View) => noticePaper(withNotice(one), 'a3');
    const make = {
      minutes: minutesPaper,
      'name-cards': nameCardsPaper,
      'sign-in-sheet': signInPaper,
      notice,
      'entry-cards': cardsOf,
    };
    for (const template of ['minutes', 'name-cards', 'sign-in-sheet', 'notice', 'entry-cards'] as const) {
      const marked = await printed(template, make[template](demonstration, made));
      for (const page of marked.texts) expect(page, template).toContain('演示');
      expect((await printed(template, make[template](real, made))).body(), template).not.toContain('演示');
    }
  });

  it('a draft says so on every page', async () => {
    const draft = { ...seen, minutes: { ...seen.minutes!, status: 'drafting' as const, frozenAt: null, hash: null } };
    const paper = minutesPaper(draft, { ...made, seal: null })!;
    for (const page of (await printed('minutes', paper)).texts) expect(page).toContain('草稿');
  });

  it('a record in English gives papers in English', async () => {
    const english = { ...withTyped(seen, ['Mr Liu said that office files “fit”.']), language: 'en' as const };
    const body = (await printed('minutes', minutesPaper(english, made))).body();
    expect(body).toContain(squeezed('Mr Liu said that office files “fit”.'));
    expect(body).toContain('Chair(signature):');
    const summary = (await printed('summary', summaryPaper(english, made))).body();
    expect(summary).toContain('1.Basicfacts');
  });
});
