/**
 * Requests and answers of the HTTP API: what is arranged before a meeting, and who enters. Requests are parsed at the
 * door with these schemas; answers are types, since the server writes them. A refusal is status 4xx or 5xx with the
 * body {@link ApiRefusal}. Paths: `/api/…` for the installation, `/c/<community code>/api/…` for a community.
 */
import { z } from 'zod';
import { languageSchema, type Language } from './language.ts';
import type { Capacity } from './capacities.ts';
import { noticeArrangedSchema, type NoticeArranged } from './acts/notice.ts';
import type { Phase } from './acts/session.ts';
import type { OwedLine } from './api-duties.ts';
import { listedPersonSchema, type ListedPerson } from './invited.ts';
import type { RefusalCode } from './refusals.ts';
import { commandId, id, line, paragraphs, safeInteger } from './text.ts';

export interface ApiRefusal {
  code: RefusalCode;
  params?: Record<string, string | number>;
  /**
   * For `malformed` and `meeting-incomplete`: which fields (a path such as `people.3.person`), and what is wrong with
   * each: a {@link FieldCode}, or a code of the schema library.
   */
  fields?: Record<string, string>;
}

/** What can be wrong with a field beyond its shape; codes of text.ts (`empty`, `too-long` …) beside them. */
export const fieldCodes = [
  'not-a-token',
  'not-a-code',
  'too-short',
  'password-one-kind',
  'password-same',
  'unknown-procedure',
  'unknown-step',
  'not-on-register',
  'person-twice',
  'no-chair',
  'several-chairs',
  'no-recorder',
  'no-side',
  'one-side',
  'not-an-address-here',
  'login-taken',
  'name-taken',
  'repeats-what-is-erased',
  'not-the-name',
  'private-number',
  'not-https',
  'no-place',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** A random token in a link: 32 bytes, base64url. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'not-a-token' });

/** Sign-in names are compared without case; a phone number or a name will do. */
export const login = line(60);
/** Between 8 and 200 characters; at least two of digits, letters, symbols (信息化管理制度 2). */
export const newPassword = z
  .string()
  .min(8, { error: 'too-short' })
  .max(200, { error: 'too-long' })
  .refine((text) => [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length >= 2, {
    error: 'password-one-kind',
  });
const anyPassword = z.string().min(1).max(200);

// -- the installation: /api/…

/** GET /api/about */
export interface About {
  version: string;
  license: string;
  /** False until somebody set up a community with the link that the server printed. */
  setUp: boolean;
  /** Origins (`http://192.168.1.5:3000`) under which phones in the room reach this server, best first. */
  addresses: string[];
  /** The communities of this installation, demonstrations last: their names are public, what is in them is not. */
  communities: { code: string; name: string; demonstration: boolean }[];
}

/** POST /api/set-up */
export const setUpRequest = z.strictObject({
  token,
  community: line(80),
  body: line(80),
  name: line(60),
  login,
  password: newPassword,
});
export type SetUpRequest = z.input<typeof setUpRequest>;
/** Whoever set up or opened the demonstration is signed in. */
export interface Entered {
  community: string;
}

/** POST /api/reset-keeper: a new password for a keeper, by the link that `npm run reset-keeper` prints. → KeeperEntered */
export const resetKeeperRequest = z.strictObject({ token, password: newPassword });
export interface KeeperEntered extends Entered {
  login: string;
}

/** POST /api/keeper: whose password the link of `npm run reset-keeper` renews, named before it is done. → KeeperNamed */
export const keeperRequest = z.strictObject({ token });
export interface KeeperNamed {
  /** The community's name. */
  community: string;
  name: string;
  login: string;
}

/** POST /api/demonstration: makes the demonstration communities, or opens them when they are there. */
export const demonstrationRequest = z.strictObject({ token });
/** Every opening gives the demonstration's accounts new passwords, shown once: there is none that all the world knows. */
export interface DemonstrationAnswer extends Entered {
  meeting: string;
  accounts: { community: string; name: string; login: string; password: string }[];
}

/** POST /api/join: the short code on the wall; answers where to knock. */
export const joinRequest = z.strictObject({ code: z.string().regex(/^\d{6}$/, { error: 'not-a-code' }) });
export interface JoinAnswer {
  community: string;
  meeting: string;
}

// -- a community: /c/<code>/api/…

/**
 * POST demonstration/remove, by an administrator of a demonstration: removes all demonstrations of the installation with
 * everything in them. `confirmation`: the name of the community, typed. → {}
 */
export const removeDemonstrationRequest = z.strictObject({ confirmation: line(200) });

/** GET session: who this browser is here; 200 also when it is nobody. */
export interface SessionAnswer {
  community: { code: string; name: string; demonstration: boolean };
  account: {
    person: string;
    name: string;
    login: string;
    posts: { post: string; body: { id: string; name: string } | null }[];
    /** The password is the one that was handed over: until it is changed the account opens nothing. */
    firstPassword: boolean;
    /** When the password is to be changed at the latest (信息化管理制度: every half year); warn from `passwordWarnAt` on. */
    passwordDueAt: number;
    passwordWarnAt: number;
  } | null;
  /** Seats that this browser holds. */
  seats: { meeting: string; seat: string; name: string }[];
  /** Screens that this browser is. */
  screens: { meeting: string; screen: string; number: number }[];
}

/** POST sign-in, POST sign-out (no body) → SessionAnswer */
export const signInRequest = z.strictObject({ login, password: anyPassword });

/** POST change-password, of one's own account → SessionAnswer. The one thing left to do when the password is overdue. */
export const changePasswordRequest = z.strictObject({ password: anyPassword, newPassword });

/**
 * POST enter: a personal link, used by a tap → SeatAnswer. The first device takes the link; a further one of the same
 * person (`link-in-use`, with the `name` of whose it is) asks to be let in.
 */
export const enterRequest = z.strictObject({ token });
export interface SeatAnswer {
  meeting: string;
  seat: string;
}

/**
 * POST ask: asks those at the door of a meeting to be let in → AskAnswer. By the short code with one's name, or by a
 * personal link that another device has taken. `ticket`: of the same browser's request before, which this one replaces.
 */
export const askRequest = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: joinRequest.shape.code, name: line(60), ticket: token.optional() }),
  z.strictObject({ by: z.literal('link'), token, ticket: token.optional() }),
]);
export type AskRequest = z.input<typeof askRequest>;
export interface AskAnswer {
  meeting: string;
  /** By which the asking browser, and nobody else, hears what became of its request. */
  ticket: string;
}

