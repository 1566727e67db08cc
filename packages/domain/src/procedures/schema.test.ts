import { describe, expect, it } from 'vitest';
import { aDuty, aProcedure, aStep, complaints, says } from './a-procedure.ts';
import { rulesIn } from './schema.ts';
import { rulesOn, words } from './stated.ts';

describe('the schema of a procedure', () => {
  it('takes one that is silent on everything', () => {
    expect(complaints(aProcedure())).toEqual([]);
  });

  it('refuses every field left out: silence must be said', () => {
    const whole: Record<string, unknown> = aProcedure();
    for (const field of Object.keys(whole)) {
      const { [field]: _left, ...rest } = whole;
      expect([field, complaints(rest).length > 0]).toEqual([field, true]);
    }
  });

  it('refuses a field it does not know, at the top and inside a rule', () => {
    expect(complaints({ ...aProcedure(), threshold: 0.5 })).not.toEqual([]);
    const guarded = says('先讨论', { act: 'deciding', needs: 'discussion', if: 'members > 3' });
    expect(complaints({ ...aProcedure(), guards: [guarded] })).not.toEqual([]);
  });

  it('refuses a rule without a source, with an empty quotation, or from a document it does not name', () => {
    const recording = says('专人记录', { dedicated: true });
    expect(complaints(aProcedure({ recording }))).toEqual([]);
    expect(complaints(aProcedure({ recording: { ...recording, sources: [] } }))).not.toEqual([]);
    expect(complaints(aProcedure({ recording: says('', { dedicated: true }) }))).not.toEqual([]);
    expect(complaints({ ...aProcedure({ recording }), documents: {} })).toEqual([
      'recording.sources.0.document: no document rules',
    ]);
    for (const document of ['constructor', '__proto__']) {
      const sources = recording.sources.map((source) => ({ ...source, document }));
      expect(complaints(aProcedure({ recording: { ...recording, sources } }))).not.toEqual([]);
    }
  });

  it('refuses an empty list: silence is written in one way', () => {
    expect(complaints(aProcedure({ duties: [] }))).not.toEqual([]);
    expect(complaints(aProcedure({ occasions: [] }))).not.toEqual([]);
  });

  it('refuses references that lead nowhere and ids given twice', () => {
    const on = (occasion: string) => [says('选举时', { anyOf: [] as never[] }, [occasion])];
    expect(
      complaints({ ...aProcedure(), agenda: [says('议程', aStep('report', '报告', { phase: 'plenary' }))] }),
    ).toEqual(['agenda.0.value.phase: no phase plenary']);
    const late = aDuty('hand-in', 'hand-in', { deadline: { kind: 'within', days: 10, after: { duty: 'notify' } } });
    expect(complaints(aProcedure({ duties: [says('10日内', late)] }))).toEqual([
      'duties.0.value.deadline: no other duty notify',
    ]);
    const own = { ...late, deadline: { kind: 'within' as const, days: 10, after: { duty: 'hand-in' } } };
    expect(complaints(aProcedure({ duties: [says('10日内', own)] }))).not.toEqual([]);
    const about = aDuty('file', 'file', { document: 'minutes' });
    expect(complaints(aProcedure({ duties: [says('备案', about)] }))).toEqual([
      'duties.0.value.document: no document left minutes',
    ]);
    const twice = [says('一是', aStep('report', '报告')), says('二是', aStep('report', '报告'))];
    expect(complaints(aProcedure({ agenda: twice }))).toEqual(['agenda.1: the id report stands twice']);
    expect(complaints(aProcedure({ chairs: on('election') }))).not.toEqual([]);
    const chairs = [says('选举时', { anyOf: [{ body: null, role: null, words: words('人', 'x') }] }, ['election'])];
    expect(complaints(aProcedure({ chairs }))).toEqual(['chairs.0.on: no occasion election']);
    const occasions = [{ id: 'election', words: words('换届选举', 'Election') }];
    expect(complaints(aProcedure({ chairs, occasions }))).toEqual([]);
  });

  it('refuses words in one language only', () => {
    expect(complaints({ ...aProcedure(), name: { 'zh-CN': '会议' } })).not.toEqual([]);
    expect(complaints(aProcedure({ name: words('会议', ' ') }))).not.toEqual([]);
  });

  it('refuses text that no record can hold, and endless text', () => {
    expect(complaints(aProcedure({ name: words('会\u0000议', 'Meeting') }))).not.toEqual([]);
    expect(complaints(aProcedure({ name: words('会'.repeat(501), 'Meeting') }))).not.toEqual([]);
    expect(complaints(aProcedure({ recording: says('\ud800', { dedicated: true }) }))).not.toEqual([]);
  });

  it('refuses impossible figures', () => {
    const notice = { days: -1, clearDays: false, channels: null, content: null, by: null, to: null };
    expect(complaints(aProcedure({ notices: [says('提前', notice)] }))).not.toEqual([]);
    expect(complaints(aProcedure({ notices: [says('提前', { ...notice, days: 1.5 })] }))).not.toEqual([]);
    expect(complaints(aProcedure({ notices: [says('提前', { ...notice, days: 0 })] }))).toEqual([]);
    const quarters = { kind: 'quarters' as const, quarters: [5], usual: false };
    expect(complaints(aProcedure({ rhythm: [says('第五季度', quarters)] }))).not.toEqual([]);
  });

  it('finds every rule with its place', () => {
    const duties = [says('报告', aDuty('report', 'report')), says('存档', aDuty('archive', 'archive'))];
    const procedure = aProcedure({ recording: says('专人记录', { dedicated: true }), duties });
    expect(rulesIn(procedure).map(({ path, stated }) => [path.join('.'), stated.sources[0]?.quote])).toEqual([
      ['recording', '专人记录'],
      ['duties.0', '报告'],
      ['duties.1', '存档'],
    ]);
  });

  it('picks the rules of an occasion', () => {
    const all = [
      says('一般', 'always'),
      says('选举', 'election', ['election']),
      says('首次', 'first', ['first', 'last']),
    ];
    expect(rulesOn(all, null).map(({ value }) => value)).toEqual(['always']);
    expect(rulesOn(all, 'election').map(({ value }) => value)).toEqual(['always', 'election']);
    expect(rulesOn(all, 'last').map(({ value }) => value)).toEqual(['always', 'first']);
    expect(rulesOn(null, 'last')).toEqual([]);
  });
});
