import { describe, expect, it } from 'vitest';
import { isPublic } from '../notice-text.ts';
import { mediation } from './mediation.ts';
import { passage } from './passage.fixtures.ts';
import { rulesIn } from './schema.ts';

const values = <Value>(all: { value: Value }[] | null) => (all ?? []).map(({ value }) => value);

describe('mediation 社区事务协调会', () => {
  it('is announced three days before, in writing to each: time, place, matter; and is not public', () => {
    expect(values(mediation.notices)).toMatchObject([
      { days: 3, channels: ['in-writing-to-each'], content: ['time', 'place', 'matter'] },
    ]);
    expect(isPublic(mediation)).toBe(false);
  });

  it('has the course of the rules, one statement per party first, the outcome last', () => {
    expect(values(mediation.agenda).map(({ title, outcome }) => [title['zh-CN'], outcome])).toEqual([
      ['当事人陈述事实和理由', 'statements'],
      ['主持人询问争议焦点', 'questions'],
      ['协商、调解', 'discussion'],
      ['提出解决方案', 'discussion'],
      ['协调结果', 'agreement'],
    ]);
    expect(values(mediation.agenda)[0]).toMatchObject({ acts: ['party'], repeats: 'per-party' });
  });

  it('ends with a written agreement, or with the parties’ answers', () => {
    expect(values(mediation.decisions)).toMatchObject([
      { kind: 'agreement', inWriting: true, draftedOnTheSpot: true, otherwise: ['mediate-again', 'other-channel'] },
    ]);
  });

  it('is silent where the rules are: quorum, minutes per step, who may look on', () => {
    expect([mediation.quorum, mediation.confidentiality, mediation.rhythm]).toEqual([null, null, null]);
    expect(values(mediation.agenda).every(({ plannedMinutes }) => plannedMinutes === null)).toBe(true);
  });

  it('has performance supervised where there is an agreement, without a time that the rules do not give', () => {
    expect(values(mediation.duties).map(({ id, deadline, when }) => [id, deadline, when?.['zh-CN']])).toEqual([
      ['archive-agreement', null, '达成协议的'],
      ['supervise-performance', null, '达成协议的'],
    ]);
  });

  it('quotes each passage from the place it names', () => {
    const misplaced = rulesIn(mediation)
      .flatMap(({ stated }) => stated.sources)
      .filter(({ place, quote }) => !passage(place).includes(quote.normalize('NFKC')));
    expect(misplaced).toEqual([]);
  });
});
