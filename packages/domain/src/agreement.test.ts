import { describe, expect, it } from 'vitest';
import { checkOf, partsOf, recordedIn, uncheckedIn } from './agreement.ts';
import { agreementView, myChecks, type AgreementTexts } from './agreement-view.ts';
import {
  aClause,
  aDigest,
  agreed,
  agreementFrozen,
  allAgreed,
  aMediation,
  clauseAdded,
  come,
  drafted,
  owner,
  taken,
  tenant,
} from './agreeing.fixtures.ts';
import {
  after,
  aPerson,
  aRegisterRow,
  aSeat,
  by,
  chair,
  chen,
  given,
  opened,
  recorder,
  type Fact,
  when,
} from './fixtures.ts';
import type { MeetingCommand } from './acts/command.ts';
import type { MeetingEvent } from './acts/event.ts';
import { view } from './view.ts';
import { digestsNamed } from './texts-named.ts';

const mediating = (...facts: Fact[]) => given([...come, opened, ...facts], aMediation());
/** As the chair sees the draft of `allAgreed`. */
const freeze: MeetingCommand = { type: 'freeze-agreement', digests: [aDigest(1), aDigest(11)] };
const kept = { agreement: taken };
const clause = aClause(1);
const revised = (digest: string): MeetingEvent => ({ type: 'clause-revised', clause, digest });

describe('drafting', () => {
  it('keeps the order in which clauses were put', () => {
    const meeting = mediating(clauseAdded(1), clauseAdded(2), clauseAdded(3), {
      ...{ type: 'clause-moved', clause: aClause(3), after: null },
    } as const);
    expect(meeting.agreement.order).toEqual([aClause(3), aClause(1), aClause(2)]);
    const struck = after(meeting, { type: 'clause-struck', clause: aClause(1) });
    expect(struck.agreement.order).toEqual([aClause(3), aClause(2)]);
  });

  it('puts a clause where it was asked for, and last where nothing was said', () => {
    const meeting = mediating(clauseAdded(1), clauseAdded(2));
    const add = { type: 'add-clause', text: '另加一条' } as const;
    expect(when(meeting, add, chair, kept)).toMatchObject([{ after: aClause(2) }]);
    expect(when(meeting, { ...add, after: null }, chair, kept)).toMatchObject([{ after: null }]);
  });

  it('writes over nobody: who revises names the text before their eyes', () => {
    const meeting = mediating(...drafted, revised(aDigest(12)));
    const revise = { type: 'revise-clause', clause, text: '甲方修好防水。' } as const;
    expect(when(meeting, { ...revise, digest: aDigest(11) }, recorder, kept)).toMatchObject({
      refused: 'clause-changed',
    });
    const facts = { type: 'write-passage', passage: 'facts', text: '另写' } as const;
    expect(when(meeting, { ...facts, digest: null }, recorder, kept)).toMatchObject({ refused: 'clause-changed' });
    expect(when(meeting, { ...facts, text: '', digest: aDigest(9) }, recorder)).toMatchObject({
      refused: 'clause-changed',
    });
    expect(when(meeting, { ...facts, digest: aDigest(1) }, recorder, kept)).toMatchObject([{ passage: 'facts' }]);
    expect(when(meeting, { ...revise, digest: aDigest(12) }, recorder, kept)).toMatchObject([{ clause }]);
  });

  it('records nothing when a passage that is not there is emptied, or a clause stands where it is moved to', () => {
    const meeting = mediating(clauseAdded(1), clauseAdded(2));
    expect(when(meeting, { type: 'write-passage', passage: 'performance', text: '', digest: null }, chair)).toEqual([]);
    expect(when(meeting, { type: 'move-clause', clause: aClause(2), after: clause }, chair)).toEqual([]);
  });

  it('lists the parts in the order of the form', () => {
    const meeting = mediating({ type: 'passage-written', passage: 'performance', digest: aDigest(3) }, clauseAdded(), {
      type: 'passage-written',
      passage: 'facts',
      digest: aDigest(1),
    });
    expect(partsOf(meeting.agreement)).toEqual(['facts', clause, 'performance']);
  });
});

describe('checking', () => {
  it('holds for the text that was checked and for no other', () => {
    const meeting = mediating(...drafted, agreed(owner, clause, aDigest(11)));
    expect(checkOf(meeting.agreement, owner, clause)?.says).toBe('agreed');
    const changed = after(meeting, revised(aDigest(12)));
    expect(checkOf(changed.agreement, owner, clause)).toBeNull();
    const ask = { type: 'check-part', part: clause, digest: aDigest(11), says: 'agreed' } as const;
    expect(when(changed, ask, owner)).toMatchObject({ refused: 'clause-changed' });
  });

  it('is each party’s own: nobody is heard for another', () => {
    const meeting = mediating(...drafted, agreed(owner, clause, aDigest(11)));
    expect(checkOf(meeting.agreement, tenant, clause)).toBeNull();
    expect(uncheckedIn(meeting).map(({ seat }) => seat)).toEqual([owner, tenant]);
  });

  it('asks what should be otherwise, and takes an agreement back', () => {
    const meeting = mediating(...drafted, agreed(owner, clause, aDigest(11)));
    const ask = { type: 'check-part', part: clause, digest: aDigest(11), says: 'change' } as const;
    expect(when(meeting, ask, owner, kept)).toMatchObject({ refused: 'reason-needed' });
    const asked = when(meeting, { ...ask, wish: '改为三千元' }, owner, kept);
    expect(asked).toMatchObject([{ seat: owner, says: 'change', wish: taken.digest }]);
  });
});

