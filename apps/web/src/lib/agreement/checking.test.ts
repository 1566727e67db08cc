import type { AgreementView } from '@yishiting/domain/agreement-view';
import { describe, expect, it } from 'vitest';
import { anAgreement } from './agreement.fixtures.ts';
import { checksOf, nextToCheck, readRemembered, remembering, standingOf, type Remembered } from './checking.ts';
import { partsIn, type Part } from './parts.ts';

const parts = partsIn(anAgreement());
const agreed = { says: 'agreed', wish: null } as const;
const [facts, first, second, performance] = parts as [Part, Part, Part, Part];
const revised: Part = { ...first, digest: 'another', text: '甲方于2026年12月15日前修好卫生间防水。' };

describe('what a party said of the texts in view', () => {
  const said = (bySeat: Partial<AgreementView['parties']['bySeat'][string]>) => {
    const { parties } = anAgreement();
    return anAgreement({
      parties: { ...parties, bySeat: { ...parties.bySeat, li: { ...parties.bySeat['li']!, ...bySeat } } },
    });
  };

  it('is nothing of a text that was changed, though its own message still tells of the former', () => {
    const own = { facts: { ...agreed, digest: facts.digest }, first: { ...agreed, digest: first.digest } };
    expect(checksOf(said({ agreed: { facts: true } }), 'li', own)).toEqual({ facts: agreed });
    const wished = { digest: first.digest, says: 'change', wish: '日期太紧' } as const;
    expect(checksOf(said({}), 'li', { first: wished })).toEqual({});
  });

  it('stands as soon as it is in view, and its wish when that has come', () => {
    const wanted = said({ change: { first: true } });
    const wished = { says: 'change', wish: '日期太紧' } as const;
    const unsaid = { first: { says: 'change', wish: null } };
    expect(checksOf(wanted, 'li', {})).toEqual(unsaid);
    expect(checksOf(wanted, 'li', { first: { ...wished, digest: first.digest } })).toEqual({ first: wished });
    // What it wanted of another text is no wish for this one.
    expect(checksOf(wanted, 'li', { first: { ...wished, digest: 'another' } })).toEqual(unsaid);
    expect(checksOf(wanted, 'zhang', { first: { ...wished, digest: first.digest } })).toEqual({});
  });
});

describe('what a party has checked', () => {
  it('is marked as changed once it reads otherwise, and not when it was never checked', () => {
    const before = remembering({}, { facts: agreed, first: agreed }, parts);
    expect(standingOf(first, { first: agreed }, before)).toBe('agreed');
    expect(standingOf(revised, {}, before)).toBe('changed');
    expect(standingOf(second, {}, before)).toBe('unchecked');
    expect(before['first']?.text).toBe(first.text);
  });

  it('is marked as changed after a wish was answered, too', () => {
    const wished = { says: 'change', wish: '日期太紧' } as const;
    const before = remembering({}, { first: wished }, parts);
    expect([standingOf(first, { first: wished }, before), standingOf(revised, {}, before)]).toEqual([
      'change',
      'changed',
    ]);
  });

  it('asks for the same text again when the agreement went back to drafting', () => {
    expect(standingOf(first, {}, remembering({}, { first: agreed }, parts))).toBe('again');
  });

  it('remembers the newest text that was checked, and keeps what it knew otherwise', () => {
    const before = remembering({}, { facts: agreed, first: agreed }, parts);
    // While nothing stands checked, the former text is not forgotten.
    expect(remembering(before, {}, [facts, revised])).toBe(before);
    const after = remembering(before, { first: agreed }, [facts, revised]);
    expect(after['first']).toEqual({ digest: 'another', text: revised.text });
    expect(after['facts']).toBe(before['facts']);
  });

  it('survives a reload, and damage to what was kept', () => {
    const before: Remembered = remembering({}, { first: agreed }, parts);
    expect(readRemembered(JSON.stringify(before))).toEqual(before);
    expect([null, '', '[1', 'null', '3', '{"first":null}', '{"first":{"digest":1}}'].map(readRemembered)).toEqual(
      Array.from({ length: 7 }, () => ({})),
    );
  });
});

describe('the part to check next', () => {
  it('is the next in order of which nothing was said, going round to what was passed over', () => {
    expect(nextToCheck(parts, {}, null)).toBe(facts);
    expect(nextToCheck(parts, { facts: agreed }, 'facts')).toBe(first);
    expect(nextToCheck(parts, { facts: agreed, first: agreed }, 'facts')).toBe(second);
    expect(nextToCheck(parts, { second: agreed, performance: agreed }, 'performance')).toBe(facts);
  });

  it('is none once something was said of every other', () => {
    const all = { facts: agreed, first: { says: 'change', wish: '' }, second: agreed } as const;
    expect(nextToCheck(parts, all, 'performance')).toBeNull();
    expect(nextToCheck(parts, all, 'facts')).toBe(performance);
  });
});
