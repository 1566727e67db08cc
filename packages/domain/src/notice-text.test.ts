import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticeTextSchema, nothingArranged } from './acts/notice.ts';
import { start } from './fixtures.ts';
import {
  draftNotice,
  holdsPrivateNumbers,
  isPublic,
  toBuilding,
  withoutPrivateNumbers,
  type ToBeNoticed,
} from './notice-text.ts';
import { noticeOf } from './notice-page.ts';
import { hearing } from './procedures/hearing.ts';
import { wordsOf } from './words/words.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const person = (name: string, capacity: ToBeNoticed['people'][number]['capacities'][number], standing = '') => ({
  name,
  capacities: [capacity],
  standing,
});

const example: ToBeNoticed = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  organ: wordsOf('zh-CN').notice.organ('南门街道示范社区', '居民委员会'),
  matter: '南门里小区3号楼2单元加装电梯',
  place: '社区党群服务中心二楼议事厅',
  plannedAt: Date.UTC(2026, 10, 26, 1, 0),
  procedure: hearing,
  people: [
    person('周建国', 'chair', '社区党组织书记、居委会主任'),
    person('林晓燕', 'recorder', '居委会委员'),
    person('王秀兰', 'member', '3号楼2单元六层住户'),
    person('马俊', 'member', '辖区单位代表，南门小学'),
    person('徐立', 'responsible-unit', '设计单位'),
    person('曹敏', 'attendee', '南门街道办事处'),
    person('唐秀英', 'observer', '旁听居民'),
  ],
  agenda: (hearing.agenda ?? []).map(({ value }) => ({ title: value.title['zh-CN'] })),
  notice: { own: null, contact: '林晓燕', phone: '0571-88000000', observers: 20 },
};
const paged = (given: ToBeNoticed) =>
  noticeOf({ ...draftNotice(given), issuedAt: start }, { language: given.language, timeZone: given.timeZone });
const whole = (given: ToBeNoticed) => {
  const { title, paragraphs, signature, date } = paged(given);
  return [title, ...paragraphs, signature, date].join('\n');
};

describe('[H6] the notice', () => {
  const rows = fixture('notice-says.md')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s-]*---|原文 quotation/.test(line))
    .map(
      (line) =>
        line
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()) as [string, string, string],
    );
  const seed = fixture('seeds/four-meetings.txt');

  it('is compared with every part that the regulation names', () => {
    const parts = new Set(rows.map(([, part]) => part.replace(/：.*/, '')));
    expect([...parts].sort()).toEqual(['参加人员', '内容', '地点', '时间', '标题', '署名', '落款日期'].sort());
  });

  it.each(rows)('says what “%s” demands (%s)', (quote, _, contains) => {
    expect(seed).toContain(quote.normalize('NFKC'));
    expect(whole(example)).toContain(contains);
  });

  it('has every content that the procedure demands under a heading of its own, numbered without a gap', () => {
    const { headings } = wordsOf('zh-CN').notice;
    const heads = paged(example).paragraphs.flatMap(
      (line) => /^([一二三四五六七八九十]+)、([^：]+)/.exec(line)?.slice(1) ?? [],
    );
    expect(heads).toEqual(
      ['time', 'place', 'content', 'participants', 'observers', 'contact'].flatMap((part, n) => [
        '一二三四五六'.charAt(n),
        headings[part as keyof typeof headings],
      ]),
    );
    expect(hearing.notices?.[0]?.value.content).toEqual(['time', 'place', 'content', 'participants']);
  });

  it('reads as officials write it', () => {
    expect(whole(example)).toBe(`关于召开南门里小区3号楼2单元加装电梯社区工作听证会的公告
为做好“南门里小区3号楼2单元加装电梯”有关工作，根据《南门街道社区“四会”制度》，定于2026年11月26日（星期四）上午9:00在社区党群服务中心二楼议事厅召开社区工作听证会。现将有关事项公告如下：
一、会议时间：2026年11月26日（星期四）上午9:00
二、会议地点：社区党群服务中心二楼议事厅
三、会议事项及主要内容：南门里小区3号楼2单元加装电梯。主要内容：介绍到会人员，宣布议程；项目情况介绍；代表发表意见和建议；负责单位解答；主持人小结。
四、参加人员
主持人：周建国（社区党组织书记、居委会主任）。
记录人：林晓燕（居委会委员）。
代表：王秀兰（3号楼住户）、马俊（辖区单位代表，南门小学）。
负责单位：徐立（设计单位）。
列席人员：曹敏（南门街道办事处）。
五、旁听：设旁听席20个。愿意旁听的居民，请于会前向联系人登记，额满为止。
六、联系方式：林晓燕，0571-88000000。
特此公告。
南门街道示范社区居民委员会
2026年11月22日`);
  });

  it('is told in English in the same order', () => {
    const text = whole({ ...example, language: 'en' });
    expect(text).toMatch(/1\. Time: Thursday, 26 November 2026, 9:00\n2\. Place: /);
    expect(text).not.toMatch(/undefined|null|公告/);
  });

  it('leaves out what nobody arranged, and marks what is still to be settled', () => {
    const bare = { ...example, place: '', plannedAt: null, people: [], notice: nothingArranged };
    const { body } = draftNotice(bare);
    expect(body).toContain('一、会议时间：（待定）');
    expect(body).not.toMatch(/旁听|联系/);
    expect(draftNotice({ ...example, notice: { ...example.notice, observers: 0 } }).body).toContain('不设旁听席');
  });

  it('fits the record with five thousand people: they are counted, not named', () => {
    const people = Array.from({ length: 5_000 }, (_, n) =>
      person(`居民${n}`, 'member', '南门里小区3号楼2单元居民代表'),
    );
    const words = draftNotice({ ...example, people, matter: '长'.repeat(200) });
    expect(noticeTextSchema.safeParse({ ...words, issuedAt: start }).success).toBe(true);
    expect(words.body).toContain('代表：5000人。');
  });

  it('is a notice to those concerned where no board is demanded', () => {
    const [rule] = hearing.notices!;
    const each = { ...rule!, value: { ...rule!.value, channels: ['in-writing-to-each' as const] } };
    const procedure = { ...hearing, notices: [each] };
    expect(isPublic(hearing)).toBe(true);
    expect(isPublic(procedure)).toBe(false);
    expect(draftNotice({ ...example, procedure }).title).toMatch(/的通知$/);
  });
});