describe('consent', () => {
  const record = { type: 'record-check', seat: owner, part: clause, digest: aDigest(11), says: 'agreed' } as const;

  it('is recorded for nobody who spoke for themself, nor for somebody who is not here', () => {
    const asked = {
      type: 'part-checked',
      seat: owner,
      part: clause,
      digest: aDigest(11),
      says: 'change',
      wish: aDigest(70),
    } as const;
    const spoke = mediating(...drafted, by(owner, asked, 'party'));
    expect(when(spoke, record, recorder)).toMatchObject({ refused: 'party-spoke' });
    const gone = mediating(...drafted, { type: 'departed', seat: owner });
    expect(when(gone, record, recorder)).toMatchObject({ refused: 'not-present' });
    expect(when(gone, { ...record, type: 'check-part', seat: undefined } as never, owner)).toMatchObject({
      refused: 'not-present',
    });
    expect(when(mediating(...drafted), record, recorder)).toMatchObject([{ seat: owner, says: 'agreed' }]);
  });

  it('given by the desk stands as such until the party says so itself', () => {
    const recorded = after(mediating(...drafted), {
      fact: { type: 'part-checked', seat: owner, part: clause, digest: aDigest(11), says: 'agreed' },
      seat: recorder,
    });
    expect(recordedIn(recorded).map(({ seat }) => seat)).toEqual([owner]);
    const own = { type: 'check-part', part: clause, digest: aDigest(11), says: 'agreed' } as const;
    const events = when(recorded, own, owner);
    expect(events).toMatchObject([{ seat: owner }]);
    expect(recordedIn(after(recorded, by(owner, (events as MeetingEvent[])[0]!, 'party')))).toEqual([]);
  });

  it.each([
    ['a clause is struck', { type: 'clause-struck', clause: aClause(2) }],
    ['a clause is moved', { type: 'clause-moved', clause: aClause(2), after: null }],
    ['a passage is emptied', { type: 'passage-written', passage: 'facts', digest: null }],
    ['another party comes in', { type: 'person-added', person: aPerson(63, { capacities: ['party'], side: 3 }) }],
  ] as const)('is asked anew when %s, and what is wanted otherwise stands', (_, event) => {
    const wish = {
      type: 'part-checked',
      seat: tenant,
      part: clause,
      digest: aDigest(11),
      says: 'change',
      wish: aDigest(70),
    } as const;
    const meeting = mediating(
      ...drafted,
      clauseAdded(2),
      agreed(owner, clause, aDigest(11)),
      by(tenant, wish, 'party'),
    );
    const changed = after(meeting, event as MeetingEvent);
    expect(checkOf(changed.agreement, owner, clause)).toBeNull();
    expect(checkOf(changed.agreement, tenant, clause)?.says).toBe('change');
  });
});

