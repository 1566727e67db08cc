import { describe, expect, it } from 'vitest';
import { checkOf, digestsNamed, partsOf, uncheckedIn } from './agreement.ts';
import { agreementView, myChecks, type AgreementTexts } from './agreement-view.ts';
import {
  aClause,
  aDigest,
  agreed,
  agreementFrozen,
  allAgreed,
  aMediation,
  clauseAdded,
  drafted,
  owner,
  taken,
  tenant,
} from './agreeing.fixtures.ts';
import { after, aPerson, aSeat, by, chair, chen, given, opened, recorder, when, type Fact } from './fixtures.ts';
import type { MeetingEvent } from './acts/event.ts';
import { view } from './view.ts';

const mediating = (...facts: Fact[]) => given([opened, ...facts], aMediation());
const freeze = { type: 'freeze-agreement' } as const;
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

describe('freezing', () => {
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
    expect(uncheckedIn(meeting).map(({ seat }) => seat)).toEqual([aSeat(63)]);
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
    expect(digestsNamed(meeting.agreement)).toEqual(new Set([aDigest(1), aDigest(11), aDigest(70)]));
    const changed = after(meeting, revised(aDigest(12)));
    expect(digestsNamed(changed.agreement).has(aDigest(11))).toBe(false);
  });
});
