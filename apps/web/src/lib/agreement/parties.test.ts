import { mediationEn } from '@yishiting/domain/words/mediation.en';
import { mediationZh } from '@yishiting/domain/words/mediation.zh-CN';
import { describe, expect, it } from 'vitest';
import { agreementEn } from '../words/agreement.en.ts';
import { agreementZh } from '../words/agreement.zh-CN.ts';
import { anAgreement } from './agreement.fixtures.ts';
import { partiesOf, recordable, waitedFor } from './parties.ts';

const zh = { words: { agreement: agreementZh }, domain: { mediation: mediationZh } };
const en = { words: { agreement: agreementEn }, domain: { mediation: mediationEn } };
const nobodyListed = { bySeat: {} };

describe('the parties by name', () => {
  it('are 甲方, 乙方 … in the order of the list', () => {
    const seen = { agreement: anAgreement(), people: nobodyListed };
    expect(partiesOf(zh, seen).map(({ says }) => says)).toEqual(['甲方 张三', '乙方 李四']);
    expect(partiesOf(en, seen).map(({ says }) => says)).toEqual(['Party A, 张三', 'Party B, 李四']);
  });

  it('stand on the side on which they are listed', () => {
    const people = { bySeat: { zhang: { name: '张三', side: 2 }, li: { name: '李四', side: 2 } } };
    expect(partiesOf(zh, { agreement: anAgreement(), people }).map(({ says }) => says)).toEqual([
      '乙方 张三',
      '乙方 李四',
    ]);
  });

  it('are waited for until they agreed to every part, a wish being none', () => {
    const all = { facts: true, first: true, second: true, performance: true } as const;
    const agreement = anAgreement({
      parties: {
        order: ['zhang', 'li'],
        bySeat: {
          zhang: { name: '张三', agreed: all, change: {}, recorded: {} },
          li: { name: '李四', agreed: { ...all, second: undefined as never }, change: { second: true }, recorded: {} },
        },
      },
    });
    const parties = partiesOf(zh, { agreement, people: nobodyListed });
    expect(waitedFor(parties, agreement).map(({ seat }) => seat)).toEqual(['li']);
  });

  describe('for whom a check can be recorded', () => {
    const parties = partiesOf(zh, { agreement: anAgreement(), people: nobodyListed });
    const here = { presence: 'present' } as const;
    const away = { presence: 'expected' } as const;
    const [on, off] = [{ device: { connected: true } }, { device: { connected: false } }];
    const bySeat = (zhang: object, li: object) =>
      ({ bySeat: { zhang, li } }) as unknown as Parameters<typeof recordable>[1];
    const nobodySpoke = () => false;

    it('is each who is present, and nobody else', () => {
      expect(recordable(parties, bySeat(here, away), '', nobodySpoke).of.map(({ seat }) => seat)).toEqual(['zhang']);
      expect(recordable(parties, bySeat(away, away), 'li', nobodySpoke)).toEqual({ of: [], likely: '' });
    });

    it('is likely the one recorded for last, else one without a device, never one who is not present', () => {
      expect(recordable(parties, bySeat({ ...here, ...on }, { ...here, ...off }), '', nobodySpoke).likely).toBe('li');
      expect(recordable(parties, bySeat({ ...here, ...on }, { ...here, ...off }), 'zhang', nobodySpoke).likely).toBe(
        'zhang',
      );
      expect(recordable(parties, bySeat({ ...here, ...on }, { ...away, ...off }), '', nobodySpoke).likely).toBe('');
      expect(recordable(parties, bySeat({ ...here, ...on }, { ...away, ...off }), 'li', nobodySpoke).likely).toBe('');
      const both = bySeat({ ...here, ...off }, { ...here, ...off });
      expect(recordable(parties, both, 'zhang', (seat) => seat === 'zhang').likely).toBe('li');
      expect(recordable(parties, both, 'zhang', () => true)).toMatchObject({ of: parties, likely: '' });
    });
  });
});
