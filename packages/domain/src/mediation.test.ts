import { describe, expect, it } from 'vitest';
import { rightsNotice } from './acts/mediation.ts';
import {
  after,
  anItemId,
  aRegisterRow,
  aSeat,
  begun,
  chair,
  chen,
  departed,
  given,
  li,
  observer,
  recorder,
  when,
} from './fixtures.ts';
import { isClosed, isClosedTo, partiesOf, rightsMissing } from './mediation.ts';
import {
  aCalledMediation,
  endedWithoutAgreement,
  mediator,
  outcomeItem,
  rightsKnown,
  seatedForMediation,
  settled,
} from './mediation.fixtures.ts';
import { sayFact } from './minutes-facts.ts';
import { evolve, type Meeting } from './meeting.ts';
import type { Language } from './language.ts';
import type { MeetingEvent } from './acts/event.ts';

const held = (...facts: Parameters<typeof given>[0] & object) =>
  given([...seatedForMediation(), ...facts], aCalledMediation());

/** What the minutes say of one more fact. */
function said(meeting: Meeting, event: MeetingEvent, language: Language = 'zh-CN') {
  const before = { ...meeting, called: { ...meeting.called, language } };
  const recorded = { event, version: before.version + 1, at: before.lastAt, seat: chair, actingAs: 'chair' } as const;
  const told = sayFact(before, recorded, evolve(before, recorded));
  return {
    text: (told && 'fact' in told && told.fact?.text) || null,
    takesBack: told && 'takesBack' in told ? told.takesBack : [],
  };
}

describe('open or closed (People’s Mediation Law art. 23)', () => {
  it('is closed until the parties ask for it to be open, and can be closed again', () => {
    expect(isClosed(held())).toBe(true);
    expect(isClosed(held(settled(true)))).toBe(false);
    expect(isClosed(held(settled(true), settled(false)))).toBe(true);
    expect(isClosed(given())).toBe(false);
  });

  it('is settled by the chair; the same answer again changes nothing, but the first one is on record', () => {
    const settle = (open: boolean) => ({ type: 'settle-openness', open }) as const;
    expect(when(held(), settle(false))).toEqual([settled(false)]);
    expect(when(held(settled(false)), settle(false))).toEqual([]);
    expect(when(held(settled(true)), settle(false))).toEqual([settled(false)]);
    expect(when(given(), settle(true))).toEqual({ refused: 'not-a-mediation' });
  });

  it('[A11] is closed to screens and to who only looks on, not to who takes part or leads', () => {
    const closed = held();
    const outside = [['observer'], []] as const;
    for (const capacities of outside) expect(isClosedTo(closed, { capacities, staff: false })).toBe(true);
    for (const audience of ['projector', 'public'] as const) expect(isClosedTo(closed, { audience })).toBe(true);
    for (const one of ['chair', 'recorder', 'party', 'mediator', 'attendee', 'witness'] as const)
      expect(isClosedTo(closed, { capacities: [one, 'observer'], staff: false }), one).toBe(false);
    expect(isClosedTo(closed, { capacities: [], staff: true })).toBe(false);
    expect(isClosedTo(held(settled(true)), { audience: 'projector' })).toBe(false);
  });

  it('stands in the minutes each time the parties are asked', () => {
    expect(said(held(), settled(true)).text).toBe('主持人征询当事人意见，当事人要求调解公开进行。');
    expect(said(held(settled(true)), settled(false))).toEqual({
      text: '主持人征询当事人意见，当事人要求调解不公开进行。',
      takesBack: [],
    });
  });
});

describe('rights and duties (art. 23, 24)', () => {
  it('are acknowledged by each party on the own device, or read to them by somebody who is named', () => {
    const own = { type: 'acknowledge-rights', rightsNotice } as const;
    const read = { type: 'record-rights-read', seat: chen, by: '郑和平' } as const;
    expect(when(held(), own, li)).toEqual([rightsKnown(li)]);
    expect(when(held(), read, recorder)).toEqual([rightsKnown(chen, '郑和平')]);
    expect(when(held(), read, mediator)).toEqual([rightsKnown(chen, '郑和平')]);
    expect(when(held(rightsKnown(li)), own, li)).toEqual([]);
    expect(when(held(), own, observer)).toEqual({ refused: 'not-entitled' });
    expect(when(held(), { ...own, rightsNotice: '2020-01' }, li)).toEqual({ refused: 'rights-notice-outdated' });
    expect(when(held(), { ...read, seat: mediator })).toEqual({ refused: 'not-a-party', params: { name: '郑和平' } });
    expect(when(held(), { ...read, seat: '__proto__' } as never)).toEqual({ refused: 'no-such-seat' });
  });

  it('are missing of each party until then', () => {
    const names = (meeting: Meeting) => rightsMissing(meeting).map(({ name }) => name);
    expect(names(held())).toEqual(['李秀英', '陈国强']);
    expect(names(held(rightsKnown(li)))).toEqual(['陈国强']);
    expect(names(held(rightsKnown(li), rightsKnown(chen, '周敏')))).toEqual([]);
  });

  it('stand in the minutes, with who read them', () => {
    expect(said(held(), rightsKnown(li)).text).toBe('李秀英已阅读权利义务告知书，知悉当事人的权利和义务。');
    expect(said(held(), rightsKnown(chen, '周敏')).text).toBe(
      '周敏向陈国强宣读权利义务告知书，陈国强知悉当事人的权利和义务。',
    );
  });
});

