/**
 * Requests and answers of the register (居民名册): people with their particulars, and who of them is in office.
 * Paths below `/c/<community code>/api/`. The list of people and adding one stand in api.ts.
 */
import { z } from 'zod';
import { particularKinds } from './acts/custody.ts';
import { login } from './api.ts';
import { id, line, paragraphs } from './text.ts';

const particularKind = z.enum(particularKinds);
export type ParticularKind = z.infer<typeof particularKind>;

/** What is entered by hand; an identity number is not: only as much as a meeting needs (PIPL art. 6). */
export const enteredKinds = ['phone', 'address', 'remark'] as const;

/** GET people/:person → PersonFile, by staff of any body and administrators: the one answer that holds particulars. */
export interface PersonFile {
  person: string;
  name: string;
  /** Since when (ms) the person is no longer on the register; null while they are. */
  leftAt: number | null;
  /** Oldest first. */
  particulars: { kind: ParticularKind; value: string }[];
}

/** PUT people/:person: corrects what is named → PersonFile. To take a particular away is to erase it. */
export const correctionRequest = z.strictObject({
  name: line(60).optional(),
  phone: line(30).optional(),
  address: line(200).optional(),
  remark: paragraphs(500).min(1, { error: 'empty' }).optional(),
});

// POST people/:person/leave, POST people/:person/return: off the register and back → PersonFile.

/** POST people/:person/erase, by an administrator: takes particulars away for good → ErasedAnswer. */
export const eraseRequest = z.strictObject({
  kinds: z.array(particularKind).min(1).max(particularKinds.length),
  /** Why; kept with the erasure, so it must not repeat what is erased. */
  reason: line(200),
});
export interface ErasedAnswer {
  /** What was there and is not any more. */
  kinds: ParticularKind[];
  erasedAt: number;
}

// -- by administrators of the community

/** GET accounts → Officer[]: whoever can sign in or holds a post. */
export interface Officer {
  person: string;
  name: string;
  account: {
    account: string;
    login: string;
    /** Nobody has signed in yet and chosen a password of their own. */
    firstPassword: boolean;
  } | null;
  posts: { id: string; post: string; body: { id: string; name: string } | null }[];
}

/** POST accounts: gives a person of the register a sign-in → FirstPassword. */
export const accountRequest = z.strictObject({ person: id, login });
/** Shown once. It opens nothing until its holder has changed it. POST accounts/:account/password gives a new one. */
export interface FirstPassword {
  account: string;
  login: string;
  password: string;
}

// POST accounts/:account/close: ends the account and what it has open, at once → {}.

/** POST posts: gives a person a post → { post }; POST posts/:post/end ends it, and what its holder's account has open → {}. */
export const postRequest = z.discriminatedUnion('post', [
  z.strictObject({ post: z.literal('staff'), person: id, body: id }),
  z.strictObject({ post: z.literal('administrator'), person: id }),
]);

/** GET bodies → BodyLine[]; POST bodies → BodyLine. */
export const bodyRequest = z.strictObject({ name: line(80) });
export interface BodyLine {
  id: string;
  name: string;
}
