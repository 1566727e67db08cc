/**
 * The text of a mediation agreement as it is frozen: what the parties tick, sign and get a copy of. The hash is over this,
 * never over a page or a PDF made of it. Its parts are those of the Ministry of Justice's form of 2010 and of the People's
 * Mediation Law art. 29, whose “responsibility of each party” the form has no box for.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { sidesOf, type Particular } from './agreement-parties.ts';
import { canonical, type JsonValue } from './canonical.ts';
import { languageSchema } from './language.ts';
import { id, line, paragraphs, safeInteger } from './text.ts';

export { particulars, sideName, usualCopies, type Particular } from './agreement-parties.ts';

/** Characters (UTF-16 units) and numbers that a text takes. */
export const mostOfAgreement = {
  particular: { sex: 20, ethnicity: 40, age: 20, occupation: 80, contact: 80, address: 200 },
  parties: 40,
  sides: 20,
  clauses: 60,
  facts: 10_000,
  clause: 2_000,
  copies: 99,
} as const;

const most = mostOfAgreement;
const particular = (of: Particular) => line(most.particular[of]).exactOptional();
const said = (length: number) => paragraphs(length).min(1, { error: 'empty' });

export const agreementPartySchema = z.strictObject({
  seat: id,
  /** 1 is 甲方. */
  side: safeInteger.min(1).max(most.sides),
  name: line(60),
  particulars: z.strictObject({
    sex: particular('sex'),
    ethnicity: particular('ethnicity'),
    age: particular('age'),
    occupation: particular('occupation'),
    contact: particular('contact'),
    address: particular('address'),
  }),
});

/** Parties stand in the order of their sides, of which there are at least two, and nobody stands twice. */
function areInOrder(parties: readonly { side: number; seat: string }[]): boolean {
  const ascending = parties.every(({ side }, n) => n === 0 || side >= (parties[n - 1]?.side ?? 0));
  return ascending && sidesOf(parties) >= 2 && new Set(parties.map(({ seat }) => seat)).size === parties.length;
}

export const agreementTextSchema = z
  .strictObject({
    meeting: id,
    /** 1 is the first that was frozen; each later one takes the place of the one before. */
    version: safeInteger.min(1),
    language: languageSchema,
    /** The people's mediation committee, or the body that mediates, by its full name. */
    organ: line(200),
    matter: line(200),
    parties: z.array(agreementPartySchema).min(2).max(most.parties).refine(areInOrder, 'not-in-order'),
    facts: said(most.facts),
    responsibility: said(most.facts).nullable(),
    clauses: z
      .array(z.strictObject({ clause: id, text: said(most.clause) }))
      .min(1)
      .max(most.clauses)
      .refine((all) => new Set(all.map(({ clause }) => clause)).size === all.length, 'clause-twice'),
    performance: said(most.facts).nullable(),
    copies: safeInteger.min(1).max(most.copies),
  })
  .refine(({ copies, parties }) => copies > sidesOf(parties), { path: ['copies'], error: 'too-few-copies' });
export type AgreementText = z.infer<typeof agreementTextSchema>;
export type AgreementParty = AgreementText['parties'][number];

/** The RFC 8785 form of the text: what is hashed, and kept. */
export const canonicalAgreement = (text: AgreementText): string => canonical(text as unknown as JsonValue);

/** SHA-256, lower-case hex, over the RFC 8785 form of the text. */
export const agreementHash = (text: AgreementText): string => bytesToHex(sha256(utf8ToBytes(canonicalAgreement(text))));