/**
 * POST asked: what became of a request → AskedAnswer; ask every two seconds. `not-found`: nobody knows
 * of it any more (the server was started anew): ask again. `wrong-phase`: the meeting is closed.
 */
export const askedRequest = z.strictObject({ meeting: id, ticket: token });
export type AskedAnswer =
  | { state: 'waiting' }
  | { state: 'declined' }
  /** `token`: of a personal link for the seat, to be used with POST enter. */
  | { state: 'admitted'; token: string };

/**
 * POST meetings/:meeting/admit: lets a browser in as this seat, by those who lead or keep the record; whoever holds a seat
 * admits further devices of that seat alone. `seat` is needed where the request names none. → SeatAnswer
 */
export const admitRequest = z.strictObject({ request: id, seat: id.optional() });

/** POST meetings/:meeting/decline: by the same. → { declined } */
export const declineRequest = z.strictObject({ requests: z.array(id).min(1).max(200) });

/** GET meetings → MeetingLine[], newest plan first; staff see those of their bodies. */
export interface MeetingLine {
  meeting: string;
  matter: string;
  procedure: string;
  body: { id: string; name: string };
  place: string;
  plannedAt: number | null;
  /** `draft` until it is called. */
  status: 'draft' | Phase;
  /** It was called, and its notice is still to be posted or served somewhere. */
  noticePending: boolean;
  /** What is still owed after it, in the order of its procedure. */
  owed: OwedLine[];
}

/** POST meetings → { meeting } */
export const newMeetingRequest = z.strictObject({
  body: id,
  procedure: z.string().max(60),
  matter: line(200),
});

/** GET meetings/:meeting → Arrangement; also PUT with arrangementRequest, only while it is a draft. */
export const arrangementRequest = z.strictObject({
  matter: line(200),
  description: paragraphs(20_000),
  place: paragraphs(200),
  plannedAt: safeInteger.nullable(),
  language: languageSchema,
  people: z.array(listedPersonSchema).max(5_000),
  agenda: z
    .array(
      z.strictObject({
        /** Of an item that stood there before; another, or none, is a new item. */
        item: id.optional(),
        title: line(200),
        step: z.string().max(60).nullable(),
        minutes: safeInteger.min(1).max(1440).nullable(),
      }),
    )
    .max(200),
  /** What is arranged of the notice; absent: as it was. */
  notice: noticeArrangedSchema.optional(),
});
export type ArrangementRequest = z.input<typeof arrangementRequest>;
export interface Arrangement extends Omit<MeetingLine, 'owed'> {
  description: string;
  language: Language;
  people: (ListedPerson & { name: string })[];
  agenda: { item: string; title: string; step: string | null; minutes: number | null }[];
  notice: NoticeArranged;
  /** The full name of the convening body, as it signs a notice that was not revised by hand. */
  organ: string;
  joinCode: string | null;
}

