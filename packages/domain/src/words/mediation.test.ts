import { describe, expect, it } from 'vitest';
import { agreementFactsEn } from './agreement-facts.en.ts';
import { agreementFactsZh } from './agreement-facts.zh-CN.ts';
import { clauseHintsEn } from './clause-lint.en.ts';
import { clauseHintsZh } from './clause-lint.zh-CN.ts';
import { mediationEn } from './mediation.en.ts';
import { mediationZh } from './mediation.zh-CN.ts';

describe('what the parties are told', () => {
  it('holds what an agreement binds to, where to go with a dispute about it, and how it is confirmed (art. 31–33)', () => {
    expect(mediationZh.rightsNotices['2026-11'].parts.at(-1)?.items).toEqual([
      expect.stringMatching(/具有法律约束力.*履行/),
      expect.stringMatching(/有争议的.*向人民法院起诉/),
      expect.stringMatching(/自协议生效之日起三十日内共同向人民法院申请司法确认/),
    ]);
    expect(mediationEn.rightsNotices['2026-11'].parts.at(-1)?.items).toEqual([
      expect.stringMatching(/legally binding.*carried out/),
      expect.stringMatching(/dispute.*court/),
      expect.stringMatching(/together ask the court to confirm.*within thirty days/),
    ]);
  });

  it('names arbitration, the authorities and the courts as other ways (art. 26)', () => {
    expect(mediationZh.channels).toEqual(['申请仲裁', '请求行政机关处理', '向人民法院起诉']);
    expect(mediationEn.channels).toHaveLength(mediationZh.channels.length);
  });
});

it('calls final texts versions, and says of one that is drafted anew that it went back to drafting', () => {
  const frozen = { version: 2, parties: ['甲', '乙'], recorded: [], clauses: 3, hash: 'a'.repeat(64) };
  expect(agreementFactsZh['agreement-frozen'](frozen)).toContain('协议定稿（第2版）');
  expect(agreementFactsZh['agreement-reopened']({ version: 1, reason: '金额写错' })).toContain('（第1版）重新起草');
  expect(agreementFactsEn['agreement-reopened']({ version: 1, reason: 'a wrong sum' })).toMatch(
    /version 1\) went back to drafting/,
  );
});

it('recommends the day of signing as the law calls it, and names no field that there is not', () => {
  expect(clauseHintsZh['no-deadline']('')).toContain('签名当日');
  expect(clauseHintsZh['private-number']('6222')).not.toContain('当事人信息');
  expect(clauseHintsEn['private-number']('6222')).not.toContain('particulars');
});