describe('no agreement', () => {
  const answers = [
    { seat: li, next: 'mediate-again' },
    { seat: chen, next: 'other-channel', channel: '向人民法院起诉' },
  ] as const;
  const end = (more: object = {}) => ({ type: 'end-without-agreement', told: true, answers, ...more }) as never;

  it('needs the answer of every party who is here, each once', () => {
    expect(when(held(), end())).toEqual([endedWithoutAgreement()]);
    expect(when(held(), end({ answers: [answers[0]] }))).toEqual({
      refused: 'answer-missing',
      params: { name: '陈国强' },
    });
    expect(when(held(departed(chen)), end({ answers: [answers[0]] }))).toMatchObject([{ answers: [answers[0]] }]);
    expect(when(held(), end({ answers: [...answers, answers[0]] }))).toMatchObject({ refused: 'answered-twice' });
    expect(when(held(), end({ answers: [...answers, { seat: mediator, next: 'mediate-again' }] }))).toMatchObject({
      refused: 'not-a-party',
    });
    expect(when(held(), end({ answers: [...answers, { seat: aSeat(77), next: 'mediate-again' }] }))).toEqual({
      refused: 'no-such-seat',
    });
    expect(when(held(), end(), recorder)).toEqual({ refused: 'not-entitled' });
    expect(when(given(seatedForMediation()), end())).toEqual({ refused: 'not-a-mediation' });
  });

  it('is the outcome that the last step asks for: without it the meeting does not close', () => {
    const steps = [2, 3, 4, 5].map((n) => begun(n));
    const atTheEnd = held(...steps);
    expect(when(atTheEnd, { type: 'close-meeting' })).toMatchObject({
      refused: 'outcome-missing',
      params: { item: outcomeItem, outcome: 'agreement', place: '（二）4（3）' },
    });
    expect(when(after(atTheEnd, endedWithoutAgreement()), { type: 'close-meeting' })).toMatchObject([
      { type: 'meeting-closed' },
    ]);
  });

  it('said anew takes the place of what was said before', () => {
    const once = held(endedWithoutAgreement());
    expect(when(once, end())).toEqual([]);
    expect(when(once, end({ reason: '赔偿金额相差较大' }))).toEqual([
      endedWithoutAgreement({ reason: '赔偿金额相差较大' }),
    ]);
    expect(said(once, endedWithoutAgreement({ reason: '赔偿金额相差较大。' }))).toEqual({
      text:
        '当事人未达成调解协议，原因：赔偿金额相差较大。主持人宣布终止调解，并告知到会的当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。' +
        '征询当事人意见：李秀英愿意再次调解；陈国强要求通过其他途径解决（向人民法院起诉）。',
      takesBack: [once.version],
    });
    // Nobody was told who was not there.
    const alone = after(held(), { type: 'departed', seat: chen });
    const answers = [{ seat: li, next: 'mediate-again' as const }];
    expect(said(alone, endedWithoutAgreement({ answers })).text).toContain('陈国强没有到会，另行告知。');
    expect(said(held(), endedWithoutAgreement(), 'en').text).toContain(
      'Asked what next: 李秀英 is willing to mediate again',
    );
  });
});

describe('sides', () => {
  const register = { name: '何平', seat: aSeat(60) };
  const add = { type: 'add-person' as const, person: aRegisterRow(60), capacities: ['party' as const] };

  it('a party who is added stands on one; a substitute on that of whom they come in for', () => {
    expect(when(held(), add, chair, { register })).toEqual({ refused: 'side-missing' });
    expect(when(held(), { ...add, side: 3 }, chair, { register })).toMatchObject([{ person: { side: 3 } }]);
    const gone = given([], aCalledMediation());
    expect(when(gone, { ...add, substitutes: chen }, chair, { register })).toMatchObject([{ person: { side: 2 } }]);
  });

  it('belong to parties alone, and stay with whoever takes the chair', () => {
    const witness = { ...add, capacities: ['witness' as const], side: 2 };
    expect(when(held(), witness, chair, { register })).toMatchObject([{ person: { capacities: ['witness'] } }]);
    expect(JSON.stringify(when(held(), witness, chair, { register }))).not.toContain('"side"');
    const taken = when(held(), { type: 'take-chair' }, li, { passwordGiven: true, staff: true });
    expect(taken).toMatchObject([{ type: 'chair-taken', person: { side: 1 } }]);
  });

  it('order the parties', () => {
    const added = held({
      type: 'person-added',
      person: { seat: aSeat(60), person: aRegisterRow(60), name: '何平', capacities: ['party'], side: 1 },
    });
    expect(partiesOf(added.attendance).map(({ name }) => name)).toEqual(['李秀英', '何平', '陈国强']);
    expect(
      said(held(), {
        type: 'person-added',
        person: { seat: aSeat(60), person: aRegisterRow(60), name: '何平', capacities: ['party'], side: 3 },
      }).text,
    ).toBe('何平加入参会名单（丙方当事人）。');
  });
});

it('the steps before the outcome leave nothing that a rule could judge', () => {
  expect(when(held(), { type: 'begin-item', item: anItemId(2) })).toMatchObject([{ type: 'item-begun' }]);
});
