/** [H7] The agreement read back with tools of others: what is on the paper is the frozen text, and nothing of it is missing. */
import { agreementHash, type AgreementText } from '@yishiting/domain/agreement-text';
import { anAgreement, anEnglishAgreement } from '@yishiting/domain/agreement.fixtures';
import { anId } from '@yishiting/domain/chain.fixtures';
import { agreementPaper, type AgreementPaper } from '@yishiting/domain/papers/agreement-paper';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aPress, ReadBack, squeezed } from './fixtures.ts';

// Faces are made once, which takes seconds where several tests run side by side.
vi.setConfig({ testTimeout: 120_000 });
const press = aPress();
afterAll(() => press.stop());

const made = { frozenAt: Date.UTC(2026, 10, 22, 3), demonstration: true, number: null };
const paperOf = (text: AgreementText) => agreementPaper(text, made);

async function printed(paper: AgreementPaper): Promise<ReadBack> {
  const answer = await press.makePdf('agreement', paper);
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return new ReadBack(answer.pdf);
}

/** Head and foot of a page, as they read back without white space: the foot says which text it is, and which page. */
function furnitureOf({ marks, foot, initials, page }: AgreementPaper, n: number, pages: number): [string, string] {
  const [before, between, after] = page;
  const signed = n < pages ? initials : '';
  return [marks.join(''), squeezed(signed + foot.version + foot.hash + before + n + between + pages + after)];
}

/** All text between head and foot, both of which every page must have. */
function bodyOf(back: ReadBack, paper: AgreementPaper): string {
  return back.texts
    .map((text, n) => {
      const [head, foot] = furnitureOf(paper, n + 1, back.pages);
      const page = squeezed(text);
      expect(page.slice(0, head.length)).toBe(head);
      expect(page.slice(-foot.length)).toBe(foot);
      return page.slice(head.length, -foot.length);
    })
    .join('');
}

/** The paper's text in the order in which it is read. */
const saidOn = (paper: AgreementPaper): string =>
  squeezed(
    [
      paper.title,
      ...paper.number,
      ...paper.parties.flatMap(({ who, name, beside, rows }) => [who, ...name, ...beside.flat(), ...rows.flat(2)]),
      ...paper.matter,
      ...paper.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
      paper.agreed.title + (paper.language === 'en' ? ':' : '：'),
      ...paper.agreed.clauses.flatMap(({ number, paragraphs }) => [number, ...paragraphs]),
      paper.performance.title,
      ...paper.performance.paragraphs,
      paper.copies,
    ].join(''),
  );

/** Everything the frozen text says, whatever the paper makes of it. */
const saidIn = ({ organ, matter, parties, facts, responsibility, clauses, performance }: AgreementText): string[] => [
  ...[organ, matter, facts, responsibility ?? '', performance ?? ''],
  ...parties.flatMap(({ name, particulars }) => [name, ...Object.values(particulars)]),
  ...clauses.map(({ text }) => text),
];

describe('the agreement on paper', () => {
  const text = anAgreement();
  const many = anAgreement({
    clauses: Array.from({ length: 60 }, (_, n) => ({
      clause: anId(100 + n),
      text: `${n + 1}号：${text.clauses[n % 4]!.text}`.repeat(5),
    })),
  });

  it.each([
    ['three parties, two pages', text, 2],
    ['sixty long clauses', many, null],
    ['English', anEnglishAgreement(), 2],
  ])('[H7] read back it is the frozen text, word for word and in its order: %s', async (_, frozen, pages) => {
    const paper = paperOf(frozen);
    const back = await printed(paper);
    const body = bodyOf(back, paper);
    expect(body.slice(0, saidOn(paper).length)).toBe(saidOn(paper));
    for (const said of saidIn(frozen)) expect(body).toContain(squeezed(said));
    for (const { who } of paper.signatures.parties) expect(body.slice(saidOn(paper).length)).toContain(squeezed(who));
    if (pages !== null) expect(back.pages).toBe(pages);
  });

  it('[H7] sixty long clauses run over many pages, each with its number of so many and the hash of the text', async () => {
    const paper = paperOf(many);
    const back = await printed(paper);
    expect(paper.foot.hash).toBe(agreementHash(many));
    expect(back.pages).toBeGreaterThan(5);
    expect(bodyOf(back, paper)).toContain('六十、');
  });

  it('[H7] its faces are embedded, none is the machine’s, and PDF/A-2a is declared', async () => {
    for (const frozen of [text, anEnglishAgreement()]) {
      const back = await printed(paperOf(frozen));
      expect(back.faces.length).toBeGreaterThan(0);
      for (const { name, embedded, readable } of back.faces) {
        expect(name).toMatch(/^[A-Z]{6}\+Yishiting(Serif|Sans|Kai)-(Regular|Bold)$/);
        expect({ embedded, readable }).toEqual({ embedded: true, readable: true });
      }
      expect(back.metadata).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(back.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
      expect(back.info).toMatch(/Tagged:\s+yes/);
      expect(back.info).toMatch(/595\.\d+ x 841\.\d+ pts \(A4\)/);
    }
  });

  it('[A13] rare surnames print; a character that no face has stops the paper and is named', async () => {
    const named = (name: string) => {
      const [first, ...rest] = text.parties;
      return { ...text, parties: [{ ...first!, name }, ...rest] };
    };
    for (const name of ['㛃小明', '䶮国强', '𬀩丽', '禤秀英', '𠮷田', '葛󠄀敏']) {
      const paper = paperOf(named(name));
      expect(bodyOf(await printed(paper), paper)).toContain(name);
    }
    expect(await press.makePdf('agreement', paperOf(named('刘𠀁明')))).toEqual({
      refused: 'character-missing',
      params: { character: '𠀁', code: 'U+20001', text: '刘𠀁明' },
    });
  });

  it('[H7] what people type prints as they typed it, whatever it would mean to the typesetter', async () => {
    const hostile = '#panic("x") *粗* _斜_ = 标题 $x^2$ `代码` <标签> @引用 \\ // 注释 "]) ${1} {{2}} ~ -- --- ...';
    const clauses = text.clauses.map((one) => ({ ...one, text: hostile }));
    const paper = paperOf({ ...text, facts: hostile, clauses, matter: hostile });
    expect(bodyOf(await printed(paper), paper)).toContain(saidOn(paper));
  });

  it('says that it is of the demonstration on every page, and on none where it is not', async () => {
    for (const page of (await printed(paperOf(text))).texts) expect(page).toContain('演示');
    const real = agreementPaper(text, { ...made, demonstration: false });
    expect((await printed(real)).body()).not.toContain('演示');
  });

  it('many parties sign over several pages, each beneath the name', async () => {
    const parties = Array.from({ length: 20 }, (_, n) => ({
      ...text.parties[n % 3]!,
      seat: anId(200 + n),
      side: n + 1,
      name: `当事人第${n + 1}位`,
    }));
    const paper = paperOf({ ...text, parties, copies: 21 });
    const body = bodyOf(await printed(paper), paper).slice(saidOn(paper).length);
    for (const { who, how } of paper.signatures.parties) expect(body).toContain(squeezed(who + how));
  });
});