describe('the organ that signs', () => {
  it.each([
    ['南门街道示范社区', '居民委员会', '南门街道示范社区居民委员会'],
    ['南门街道桂花社区', '桂花社区居民委员会', '南门街道桂花社区居民委员会'],
    ['桂花社区', '桂花社区居民委员会', '桂花社区居民委员会'],
    ['示范社区', '区居务监督委员会', '示范社区区居务监督委员会'],
  ])('of %s and %s is %s', (community, body, organ) =>
    expect(wordsOf('zh-CN').notice.organ(community, body)).toBe(organ),
  );
});

describe('[H8] what hangs on a board', () => {
  it.each([
    ['3号楼2单元601室', '3号楼'],
    ['3号楼2单元六层住户', '3号楼住户'],
    ['3号楼601', '3号楼'],
    ['3号楼2单元', '3号楼'],
    ['3-2-601', '3号楼'],
    ['南门里小区12栋3单元十一楼', '南门里小区12栋'],
    ['12栋３单元501室业主', '12栋业主'],
    ['3号楼2单元居民代表', '3号楼居民代表'],
    ['1号楼居民代表', '1号楼居民代表'],
    ['幸福路12号', '幸福路12号'],
    ['12栋1501', '12栋'],
    ['阳光家园3座A户型', '阳光家园3座A户型'],
    ['幸福路12号3号楼二单元501', '幸福路12号3号楼'],
    ['社区党组织书记、居委会主任', '社区党组织书记、居委会主任'],
    ['辖区单位代表，南门小学', '辖区单位代表，南门小学'],
    ['Building 3, Unit 2, Flat 601', 'Building 3'],
    ['', ''],
    ['units in the area', 'units in the area'],
    ['roommate of the owner, Unit B', 'roommate of the owner'],
  ])('says of “%s” no more than “%s”', (standing, shown) => expect(toBuilding(standing)).toBe(shown));

  it('holds no identity number, and no mobile number but the contact’s', () => {
    expect(holdsPrivateNumbers('身份证110101199003078515', '')).toBe(true);
    expect(holdsPrivateNumbers('身份证１１０１０１１９９００３０７８５１X', '')).toBe(true);
    expect(holdsPrivateNumbers('电话138 0000 1234', '')).toBe(true);
    expect(holdsPrivateNumbers('电话13800001234', '138-0000-1234')).toBe(false);
    expect(holdsPrivateNumbers('电话0571-88000000，共620000元，2026年11月26日', '')).toBe(false);
    expect(withoutPrivateNumbers('王秀兰 13800001234 110101199003078515')).toBe('王秀兰 138**** ******');
  });
});
