import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../chain.ts';
import {
  after,
  anOpinionId,
  answerRecorded,
  aSupplementId,
  begun,
  given,
  opened,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  start,
  supplementProposed,
} from '../fixtures.ts';
import { replay } from '../meeting.ts';
import { factOf } from '../recorded.ts';
import { view, type Reader, type View } from '../view.ts';
import { chineseNumber } from './chapters.ts';
import { gathered } from './gathered.ts';
import { minutesPaper } from './minutes-paper.ts';
import { nameCardsPaper } from './name-cards-paper.ts';
import { signInPaper } from './sign-in-paper.ts';
import { summaryPaper } from './summary-paper.ts';
import { paperSpan, utcParts } from './time.ts';

const file = new URL('../../fixtures/records/0.1.0/hearing.jsonl', import.meta.url);
const lines = readFileSync(file, 'utf8').trim().split('\n');
const meeting = replay(lines.map((line) => factOf(JSON.parse(line) as RecordedEvent)));
const live = { connected: new Set<string>(), offlineSince: new Map<string, number>(), joinCode: null };
const seenBy = (reader: Reader): View => view({ meeting, live }, reader);
const chairs = seenBy({ capacities: ['chair'], staff: false });
const members = seenBy({ capacities: ['member'], staff: false });
const made = { now: start, seal: null };

describe('papers are made of what their reader is shown', () => {
  it('whoever does not lead gets no sign-in sheet and no cards', () => {
    expect(signInPaper(members, made)).toBeNull();
    expect(nameCardsPaper(members, made)).toBeNull();
  });

  it('a member’s minutes hold no ballot entered by hand and no observer', () => {
    const said = JSON.stringify(minutesPaper(members, made));
    expect(said).not.toContain('代录');
    expect(said).not.toContain('孙丽');
    expect(JSON.stringify(minutesPaper(chairs, made))).toContain('代录');
  });

  it('whoever may not read the minutes gets none', () => {
    const closed = { ...members, minutes: { ...members.minutes!, sections: null } };
    expect(minutesPaper(closed, made)).toBeNull();
    expect(summaryPaper(closed, made)).toBeNull();
    expect(minutesPaper(seenBy({ audience: 'projector' }), made)).toBeNull();
  });
});

describe('supplements on paper', () => {
  const section = meeting.agenda.order[0]!;
  const as = { supplement: aSupplementId(1), section, quote: null };
  const proposed = after(meeting, supplementProposed(1, { ...as, words: '陈国强迟到十分钟', reason: '漏记。' }));
  const stands = after(proposed, { type: 'supplement-confirmed', supplement: aSupplementId(1), as: ['chair'] });
  const papersOf = (held: typeof meeting) => {
    const seen = view({ meeting: held, live }, { capacities: ['member'], staff: false });
    return [minutesPaper(seen, made)!, summaryPaper(seen, made)!];
  };

  it('follow the final text on both papers, dated, with who stands behind each, once they stand', () => {
    for (const paper of papersOf(proposed)) expect(paper.supplements).toBeNull();
    for (const { supplements } of papersOf(stands)) {
      expect(supplements?.entries[0]?.heading).toMatch(/^补正1（20\d\d年.+“介绍到会人员，宣布议程”一节）$/);
      expect(supplements?.entries[0]?.said).toEqual([
        '补记：陈国强迟到十分钟',
        '理由：漏记。',
        expect.stringMatching(/^主持人.+、记录人.*确认。$/),
      ]);
    }
  });

  it('change nothing of the text', () => {
    const [before, now] = [papersOf(meeting)[0]!, papersOf(stands)[0]!];
    expect({ ...now, supplements: null }).toEqual(before);
  });
});

