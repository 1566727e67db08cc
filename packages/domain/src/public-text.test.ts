import { describe, expect, it } from 'vitest';
import { forEverybody, privateIn } from './public-text.ts';

const nothing = { known: [], observers: [] };
const found = (text: string, measure: Parameters<typeof privateIn>[1] = nothing) => privateIn(text, measure);

describe('[H8] a text for everybody', () => {
  it.each([
    ['身份证110101199003078515。', 'private-number'],
    ['身份证 110101 19900307 851X', 'private-number'],
    ['电话１３８００００１２３４', 'private-number'],
    ['请拨 138-0000-1234', 'private-number'],
    ['请拨+8613800001234', 'private-number'],
    ['3号楼2单元601室住户', 'fine-address'],
    ['3号楼601住户', 'fine-address'],
    ['3号楼六层住户', 'fine-address'],
    ['三单元业主', 'fine-address'],
    ['住在601室', 'fine-address'],
    ['家住3-2-601', 'fine-address'],
    ['3-601室', 'fine-address'],
    ['building 3, flat 601', 'fine-address'],
    ['lives in Room 12', 'fine-address'],
    ['building 3, flat B', 'fine-address'],
  ])('%s is refused', (text, code) => {
    expect(found(text)).toMatchObject({ code });
    expect(found(forEverybody(text, nothing))).toBeNull();
  });

  it.each([
    '一层住户不分摊，二层以上每层递增5%。',
    '六层住宅加装电梯，共120户，每户50—200元。',
    '2026年11月25日，应到听证代表24人，实到22人。',
    '3号楼住户建议先修灯；5号楼、6号楼住户赞成。',
    '1号楼2号楼同时施工；3号楼120户中有100户赞成。',
    '施工期2026-03-10至2026-04-20，预算120000元，净距3.2米。',
    '联系居委会，电话0571-88880000。',
    'Departments and units in the area were heard; there is room a little beyond.',
    'The ground floor pays nothing; a lift for 6 floors and 24 homes.',
  ])('%s stands', (text) => {
    expect(found(text)).toBeNull();
    expect(forEverybody(text, nothing)).toBe(text);
  });

  it('may say what is public already: the place, the matter, the contact of the notice', () => {
    const known = ['社区服务中心301室', '3号楼2单元加装电梯', '联系人：周敏，13800001234'];
    const text = '在社区服务中心301室就3号楼2单元加装电梯听取意见，联系13800001234。';
    expect(found(text)).not.toBeNull();
    expect(found(text, { known, observers: [] })).toBeNull();
    expect(found('3号楼2单元601室', { known, observers: [] })).toMatchObject({ code: 'fine-address' });
  });

  it('names nobody who only observed, unless the name is part of the community’s', () => {
    expect(found('孙丽在旁听席发言', { known: [], observers: ['孙丽'] })).toMatchObject({ text: '孙丽' });
    expect(forEverybody('孙丽在场', { known: [], observers: ['孙丽'] })).toBe('＊＊在场');
    expect(found('和平社区居委会', { known: ['和平社区'], observers: ['和平'] })).toBeNull();
  });

  it('keeps the building of an address', () => {
    expect(forEverybody('3号楼2单元601室住户', nothing)).toBe('3号楼住户');
    expect(forEverybody('3-2-601住户', nothing)).toBe('3号楼住户');
  });
});

describe('[H8] ways in which clerks write doors and numbers', () => {
  const measure = { known: [], observers: [] };
  it.each([
    ['3号楼2-601的住户', '3号楼的住户'],
    ['3#601的住户', '3#的住户'],
    ['3＃楼2－601的住户', '3＃楼的住户'],
    ['12-1-301室不同意', '12号楼不同意'],
    ['12-301室不同意', '12号楼不同意'],
    ['3-601住户不同意', '3号楼住户不同意'],
    ['138.0000.1234', '138****'],
    ['138—0000—1234', '138****'],
  ])('%s', (text, told) => {
    expect(privateIn(text, measure)).not.toBeNull();
    expect(forEverybody(text, measure)).toBe(told);
  });

  it.each(['3#楼120户居民', '第3#3.5米', '2026-11-25', '电梯3#、4#', '每户1380.5元'])('%s is none', (text) => {
    expect(privateIn(text, measure)).toBeNull();
  });
});
