import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { agreementHash, agreementTextSchema, canonicalAgreement, sideName, usualCopies } from './agreement-text.ts';
import { anAgreement } from './agreement.fixtures.ts';
import { parseCanonical } from './canonical.ts';

describe('the text of an agreement', () => {
  const text = anAgreement();
  const refused = (differs: object) => {
    const { success, error } = agreementTextSchema.safeParse({ ...text, ...differs });
    return success ? null : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it('is what its schema takes, and reading it again changes nothing', () => {
    const read = agreementTextSchema.parse(text);
    expect(canonicalAgreement(read)).toBe(canonicalAgreement(text));
    expect(agreementTextSchema.parse(parseCanonical(canonicalAgreement(read)))).toEqual(read);
  });

  it('has the SHA-256 of its canonical form as its hash, as any other program makes it', () => {
    const other = createHash('sha256').update(canonicalAgreement(text), 'utf8').digest('hex');
    expect(agreementHash(text)).toBe(other);
    // Pinned: hashes that were given out must be found again for ever.
    expect(agreementHash(text)).toBe('aee187fe3c45325af6cf53bc41dac9a7b1fd101e5588dfebcf208ccfcbd9deed');
  });

  it('has one hash, in whatever order its fields were made; a particular is there or is not', () => {
    const turned = Object.fromEntries(Object.entries(text).reverse()) as typeof text;
    expect(agreementHash(turned)).toBe(agreementHash(text));
    const [first, ...rest] = text.parties;
    const gap = { ...first!, particulars: { ...first!.particulars, sex: undefined } };
    expect(refused({ parties: [gap, ...rest] })).not.toBeNull();
    expect(() => agreementHash({ ...text, parties: [gap, ...rest] } as unknown as typeof text)).toThrow('sex');
  });

  it('has another hash for every change', () => {
    const [clause, ...clauses] = text.clauses;
    const changed: Partial<typeof text>[] = [
      { version: 2 },
      { matter: `${text.matter}。` },
      { facts: `${text.facts}\n` },
      { responsibility: null },
      { performance: null },
      { copies: 5 },
      { clauses: [{ ...clause!, text: clause!.text.replace('12月10日', '12月11日') }, ...clauses] },
      { clauses: [...clauses, clause!] },
      { parties: text.parties.map((one, n) => (n === 0 ? { ...one, name: '李秀瑛' } : one)) },
      { parties: text.parties.map((one, n) => (n === 2 ? { ...one, particulars: {} } : one)) },
    ];
    const hashes = changed.map((differs) => agreementHash({ ...text, ...differs }));
    expect(new Set([agreementHash(text), ...hashes]).size).toBe(changed.length + 1);
  });

  it('has two sides at least, in their order, nobody twice, and a copy for each side and the committee', () => {
    const [one, two, three] = text.parties;
    expect(refused({ parties: [one] })).not.toBeNull();
    expect(refused({ parties: [one, { ...two, side: 1 }] })).toEqual(['parties: not-in-order']);
    // Who was called as 丙方 stays that when nobody is 乙方.
    expect(refused({ parties: [one, { ...three, side: 3 }] })).toBeNull();
    expect(refused({ parties: [two, one, three] })).toEqual(['parties: not-in-order']);
    expect(refused({ parties: [one, two, { ...three, seat: one!.seat }] })).toEqual(['parties: not-in-order']);
    expect(refused({ parties: [one, { ...three, side: 1 }, two] })).toBeNull();
    expect(refused({ copies: 3 })).toEqual(['copies: too-few-copies']);
    expect(usualCopies(text.parties)).toBe(text.copies);
  });

  it('refuses what is no text, an empty clause, and a field of somebody else', () => {
    expect(refused({ clauses: [] })).not.toBeNull();
    expect(refused({ clauses: [{ ...text.clauses[0]!, text: '  ' }] })).toEqual(['clauses.0.text: empty']);
    expect(refused({ clauses: [text.clauses[0], text.clauses[0]] })).toEqual(['clauses: clause-twice']);
    expect(refused({ facts: 'a\u0000' })).toEqual(['facts: not-well-formed']);
    expect(refused({ phone: '1' })).not.toBeNull();
  });
});

describe('the name of a side', () => {
  it.each([
    [1, '甲方', 'Party A'],
    [2, '乙方', 'Party B'],
    [10, '癸方', 'Party J'],
    [11, '第11方', 'Party K'],
    [27, '第27方', 'Party 27'],
  ])('%i', (side, zh, en) => expect([sideName(side, 'zh-CN'), sideName(side, 'en')]).toEqual([zh, en]));
});