describe('the summary minutes', () => {
  const titles = (paper: ReturnType<typeof summaryPaper>) => paper?.chapters.map(({ title }) => title);

  it('have the three chapters that are demanded, and what was typed or sounded only where there is any', () => {
    const demanded = ['基本情况', '听证代表意见扼要陈述', '倾向性方案'];
    expect(titles(summaryPaper(chairs, made))).toEqual([
      '一、基本情况',
      '二、听证代表意见扼要陈述',
      '三、会议情况',
      '四、意向征询情况',
      '五、倾向性方案',
    ]);
    const silent = { ...chairs, minutes: { ...chairs.minutes!, sections: {} }, votes: { order: [], byId: {} } };
    expect(titles(summaryPaper(silent, made))).toEqual(demanded.map((title, n) => `${'一二三'.charAt(n)}、${title}`));
  });
});

describe('opinions and proposal on paper', () => {
  const held = given([
    opened,
    begun(1),
    opinionRecorded(),
    opinionRecorded(2, { stance: 'against', category: '费用' }),
    questionRecorded(),
    questionRecorded(2),
    answerRecorded(),
    { type: 'opinion-marked', opinion: anOpinionId(1), uptake: 'partly', reason: '费用另议' },
    proposalStated('采用方案二：\n一、一层不分摊。'),
  ]);
  const shownTo = (capacity: 'chair' | 'member') =>
    gathered(view({ meeting: held, live }, { capacities: [capacity], staff: false }));

  it('name the speaker as called, in the words of the record, and are counted', () => {
    expect(shownTo('chair')).toEqual({
      opinions: [
        {
          said: '李秀英（3号楼2单元）表示赞成：方案二对一层影响小。',
          uptake: '部分采纳',
          reason: '费用另议',
        },
        { said: '李秀英（3号楼2单元）就费用表示不赞成：方案二对一层影响小。', uptake: '尚未注明', reason: null },
      ],
      speakers: 1,
      stances: [
        ['赞成', 1],
        ['不赞成', 1],
      ],
      uptakes: [
        ['部分采纳', 1],
        ['尚未注明', 1],
      ],
      answers: ['刘工（设计单位）答复李秀英：净距 3.2 米，满足日照要求。'],
      unanswered: 1,
      proposal: ['采用方案二：', '一、一层不分摊。'],
    });
  });

  it('tell those who do not lead nothing of what is taken up before the minutes are final, nor that it is open', () => {
    const { opinions, uptakes } = shownTo('member');
    expect(uptakes).toBeNull();
    for (const one of opinions) expect(one).toMatchObject({ uptake: null, reason: null });
  });
});

describe('the sign-in sheet', () => {
  it('has lines to spare until the meeting is closed, and then when each came', () => {
    const before = signInPaper({ ...chairs, phase: 'called' }, made)!;
    const after = signInPaper(chairs, made)!;
    expect(before.rows.length).toBe(after.rows.length + 5);
    expect(before.rows.at(-1)!.slice(1)).toEqual(['', '', '', '', '']);
    expect(before.foot).toMatch(/请假\u3000+人，缺席\u3000+人/u);
    expect(after.rows.map(([, name]) => name)).not.toContain('孙丽');
    expect(after.observers).toMatchObject({ title: '旁听人员', rows: [['1', '孙丽', '', '旁听人员', '上午9:00', '']] });
    expect(after.rows[4]![4]).toBe('上午9:00（线上）');
    expect(after.foot).toBe('应到 9 人，实到 9 人，请假 0 人，缺席 0 人；另有旁听 1 人。');
  });
});

describe('figures as officials write them', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1_010, '一千零一十'],
  ])('%i is %s', (value, said) => expect(chineseNumber(value)).toBe(said));

  it('time is written with day, weekday and half of the day, the day once', () => {
    const at = Date.UTC(2026, 2, 10, 1, 5);
    expect(paperSpan(at, at + 4 * 3_600_000, 'Asia/Shanghai', 'zh-CN')).toBe(
      '2026年3月10日（星期二）上午9:05至下午1:05',
    );
    expect(paperSpan(at, at + 86_400_000, 'Asia/Shanghai', 'zh-CN')).toMatch(/至2026年3月11日（星期三）上午9:05$/);
    expect(paperSpan(at, at + 11 * 3_600_000, 'Asia/Shanghai', 'en')).toBe('Tuesday, 10 March 2026, 9:05 to 20:05');
    expect(utcParts(at)).toEqual([2026, 3, 10, 1, 5, 0]);
  });
});
