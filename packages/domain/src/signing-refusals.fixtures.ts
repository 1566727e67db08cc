/** For tests: how somebody is refused for each code that belongs to signing. */
import type { SigningCommand } from './acts/signing.ts';
import { aDigest, owner, tenant } from './agreeing.fixtures.ts';
import { aFile, after, by, chair, li, recorder, when } from './fixtures.ts';
import {
  allSigned,
  consent,
  consented,
  effective,
  hash,
  identified,
  keeper,
  partySigned,
  scanned,
  sealImage,
  aSeal,
  signed,
  signing,
  signingOpened,
  signs,
  takenIn,
} from './signing.fixtures.ts';
import type { SigningCode } from './words/signing-shape.ts';

const begin: SigningCommand & { type: 'open-signing' } = {
  ...{ type: 'open-signing', hash, matter: 'ordinary', paper: null },
  ...{ mediators: [chair], witnesses: [] },
};
const sign = { type: 'sign-agreement', ...signs } as const;
const file = aFile(1);
const onPaper = signing(signingOpened({ paper: 'cannot' }), scanned);
const withScan = after(onPaper, by(recorder, { type: 'paper-signing-recorded', hash, file }, 'recorder'));
const seal = { type: 'set-seal', hash, seal: aSeal } as const;
const asKeeper = { keeper: true, passwordGiven: true, seal: { image: sealImage } };

export const refusedInSigning: Record<SigningCode, () => ReturnType<typeof when>> = {
  'agreement-superseded': () => when(signing(), { ...begin, hash: aDigest(99) }),
  'agreement-effective': () =>
    when(signing(...allSigned, { type: 'oral-agreement-recorded', hash }, effective('oral')), begin),
  'signing-not-open': () => when(signing(), sign, owner, takenIn),
  'signing-opened-already': () => when(onPaper, begin),
  'paper-required': () => when(signing(), { ...begin, matter: 'status' }),
  'matter-not-excepted': () => when(signing(), { ...begin, paper: 'excepted' }),
  'may-not-sign-as': () => when(signing(), { ...begin, mediators: [recorder] }),
  'not-a-signer': () => when(signing(signingOpened()), sign, li, takenIn),
  'already-signed': () => when(signing(signingOpened(), ...partySigned(owner, 1)), sign, owner, takenIn),
  'signer-unidentified': () => when(signing(signingOpened()), { type: 'consent-to-signing', hash, consent }, owner),
  'consent-outdated': () =>
    when(signing(signingOpened(), identified(owner)), { type: 'consent-to-signing', hash, consent: aDigest(9) }, owner),
  'consent-missing': () => when(signing(signingOpened(), identified(owner)), sign, owner, takenIn),
  'not-your-turn': () => when(signing(signingOpened(), ...partySigned(owner, 1)), sign, chair, takenIn),
  'not-read-aloud': () =>
    when(
      signing(signingOpened(), identified(tenant), consented(tenant)),
      { ...sign, shown: 'read-aloud' },
      tenant,
      takenIn,
    ),
  'signature-too-short': () => {
    const tap = {
      ...signs.drawing,
      strokes: [{ pointer: 'touch' as const, points: [[0, 10, 10, -1] as [number, number, number, number]] }],
    };
    return when(
      signing(signingOpened(), identified(owner), consented(owner)),
      { ...sign, drawing: tap },
      owner,
      takenIn,
    );
  },
  'signed-on-paper': () => when(onPaper, sign, owner, takenIn),
  'not-on-paper': () => when(signing(signingOpened(), scanned), { type: 'record-paper-signing', hash, file }),
  'another-must-confirm': () => when(withScan, { type: 'confirm-paper-signing', hash, file }, recorder),
  'signatures-missing': () => when(signing(signingOpened(), signed(owner)), seal, keeper, asKeeper),
  'no-such-seal': () => when(signing(...allSigned), seal, keeper, { keeper: true, passwordGiven: true }),
};
