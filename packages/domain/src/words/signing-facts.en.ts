/** Signing: the sentences of the record. */
import type { SigningRole } from '../acts/signing.ts';
import type { SigningFactParams } from './signing-shape.ts';
import { identityWaysEn } from './lists.en.ts';
import type { AgreementFacts } from './shape.ts';

const grounds = {
  excepted: 'the law excepts the matter from electronic signing',
  cannot: 'somebody cannot well sign on a screen',
  unwilling: 'somebody does not wish to sign electronically',
} as const;

export const signingRolesEn: Record<SigningRole, string> = {
  party: 'party',
  mediator: 'people’s mediator',
  recorder: 'recorder',
  witness: 'witness',
};

const withStead = (name: string, representative: string | null) =>
  representative === null ? name : `${name} (represented by ${representative})`;

export const signingFactsEn: Pick<AgreementFacts, keyof SigningFactParams> = {
  'signing-opened': ({ version, paper, again }) =>
    again
      ? `Who signs the agreement (version ${version}) was changed.`
      : `The agreement (version ${version}) was laid out for signing ${paper === null ? 'electronically' : `on paper (${grounds[paper]})`}.`,
  'signer-identified': ({ name, how, note, by, representative }) =>
    `${by} checked the identity of ${withStead(name, representative)} (${identityWaysEn[how]}${note === null ? '' : `, ${note}`}).`,
  'signing-consented': ({ name, representative }) =>
    `${withStead(name, representative)} agreed to sign electronically.`,
  'agreement-signed': ({ name, roles, representative }) =>
    `${withStead(name, representative)} signed the agreement as ${roles.map((role) => signingRolesEn[role]).join(' and ')}.`,
  'signing-refused': ({ name }) => `${name} declined to sign the agreement.`,
  'paper-way-taken': ({ ground }) =>
    `The agreement is signed on paper instead (${grounds[ground]}); electronic signatures given are void.`,
  'paper-signing-recorded': () => 'A scan of the agreement signed and sealed on paper was filed.',
  'paper-signing-confirmed': () => 'The scan was compared with the final text and found to agree.',
  'oral-agreement-recorded': ({ by }) => `The parties came to an oral agreement, and ${by} recorded its content.`,
  'seal-set': ({ keeper }) => `${keeper} set the seal to the agreement.`,
  'agreement-effective': ({ version, form, time }) =>
    form === 'oral'
      ? `The oral agreement (recorded as the text of version ${version}) took effect at ${time}.`
      : `The agreement (version ${version}) took effect at ${time}.`,
  'agreement-document-made': ({ number }) => `The document of the agreement (${number}) was made and kept.`,
};