/** POST meetings/:meeting/call: copies matter, people, agenda, the text of the notice and the procedure into the record's first event. → { meeting } */
export const callRequest = z.strictObject({
  commandId,
  notice: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('served'), servedAt: safeInteger }),
    /** The text is fixed now; each posting or serving is recorded in the meeting (`record-notice`). */
    z.strictObject({ way: z.literal('to-be-served') }),
    z.strictObject({ way: z.literal('start-now'), waiver: line(500) }),
  ]),
});

/**
 * POST meetings/:meeting/links: personal links for the seats named (all when none is named), to be printed or handed
 * over; by staff, chair and recorder, and for one's own seat alone by whoever holds it. Tokens are kept hashed, so a link
 * cannot be shown twice: making new ones voids those not yet used. → LinkLine[]
 */
export const linksRequest = z.strictObject({ seats: z.array(id).max(5_000).optional() });
export interface LinkLine {
  seat: string;
  name: string;
  capacities: Capacity[];
  standing: string;
  url: string;
}

/**
 * GET meetings/:meeting/invitation, by staff, chair and recorder → Invitation: what the entry cards of a called meeting say
 * alike. Whoever cannot scan opens `origin` and types `joinCode`; a closed meeting has none.
 */
export interface Invitation {
  matter: string;
  plannedAt: number | null;
  place: string;
  demonstration: boolean;
  origin: string;
  joinCode: string | null;
}

/** POST meetings/:meeting/revoke: ends every device of these seats at once and voids their links. → { devices } */
export const revokeRequest = z.strictObject({ seats: z.array(id).min(1).max(200) });

/** POST meetings/:meeting/screen: this browser becomes a projector of the meeting. → ScreenAnswer */
export interface ScreenAnswer {
  screen: string;
  number: number;
}

/**
 * POST /api/screen-code (no body): a code by which a browser that waits to project is paired with a meeting → ScreenCode.
 * It makes the browser's session where there is none.
 */
export interface ScreenCode {
  /** Six of {@link pairingAlphabet}, to be shown and read aloud. */
  code: string;
}
/** What is mistaken for another on a wall or aloud is not among them. */
export const pairingAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * POST /api/screen-paired, by the browser that was given the code: what became of it → PairedAnswer; ask every two
 * seconds. `not-found`: the code is over, ask for another.
 */
export const screenPairedRequest = z.strictObject({ code: z.string().max(40) });
export type PairedAnswer =
  { state: 'waiting' } | { state: 'paired'; community: string; meeting: string; screen: string };

/**
 * POST meetings/:meeting/screens: the browser that shows this code becomes a projector of the meeting; by staff, chair and
 * recorder. Small letters and spaces in the code do not matter. → ScreenAnswer
 */
export const pairScreenRequest = z.strictObject({ code: z.string().max(40) });

/** GET meetings/:meeting/screens, by the same: → ScreenLine[] of those that are connected, by number */
export interface ScreenLine extends ScreenAnswer {
  since: number;
  /** It is the browser that asks. */
  here: boolean;
}

/** POST meetings/:meeting/screens/disconnect, by the same: ends it at once. → { devices } */
export const disconnectScreenRequest = z.strictObject({ screen: id });

/** POST meetings/:meeting/take-chair: by staff with their account, or from a seat (the recorder's), with their own password. → TakeChairAnswer */
export const takeChairRequest = z.strictObject({ commandId, password: anyPassword, seat: id.optional() });
export interface TakeChairAnswer {
  answer: 'accepted' | 'unchanged';
  /** The seat that holds the chair now. */
  seat: string;
}

/** GET link-address → LinkAddress; PUT link-address: by which of its addresses links and QR codes name this server. */
export const linkAddressRequest = z.strictObject({ address: z.string().max(100).nullable() });
export interface LinkAddress {
  /** The origin that links carry now. */
  origin: string;
  /** The address the host chose; null: the best one. */
  chosen: string | null;
  /** Addresses to choose from, best first; empty where the keeper fixed a public origin. */
  addresses: string[];
}

/** GET people?search=… → PersonLine[] (at most 50; with `left=yes` those who left the register); POST people → PersonLine */
export const newPersonRequest = z.strictObject({
  name: line(60),
  phone: line(30).optional(),
  address: line(200).optional(),
});
export interface PersonLine {
  person: string;
  name: string;
}

/** GET public/:meeting: public; of a meeting that a board made known → PublicPage (public-page.ts). */

/** GET records: public. Seals and keys by which anybody can check a record. */
export interface RecordsAnswer {
  community: { code: string; name: string; demonstration: boolean };
  /** Public keys of the installation, hex, newest first. */
  keys: string[];
  seals: {
    meeting: string;
    matter: string | null;
    /** The type of the event it seals up to, such as `meeting-closed`; null when the record lacks it. */
    event: string | null;
    version: number;
    head: string;
    at: number;
    key: string;
    signature: string;
  }[];
}
