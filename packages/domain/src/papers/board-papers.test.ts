/** The notice and the entry cards: what is set apart on them, and that nothing on them is of the asker's making. */
import { describe, expect, it } from 'vitest';
import { given, li, nobodyConnected, recorder, start, stranger } from '../fixtures.ts';
import { view, type Reader, type View } from '../view.ts';
import { entryCardsPaper } from './entry-cards-paper.ts';
import { noticePaper } from './notice-paper.ts';

const seenBy = (reader: Reader) => view({ meeting: given(), live: nobodyConnected }, reader);
const desk = seenBy({ capacities: ['recorder'], staff: false });
const member = seenBy({ capacities: ['member'], staff: false });

const noticed = (body: string, title = '关于召开小区3号楼加装电梯听证会的公告'): View => {
  const text = { title, body, signature: '居委会', issuedAt: start };
  return { ...desk, desk: { ...desk.desk!, notice: { ...desk.desk!.notice, text } } };
};

describe('the notice', () => {
  it('sets numbered headings apart, and nothing that only looks like one', () => {
    const lines = [
      '一、会议时间：上午9:00',
      '四、参加人员',
      '主持人：王建国。',
      '三、四月各有一次，另行通知。',
      '2. Place: the hall',
      '3月10日（星期二）上午9:00：开会',
    ];
    expect(noticePaper(noticed(lines.join('\n')), 'a4')!.paragraphs).toEqual([
      { head: '一、会议时间：', text: '上午9:00' },
      { head: '四、参加人员', text: '' },
      { head: '', text: '主持人：王建国。' },
      { head: '', text: '三、四月各有一次，另行通知。' },
      { head: '2. Place:', text: 'the hall' },
      { head: '', text: '3月10日（星期二）上午9:00：开会' },
    ]);
  });

  it('parts no figure from what it counts at the end of a line of its title, and loses no character', () => {
    const { titleWords, title, day } = noticePaper(noticed('特此公告。'), 'a3')!;
    expect(titleWords.join('')).toBe(title);
    expect(titleWords.length).toBeGreaterThan(3);
    expect(titleWords.some((word) => /\d$/.test(word) || /^\d/.test(word))).toBe(false);
    expect(day).toBe('2026年11月22日');
  });

  it('is there for those who lead alone, and where its text was kept', () => {
    expect(noticePaper(member, 'a4')).toBeNull();
    expect(noticePaper(desk, 'a4')).toBeNull();
  });
});

describe('entry cards', () => {
  const qr = { size: 1, path: 'M0 0h1v1h-1z' };
  const reach = { origin: 'http://192.168.1.20:3000', joinCode: '482915' };

  it('say what the meeting says of each seat, in the order of the links', () => {
    const links = [recorder, li, stranger].map((seat) => ({ seat, qr }));
    const paper = entryCardsPaper(desk, links, { now: start, reach })!;
    expect(paper.cards.map(({ name, who }) => [name, ...who])).toEqual([
      ['周敏', '记录人'],
      ['李秀英', '代表', '3号楼2单元'],
    ]);
    expect(paper.facts).toEqual(['时间：2026年11月22日（星期日）上午9:05', '地点：社区会议室']);
    expect(paper.how).toEqual(['扫码入会；没有摄像头的，打开 192.168.1.20:3000', '输入入会码 482 915']);
    const closed = entryCardsPaper(desk, links, { now: start, reach: { ...reach, joinCode: null } })!;
    expect(closed.how).toEqual(['扫码入会']);
  });

  it('are made for those who lead alone', () =>
    expect(entryCardsPaper(member, [{ seat: li, qr }], { now: start, reach })).toBeNull());
});
