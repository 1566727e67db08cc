/** Requests and answers of the HTTP API about observers who register for a called meeting; api.ts says how they are read. */
import { z } from 'zod';
import type { Phase } from './acts/session.ts';
import { observersPrivacy } from './observers-privacy.ts';
import { commandId, id, line } from './text.ts';

const who = {
  name: line(60),
  /** One way to reach them, should the meeting be moved or called off. */
  contact: line(60),
};

/** GET public/:meeting/observing, by everybody, of a meeting that was made known on a board */
export interface Observing {
  /** Null: nothing is said of observers; 0: there are no places. */
  places: number | null;
  left: number;
  /** Registrations are taken: the meeting is called and not opened. */
  open: boolean;
}

/**
 * POST public/:meeting/observing, by everybody. `code` is made like the id of a command and kept by the person: it is the
 * key by which they find or cancel the registration, and the same one again is the same registration. → Registered
 */
export const observeRequest = z.strictObject({ code: commandId, ...who, privacy: z.literal(observersPrivacy) });
/** POST public/:meeting/observing/find → Registered. POST …/cancel → Registered */
export const observerCodeRequest = z.strictObject({ code: commandId });
export interface Registered {
  number: number;
  state: 'registered' | 'taken-in' | 'struck' | 'cancelled';
  /** As it was entered; null once nobody needs it any more. */
  name: string | null;
  /** Why it was struck. */
  reason: string | null;
}

/** GET meetings/:meeting/observers, by staff of the body and the seats that lead or keep the record */
export interface ObserverList {
  matter: string;
  place: string;
  plannedAt: number;
  timeZone: string;
  phase: Phase;
  places: number | null;
  left: number;
  /** Whoever asks may take observers in: chair or recorder. */
  takesIn: boolean;
  observers: ObserverLine[];
}
export interface ObserverLine extends Registered {
  registration: string;
  contact: string | null;
  at: number;
  /** Staff entered them: they telephoned or came by. */
  byHand: boolean;
  /** Of whoever was taken in. */
  seat: string | null;
}
/** POST meetings/:meeting/observers: somebody who telephoned. → Registered */
export const enterObserverRequest = z.strictObject({ code: commandId, ...who });
/** POST meetings/:meeting/observers/strike: for a reason that the person can read. → ObserverList */
export const strikeObserversRequest = z.strictObject({ registrations: z.array(id).min(1).max(500), reason: line(200) });
/**
 * POST meetings/:meeting/observers/take-in: makes them an observer of the meeting, with a row in the register; by chair or
 * recorder, from the `seat` named or by their account. → ObserverList
 */
export const takeInObserverRequest = z.strictObject({ registration: id, seat: id.optional() });
