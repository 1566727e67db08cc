/** Signing: refusals. */
import type { AgreementRefusals } from './shape.ts';
import type { SigningCode } from './signing-shape.ts';

const who = (p: Readonly<Record<string, string | number | undefined>>) => String(p['name'] ?? 'This person');

export const signingRefusalsEn: Pick<AgreementRefusals, SigningCode> = {
  'agreement-superseded': () => ({
    says: 'The text has changed: this was about another version than the one that is final now.',
    do: 'Reload the page, read the text as it stands, and try again.',
  }),
  'agreement-effective': () => ({
    says: 'The agreement is in force and can be neither changed nor signed again.',
    do: 'If something has to change, the parties come to a further agreement.',
  }),
  'signing-not-open': () => ({ says: 'Signing has not begun.', do: 'The chair begins it at the agreement desk.' }),
  'signing-opened-already': () => ({
    says: 'Signing has begun already.',
    do: 'To sign another way, take the paper way, or send the text back to drafting and make it final again.',
  }),
  'paper-required': () => ({
    says: 'Under Article 3 of the Electronic Signature Law such matters are not signed electronically.',
    do: 'Choose signing on paper, print the final text, and have it signed and sealed in ink.',
  }),
  'matter-not-excepted': () => ({
    says: 'No matter was named that the law excepts, so that cannot be the reason for paper.',
    do: 'Name the matter, or say that somebody cannot or does not wish to sign on a screen.',
  }),
  'may-not-sign-as': (p) => ({
    says: `${who(p)} cannot sign as ${p['role'] === 'witness' ? 'a witness' : 'the mediator'}.`,
    do:
      p['role'] === 'witness'
        ? 'A witness takes part and is neither a party nor chair, recorder or mediator.'
        : 'Whoever signs as mediator led the mediation or took part as a mediator, and is no party.',
  }),
  'not-a-signer': () => ({ says: 'You are not among those who sign.', do: 'If that is a mistake, tell the chair.' }),
  'already-signed': (p) => ({
    says: `${who(p)} has signed already.`,
    do: 'Everybody signs once; nothing more is needed.',
  }),
  'signer-unidentified': (p) => ({
    says: `Nobody has checked the identity of ${p['name'] ?? 'this person'} yet.`,
    do: 'Chair, recorder or staff check it and record how.',
  }),
  'consent-outdated': () => ({
    says: 'The words of the consent to electronic signing have changed.',
    do: 'Reload the page, read them, and confirm.',
  }),
  'consent-missing': (p) => ({
    says: `${who(p)} has not agreed to sign electronically yet.`,
    do: 'Read the notice and confirm it first. If you would rather sign on paper, tell the chair.',
  }),
  'not-your-turn': (p) => ({
    says: p['count'] === 1 ? `${who(p)} signs first.` : `${p['count'] ?? 'Some'} parties sign first.`,
    do: 'This page tells you when it is your turn.',
  }),
  'not-read-aloud': () => ({
    says: 'The agreement has not been read aloud.',
    do: 'Read it to its end before signing, or have it read aloud and recorded.',
  }),
  'signature-too-short': () => ({
    says: 'This is too short to be a signature.',
    do: 'Write your name and confirm it again.',
  }),
  'signed-on-paper': () => ({
    says: 'This agreement is signed on paper.',
    do: 'Sign or seal the printed copy, or put your fingerprint on it.',
  }),
  'not-on-paper': () => ({
    says: 'This agreement is signed electronically; no scan is needed.',
    do: 'To sign on paper, the chair changes to the paper way first.',
  }),
  'another-must-confirm': () => ({
    says: 'You filed the scan, so somebody else has to compare it.',
    do: 'Ask another of chair, recorder and staff.',
  }),
  'signatures-missing': (p) => ({
    says: p['count'] === 1 ? `${who(p)} has not signed yet.` : `${p['count'] ?? 'Some'} signatures are missing.`,
    do: 'The seal is set once everybody has signed.',
  }),
  'no-such-seal': () => ({
    says: 'There is no such seal, or it is out of use.',
    do: 'Choose one that you keep and that is in use.',
  }),
};