describe('freezing', () => {
  it('makes final what the chair saw, and nothing that was changed meanwhile', () => {
    const meeting = mediating(...allAgreed);
    expect(when(meeting, { type: 'freeze-agreement', digests: [aDigest(1)] }, chair, kept)).toMatchObject({
      refused: 'clause-changed',
    });
  });

  it('leaves the parties as they are, and no end without an agreement beside it', () => {
    const ended: MeetingEvent = { type: 'ended-without-agreement', answers: [] };
    const frozen = after(mediating(...allAgreed), ended, agreementFrozen);
    expect(frozen.mediation.ended).toBeNull();
    expect(when(frozen, { type: 'end-without-agreement', told: true, answers: [] })).toMatchObject({
      refused: 'agreement-frozen',
    });
    const add = { type: 'add-person', person: aRegisterRow(70), capacities: ['party' as const], side: 3 } as const;
    const register = { register: { name: '何平', seat: aSeat(70) } };
    expect(when(frozen, { ...add, capacities: ['party'] }, chair, register)).toMatchObject({
      refused: 'agreement-frozen',
    });
    expect(when(frozen, { ...add, capacities: ['attendee'] }, chair, register)).toMatchObject([
      { type: 'person-added' },
    ]);
  });

  it('needs parties on two sides', () => {
    const { people } = aMediation();
    const called = aMediation({ people: people.map((one) => (one.seat === tenant ? { ...one, side: 1 } : one)) });
    expect(when(given([...come, opened, ...allAgreed], called), freeze, chair, kept)).toMatchObject({
      ...{ refused: 'agreement-incomplete', params: { missing: 'parties' } },
    });
  });

  it('needs every part agreed to by every party, as it stands', () => {
    expect(when(mediating(...allAgreed), freeze, chair, kept)).toMatchObject([
      { type: 'agreement-frozen', version: 1, hash: taken.whole.hash },
    ]);
    const one = mediating(...allAgreed, clauseAdded(2));
    expect(when(one, freeze, chair, kept)).toMatchObject({ refused: 'agreement-unchecked' });
    const wish = { type: 'part-checked', seat: tenant, part: 'facts', digest: aDigest(1), says: 'change' } as const;
    const asked = mediating(...allAgreed, by(tenant, { ...wish, wish: aDigest(70) }, 'party'));
    expect(when(asked, freeze, chair, kept)).toMatchObject({ refused: 'agreement-unchecked' });
  });

  it('needs whoever has a party’s place, and not whom they stand in for', () => {
    const person = aPerson(63, { name: '钱小妹', capacities: ['party'] });
    const meeting = mediating(...allAgreed, { type: 'person-added', person, substitutes: tenant });
    // The others agreed with somebody else.
    expect(uncheckedIn(meeting).map(({ seat }) => seat)).toEqual([owner, aSeat(63)]);
  });

  it('takes the whole that was made of what stands, and no other', () => {
    const meeting = mediating(...allAgreed);
    const other = { agreement: { whole: { parts: [aDigest(1), aDigest(12)], hash: aDigest(100) } } };
    expect(when(meeting, freeze, chair, other)).toMatchObject({ refused: 'try-again' });
    expect(when(meeting, freeze, chair)).toMatchObject({ refused: 'try-again' });
  });

  it('[A3] lets nothing change after it, and a new version begins without anybody’s agreement', () => {
    const frozen = mediating(...allAgreed, agreementFrozen);
    const text = { type: 'write-passage', passage: 'facts', text: '另写', digest: aDigest(1) } as const;
    const check = { type: 'check-part', part: clause, digest: aDigest(11), says: 'agreed' } as const;
    for (const [command, seat] of [
      [text, chair],
      [{ type: 'strike-clause', clause } as const, chair],
      [check, owner],
    ] as const)
      expect(when(frozen, command, seat, kept)).toMatchObject({ refused: 'agreement-frozen' });
    const reopened = after(frozen, { type: 'agreement-reopened', version: 1, reason: '金额写错' });
    expect(reopened.agreement.status).toBe('drafting');
    expect(uncheckedIn(reopened)).toHaveLength(2);
    expect(reopened.agreement.versions).toMatchObject([
      { version: 1, hash: aDigest(100), reopened: { reason: '金额写错' } },
    ]);
    const again = after(reopened, ...allAgreed.slice(2));
    expect(when(again, freeze, chair, kept)).toMatchObject([{ version: 2 }]);
  });
});

describe('who sees it', () => {
  const wish = '要求赔偿改为三千元';
  const texts: AgreementTexts = {
    texts: new Map([
      [aDigest(1), '楼上漏水，楼下顶棚受损。'],
      [aDigest(11), '甲方修好防水。'],
      [aDigest(70), wish],
    ]),
  };
  const asked = {
    type: 'part-checked',
    seat: tenant,
    part: clause,
    digest: aDigest(11),
    says: 'change',
    wish: aDigest(70),
  } as const;
  const meeting = mediating(...drafted, agreed(owner, clause, aDigest(11)), by(tenant, asked, 'party'));
  const live = { connected: new Set<string>(), offlineSince: new Map(), joinCode: null, agreement: texts };

  it('[A11] shows no draft to observers and screens, and a wish to those who lead and to whoever asked alone', () => {
    for (const reader of [
      { capacities: ['observer'] as const, staff: false },
      { audience: 'projector' as const },
      { audience: 'public' as const },
    ])
      expect(JSON.stringify(view({ meeting, live }, reader))).not.toMatch(/漏水，|防水|三千/);
    const party = view({ meeting, live }, { capacities: ['party'], staff: false });
    expect(party.agreement?.parts.byId[clause]).toMatchObject({ kind: 'clause', text: '甲方修好防水。' });
    expect(JSON.stringify(party)).not.toContain(wish);
    const desk = view({ meeting, live }, { capacities: ['chair'], staff: false });
    expect(desk.agreement?.desk?.wishes[tenant]).toEqual({ [clause]: wish });
    expect(myChecks(meeting, tenant, texts)).toEqual({ [clause]: { digest: aDigest(11), says: 'change', wish } });
    expect(myChecks(meeting, owner, texts)).toEqual({ [clause]: { digest: aDigest(11), says: 'agreed', wish: null } });
    expect(myChecks(meeting, chen, texts)).toBeNull();
  });

  it('says what stands against freezing to those who lead', () => {
    const shown = agreementView(meeting, texts, { sees: true, leads: true });
    expect(shown?.desk?.early).toMatchObject({ code: 'agreement-unchecked', params: { count: 2 } });
    expect(agreementView(given([opened]), texts, { sees: true, leads: true })).toBeNull();
  });

  it('names the texts that stand and what was asked of them, and forgets what does not stand', () => {
    expect(digestsNamed(meeting)).toEqual(new Set([aDigest(1), aDigest(11), aDigest(70)]));
    const changed = after(meeting, revised(aDigest(12)));
    expect(digestsNamed(changed).has(aDigest(11))).toBe(false);
  });
});
