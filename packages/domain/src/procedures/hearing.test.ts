import { describe, expect, it } from 'vitest';
import { hearing } from './hearing.ts';
import { passage, rules } from './passage.fixtures.ts';
import { rulesIn } from './schema.ts';
import { rulesOn } from './stated.ts';

const values = <Value>(all: { value: Value }[] | null) => (all ?? []).map(({ value }) => value);

describe('hearing 社区工作听证会', () => {
  it('[P4] is announced three days before on the public board: time, place, content, participants', () => {
    expect(values(hearing.notices)).toMatchObject([
      { days: 3, channels: ['public-board'], content: ['time', 'place', 'content', 'participants'] },
    ]);
  });

  it('has the five steps of the rules in their order', () => {
    expect(values(hearing.agenda).map(({ title }) => title['zh-CN'])).toEqual([
      '介绍到会人员，宣布议程',
      '项目情况介绍',
      '代表发表意见和建议',
      '负责单位解答',
      '主持人小结',
    ]);
    const quotes = (hearing.agenda ?? []).map(({ sources }) => sources[0]?.quote.normalize('NFKC') ?? '');
    const places = quotes.map((quote) => rules.indexOf(quote));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('decides nothing: a sounding without threshold is all it knows', () => {
    expect(values(hearing.decisions)).toEqual([{ kind: 'sounding', ballot: null }]);
    expect(hearing.quorum).toBeNull();
  });

  it('leaves minutes within a week, filed, and the result on the board', () => {
    expect(values(hearing.duties).map(({ id, deadline, usual }) => [id, deadline, usual])).toEqual([
      ['draw-up-minutes', { kind: 'within', days: 7, after: { event: 'closed' } }, true],
      ['file-minutes', { kind: 'within', days: 7, after: { event: 'closed' } }, true],
      ['post-result', null, false],
    ]);
    const minutes = values(hearing.leaves).find(({ id }) => id === 'hearing-minutes');
    expect(minutes?.contains?.map(({ id }) => id)).toEqual(['basic-facts', 'opinions', 'tendency-proposal']);
  });

  it('plans no minutes for a step, since the rules give none', () => {
    expect(values(hearing.agenda).every(({ plannedMinutes }) => plannedMinutes === null)).toBe(true);
  });

  it('names who holds it only for projects of the community', () => {
    expect(rulesOn(hearing.organisers, 'community-project')).toHaveLength(1);
    expect(rulesOn(hearing.organisers, 'government-work')).toEqual([]);
    expect(rulesOn(hearing.organisers, null)).toEqual([]);
    expect(rulesOn(hearing.chairs, 'government-work')).toHaveLength(1);
  });

  it('quotes each passage from the place it names', () => {
    const misplaced = rulesIn(hearing)
      .flatMap(({ stated }) => stated.sources)
      .filter(({ place, quote }) => !passage(place).includes(quote.normalize('NFKC')));
    expect(misplaced).toEqual([]);
  });
});
