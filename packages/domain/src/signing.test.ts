import { describe, expect, it } from 'vitest';
import type { SigningCommand } from './acts/signing.ts';
import { aDigest, agreementFrozen, allAgreed, owner, tenant } from './agreeing.fixtures.ts';
import { chance } from './chain.fixtures.ts';
import {
  aFile,
  after,
  aPerson,
  arrived,
  aSeat,
  by,
  chair,
  closed,
  li,
  recorder,
  when,
  type Fact,
  anUpload,
  given,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import {
  aDrawing,
  allSigned,
  aSeal,
  consent,
  consented,
  effective,
  hash,
  identified,
  keeper,
  partySigned,
  scanned,
  sealImage,
  sealSet,
  signed,
  signing,
  signingOpened,
  signs,
  takenIn,
} from './signing.fixtures.ts';
import { missingIn, turnIn } from './signing.ts';
import { digestsNamed } from './texts-named.ts';

const begin = (differs: Partial<SigningCommand & { type: 'open-signing' }> = {}) =>
  ({
    ...{ type: 'open-signing', hash, matter: 'ordinary', paper: null, mediators: [chair], witnesses: [] },
    ...differs,
  }) as SigningCommand & { type: 'open-signing' };
const sign = { type: 'sign-agreement', ...signs } as const;
const seal = { type: 'set-seal', hash, seal: aSeal } as const;
const asKeeper = { keeper: true, passwordGiven: true, seal: { image: sealImage } };
const open = (...facts: Fact[]) => signing(signingOpened(), ...facts);

describe('signing begins', () => {
  it('with every party, who mediated, the recorder and witnesses, each once, in the order of the form', () => {
    const witness = aSeat(63);
    const meeting = signing(
      { type: 'person-added', person: aPerson(63, { name: '郑和平', capacities: ['witness'] }) },
      arrived(witness),
    );
    expect(when(meeting, begin({ witnesses: [witness] }))).toMatchObject([
      {
        signers: [
          { seat: owner, roles: ['party'] },
          { seat: tenant, roles: ['party'] },
          { seat: chair, roles: ['mediator'] },
          { seat: recorder, roles: ['recorder'] },
          { seat: witness, roles: ['witness'] },
        ],
      },
    ]);
  });

  it('with one signature of who both led and kept the record', () => {
    const meeting = signing({
      type: 'chair-taken',
      person: aPerson(2, { capacities: ['chair', 'recorder'] }),
      from: chair,
    });
    expect(when(meeting, begin({ mediators: [recorder] }), recorder)).toMatchObject([
      { signers: [{}, {}, { seat: recorder, roles: ['mediator', 'recorder'] }] },
    ]);
  });

  it('anew, so that others sign; who has signed stays, as what they signed', () => {
    const helper = aSeat(64);
    const joined: Fact[] = [
      { type: 'person-added', person: aPerson(64, { name: '郑和平', capacities: ['mediator'] }) },
      arrived(helper),
    ];
    const before = open(...partySigned(owner, 1), ...partySigned(tenant, 2), signed(chair, 3), ...joined, {
      ...{ type: 'departed', seat: recorder },
    });
    expect(when(before, begin())).toMatchObject([{ signers: [{}, {}, { seat: chair, roles: ['mediator'] }] }]);
    const events = when(before, begin({ mediators: [helper] }));
    expect(events).toMatchObject([
      { signers: [{ seat: owner }, { seat: tenant }, { seat: chair, roles: ['mediator'] }, { seat: helper }] },
    ]);
    const { signing: now } = after(before, ...(events as Fact[]));
    if (now.status !== 'open') throw new Error('It is open');
    expect(missingIn(now)).toEqual([{ seat: helper, roles: ['mediator'] }]);
    expect(when(open(), begin())).toEqual([]);
    expect(when(open(), begin({ paper: 'cannot' }))).toEqual({ refused: 'signing-opened-already' });
  });

  it('not with who mediates as a witness, nor with a chair who is a party as mediator', () => {
    const helper = aSeat(64);
    const joined: Fact[] = [{ type: 'person-added', person: aPerson(64, { capacities: ['mediator'] }) }];
    const both = begin({ mediators: [helper], witnesses: [helper] });
    expect(when(signing(...joined), both)).toMatchObject({ refused: 'may-not-sign-as', params: { role: 'witness' } });
    const own = signing({
      type: 'chair-taken',
      person: aPerson(61, { capacities: ['chair', 'party'], side: 1 }),
      from: chair,
    });
    expect(when(own, begin({ mediators: [owner] }), owner)).toMatchObject({ refused: 'may-not-sign-as' });
  });

  it.each([
    ['a party as mediator', { mediators: [owner] }],
    ['a party as witness', { witnesses: [owner] }],
    ['the recorder as witness', { witnesses: [recorder] }],
    ['the mediator as witness', { mediators: [chair], witnesses: [chair] }],
  ])('not with %s', (_, differs) =>
    expect(when(signing(), begin(differs))).toMatchObject({ refused: 'may-not-sign-as' }),
  );

  it('not with somebody who is not there', () => {
    expect(when(signing(), begin({ mediators: [aSeat(99)] }))).toEqual({ refused: 'no-such-seat' });
  });

  it('[A2] on paper alone where the law excepts the matter (电子签名法 art. 3)', () => {
    for (const matter of ['status', 'utilities', 'other-law'] as const) {
      expect(when(signing(), begin({ matter }))).toEqual({ refused: 'paper-required' });
      expect(when(signing(), begin({ matter, paper: 'unwilling' }))).toEqual({ refused: 'paper-required' });
      expect(when(signing(), begin({ matter, paper: 'excepted' }))).toMatchObject([{ type: 'signing-opened', matter }]);
    }
    const onPaper = signing(signingOpened({ matter: 'status', paper: 'excepted' }));
    for (const seat of [owner, tenant, chair])
      expect(when(onPaper, sign, seat, takenIn)).toEqual({ refused: 'signed-on-paper' });
  });
});

describe('[A1] a signature is accepted', () => {
  const ready = [identified(owner), consented(owner)];

  it('of a party who was identified and has agreed to sign electronically', () => {
    expect(when(open(...ready), sign, owner, takenIn)).toEqual([
      { ...{ type: 'agreement-signed', hash, seat: owner, shown: 'to-the-end' }, drawing: aDigest(50), tablet: null },
    ]);
  });

  it('with the tablet that was handed over, and by whom', () => {
    const tablet = { number: 2, by: '周敏' };
    expect(when(open(...ready), sign, owner, { ...takenIn, tablet })).toMatchObject([{ tablet }]);
  });

  it('only for the frozen hash', () => {
    expect(when(open(...ready), { ...sign, hash: aDigest(99) }, owner, takenIn)).toEqual({
      refused: 'agreement-superseded',
    });
    const again: Fact[] = [{ type: 'agreement-reopened', version: 1, reason: '金额写错' }];
    expect(when(open(...ready, ...again), sign, owner, takenIn)).toEqual({ refused: 'agreement-not-frozen' });
    const second = { ...agreementFrozen, version: 2, hash: aDigest(101) } as typeof agreementFrozen;
    const later = open(...ready, ...again, ...allAgreed, second);
    expect(when(later, sign, owner, takenIn)).toEqual({ refused: 'agreement-superseded' });
    // Nor is anybody identified or has agreed for the new version.
    expect(when(later, { ...sign, hash: aDigest(101) }, owner, takenIn)).toEqual({ refused: 'signing-not-open' });
  });

  it('only after consent, to the words in force, of who was identified', () => {
    expect(when(open(identified(owner)), sign, owner, takenIn)).toMatchObject({ refused: 'consent-missing' });
    expect(when(open(), sign, owner, takenIn)).toMatchObject({ refused: 'signer-unidentified' });
    expect(when(open(), { type: 'consent-to-signing', hash, consent }, owner)).toMatchObject({
      refused: 'signer-unidentified',
    });
    const old = { type: 'consent-to-signing', hash, consent: aDigest(9) } as const;
    expect(when(open(identified(owner)), old, owner)).toEqual({ refused: 'consent-outdated' });
  });

  it('not on the consent of another who then signs in the party’s stead', () => {
    const guardian = { ...identified(owner), representative: { kind: 'guardian' as const, name: '何平' } };
    expect(when(open(...ready, guardian), sign, owner, takenIn)).toMatchObject({ refused: 'consent-missing' });
    // The same person identified once more has agreed already.
    expect(when(open(...ready, identified(owner)), sign, owner, takenIn)).toMatchObject([{ seat: owner }]);
  });

  it('only of a signer, and nobody says of themselves who they are', () => {
    expect(when(open(), sign, li, takenIn)).toEqual({ refused: 'not-a-signer' });
    const self = { type: 'identify-signer', hash, seat: recorder, how: 'document' } as const;
    expect(when(open(), self, recorder)).toEqual({ refused: 'own-identity' });
    expect(when(open(), { ...self, seat: chair }, recorder)).toMatchObject({ refused: 'not-a-party' });
  });

  it('in turn: every party in whatever order, then all others', () => {
    expect(when(open(...partySigned(tenant, 1)), sign, chair, takenIn)).toMatchObject({ refused: 'not-your-turn' });
    const both = open(...partySigned(tenant, 1), ...partySigned(owner, 2));
    expect(when(both, sign, recorder, takenIn)).toMatchObject([{ seat: recorder }]);
    expect(when(both, sign, chair, takenIn)).toMatchObject([{ seat: chair }]);
  });

  it('once', () => {
    const meeting = open(...partySigned(owner, 1));
    expect(when(meeting, sign, owner, takenIn)).toMatchObject({ refused: 'already-signed' });
    const refusing = { type: 'refuse-signing', hash, reason: '反悔' } as const;
    expect(when(meeting, refusing, owner, takenIn)).toMatchObject({ refused: 'already-signed' });
    expect(when(meeting, { type: 'identify-signer', hash, seat: owner, how: 'voice' })).toMatchObject({
      refused: 'already-signed',
    });
  });

  it('by whatever random course, only in the order of the rule (seed 20261127)', () => {
    const any = chance(20_261_127);
    const seats = [owner, tenant, chair, recorder, li];
    for (let round = 0; round < 200; round += 1) {
      let meeting = open();
      const done = { identified: new Set<string>(), consented: new Set<string>(), signed: [] as string[] };
      for (let step = 0; step < 24; step += 1) {
        const seat = seats[any(seats.length)]!;
        const party = seat === owner || seat === tenant;
        const [type, command, who] = [
          ['identify', { type: 'identify-signer', hash, seat, how: 'document' }, seat === chair ? recorder : chair],
          ['consent', { type: 'consent-to-signing', hash, consent }, seat],
          ['sign', sign, seat],
        ][any(3)] as [string, Parameters<typeof when>[1], string];
        const answer = when(meeting, command, who, takenIn);
        const parties = [owner, tenant].every((one) => done.signed.includes(one));
        const unsigned = !done.signed.includes(seat) && seat !== li;
        const should = {
          identify: party && unsigned,
          consent: party && unsigned && done.identified.has(seat),
          sign: unsigned && (party ? done.identified.has(seat) && done.consented.has(seat) : parties),
        }[type];
        expect(Array.isArray(answer), `${round}.${step} ${type} ${seat}`).toBe(should);
        if (!Array.isArray(answer)) continue;
        meeting = after(meeting, ...answer.map((fact) => by(who, fact)));
        if (type === 'identify') done.identified.add(seat);
        if (type === 'consent') done.consented.add(seat);
        if (type === 'sign') done.signed.push(seat);
      }
      const { signing: state } = meeting;
      if (state.status !== 'open') throw new Error('It is open');
      expect(missingIn(state).map((one) => one.seat)).toEqual(
        [owner, tenant, chair, recorder].filter((seat) => !done.signed.includes(seat)),
      );
    }
  });

  it('also after the close, when somebody comes to sign later', () => {
    const meeting = open(...ready, closed);
    expect(when(meeting, sign, owner, takenIn)).toMatchObject([{ seat: owner }]);
  });

  it('not of a tap, nor when it was not read aloud, nor before its strokes are kept', () => {
    const tap = {
      ...aDrawing,
      strokes: [{ pointer: 'pen' as const, points: [[0, 1, 1, 500] as [number, number, number, number]] }],
    };
    expect(when(open(...ready), { ...sign, drawing: tap }, owner, takenIn)).toEqual({ refused: 'signature-too-short' });
    expect(when(open(...ready), { ...sign, shown: 'read-aloud' }, owner, takenIn)).toEqual({
      refused: 'not-read-aloud',
    });
    expect(when(open(...ready), sign, owner)).toEqual({ refused: 'try-again' });
  });
});

describe('whoever refuses', () => {
  const refused: Fact = by(owner, { type: 'signing-refused', hash, seat: owner, reason: aDigest(60) }, 'party');

  it('says why, and may sign after all', () => {
    const asked = { type: 'refuse-signing', hash, reason: '金额不能接受' } as const;
    expect(when(open(), asked, owner, takenIn)).toEqual([
      { type: 'signing-refused', hash, seat: owner, reason: aDigest(50) },
    ]);
    expect(when(open(), { ...asked, type: 'record-refusal', seat: tenant }, recorder, takenIn)).toMatchObject([
      { seat: tenant },
    ]);
    const later = open(refused, ...partySigned(owner, 1));
    expect(later.signing).toMatchObject({ refusals: {} });
    expect(digestsNamed(later).has(aDigest(60))).toBe(false);
  });

  it('keeps the seal from being set', () => {
    expect(when(open(refused, ...partySigned(tenant, 1)), seal, keeper, asKeeper)).toMatchObject({
      refused: 'signatures-missing',
    });
  });
});

describe('[A2] it is in force', () => {
  const isEffective = ({ signing: state }: Meeting) => state.status === 'effective';

  it('when all have signed and the seal is set, in one commit, and not before', () => {
    for (let n = 0; n < allSigned.length; n += 1) {
      const early = signing(...allSigned.slice(0, n));
      expect(isEffective(early)).toBe(false);
      expect(when(early, seal, keeper, asKeeper)).toHaveProperty('refused');
    }
    const all = signing(...allSigned);
    expect(isEffective(all)).toBe(false);
    const events = when(all, seal, keeper, asKeeper);
    expect(events).toMatchObject([
      { type: 'seal-set', image: sealImage },
      { type: 'agreement-effective', form: 'device' },
    ]);
    expect(isEffective(after(all, ...(events as Fact[])))).toBe(true);
  });

  it('on paper, when one filed the scan and another compared it', () => {
    const paper = signing(signingOpened({ paper: 'unwilling' }), scanned);
    const file = aFile(1);
    expect(when(paper, { type: 'confirm-paper-signing', hash, file })).toEqual({ refused: 'no-such-file' });
    const filed = after(paper, by(recorder, { type: 'paper-signing-recorded', hash, file }, 'recorder'));
    expect(isEffective(filed)).toBe(false);
    expect(when(filed, { type: 'confirm-paper-signing', hash, file }, recorder)).toEqual({
      refused: 'another-must-confirm',
    });
    const events = when(filed, { type: 'confirm-paper-signing', hash, file });
    expect(events).toMatchObject([{ type: 'paper-signing-confirmed' }, { type: 'agreement-effective', form: 'paper' }]);
    const done = after(filed, ...(events as Fact[]));
    expect(done.signing).toMatchObject({ status: 'effective', form: 'paper', scan: { file } });
    expect(when(done, { type: 'discard-proof', file })).toEqual({ refused: 'agreement-effective' });
  });

  it('not by a picture that was filed as something else, or taken away again', () => {
    const paper = (...facts: Fact[]) => signing(signingOpened({ paper: 'unwilling' }), ...facts);
    const record = { type: 'record-paper-signing', hash, file: aFile(1) } as const;
    expect(when(paper({ ...scanned, kind: 'notice-proof' } as Fact), record)).toEqual({ refused: 'no-such-file' });
    expect(when(paper(scanned, { type: 'proof-discarded', file: aFile(1) }), record)).toEqual({
      refused: 'no-such-file',
    });
  });

  it('by a scan that there is in a mediation alone', () => {
    const file = aFile(1);
    const add = { type: 'add-proof', file, duty: null } as const;
    const upload = anUpload({ kind: 'signed-paper', media: 'application/pdf' });
    expect(when(given(), add, chair, { upload })).toEqual({ refused: 'not-a-mediation' });
    expect(when(signing(), add, chair, { upload })).toMatchObject([{ type: 'proof-added', kind: 'signed-paper' }]);
  });

  it('orally from its recording by a mediator (人民调解法 art. 30)', () => {
    const events = when(signing(), { type: 'record-oral-agreement', hash });
    expect(events).toMatchObject([{ type: 'oral-agreement-recorded' }, { type: 'agreement-effective', form: 'oral' }]);
    expect(when(signing(), { type: 'record-oral-agreement', hash }, recorder)).toEqual({ refused: 'not-entitled' });
    expect(after(signing(), ...(events as Fact[])).signing).toMatchObject({ form: 'oral', by: chair });
  });

  it('and nothing of it changes any more', () => {
    const done = signing(...allSigned, sealSet, effective('device'));
    const reopen = { type: 'reopen-agreement', reason: '金额写错' } as const;
    for (const command of [reopen, seal, begin(), { type: 'take-paper-way', hash, ground: 'cannot' } as const])
      expect(when(done, command, chair, { ...asKeeper, ...takenIn })).toEqual({ refused: 'agreement-effective' });
    const made = {
      type: 'agreement-document-made',
      hash,
      number: '〔2026〕示范人调字第1号',
      document: aDigest(7),
    } as const;
    expect(after(done, made, { ...made, document: aDigest(8) }).signing).toMatchObject({
      ...{ form: 'device', seal: { image: sealImage, keeper: '吴秀珍' } },
      documents: [{ document: aDigest(7) }, { document: aDigest(8) }],
    });
  });
});

describe('[A12] the seal', () => {
  it('is set by its keeper with the password alone, and never by the image of one', () => {
    const all = signing(...allSigned);
    for (const seat of [chair, recorder, owner, li])
      expect(when(all, seal, seat, { passwordGiven: true, seal: { image: sealImage }, staff: true })).toEqual({
        refused: 'not-entitled',
      });
    expect(when(all, seal, keeper, { ...asKeeper, passwordGiven: false })).toEqual({ refused: 'password-needed' });
    expect(when(all, seal, keeper, { keeper: true, passwordGiven: true })).toEqual({ refused: 'no-such-seal' });
  });
});

describe('[A3] every signature is void', () => {
  const half: Fact[] = [signingOpened(), ...partySigned(owner, 1)];

  it('when the text goes back to drafting, and its strokes are named no more', () => {
    const before = signing(...half);
    expect(digestsNamed(before).has(aDigest(201))).toBe(true);
    const reopened = signing(...half, { type: 'agreement-reopened', version: 1, reason: '金额写错' });
    expect(reopened.signing).toEqual({ status: 'none' });
    expect(digestsNamed(reopened).has(aDigest(201))).toBe(false);
    // What it was stays on record.
    expect(reopened.agreement.versions).toMatchObject([{ version: 1, hash, reopened: { reason: '金额写错' } }]);
  });

  it('when it is signed on paper after all', () => {
    const paper = signing(...half, { type: 'paper-way-taken', hash, ground: 'unwilling' });
    expect(paper.signing).toMatchObject({ status: 'paper', ground: 'unwilling', scan: null });
    expect(paper.signing).not.toHaveProperty('signatures');
    expect(digestsNamed(paper).has(aDigest(201))).toBe(false);
  });
});

it('says whose turn it is', () => {
  const { signing: state } = open(...partySigned(owner, 1));
  if (state.status !== 'open') throw new Error('It is open');
  expect(turnIn(state).map(({ seat }) => seat)).toEqual([tenant]);
  const { signing: later } = open(...partySigned(owner, 1), ...partySigned(tenant, 2), signed(chair, 3));
  if (later.status !== 'open') throw new Error('It is open');
  expect(turnIn(later).map(({ seat }) => seat)).toEqual([recorder]);
});
