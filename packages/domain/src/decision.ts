import type { MeetingEvent } from './acts/event.ts';
import type { Upload } from './acts/files.ts';
import type { TakenIn } from './agreement-taken-in.ts';
import type { WovenMinutes } from './minutes-text.ts';
import type { RefusalCode } from './refusals.ts';

/** Who acts, as the session and the register say; never taken from what was sent. */
export interface Actor {
  /** The seat (meeting, person) that acts. */
  seat: string;
  /** The person's row in the community's register. */
  person: string;
  /** The name as called in the meeting. */
  name: string;
  /** True for staff of the body that convenes the meeting. */
  staff: boolean;
  /** True for who keeps the seal of that body, and comes to set it. */
  keeper?: boolean;
}

/** What a decision may use besides the meeting and the command: time and ids come in as arguments. */
export interface Circumstances {
  actor: Actor;
  /** Milliseconds since 1970, not before the meeting's last event. */
  at: number;
  newId: () => string;
  /** The actor has just given their own password (taking the chair and setting a seal ask for it). */
  passwordGiven?: boolean;
  /** For add-person: what the register says of the row named, and the seat it has or gets; absent when there is no such row. */
  register?: { name: string; seat: string };
  /** For add-attachment and take-photo: the bytes that the server has taken in; absent when it has none by that id. */
  upload?: Upload;
  /** For what is written of the agreement, for freezing and signing it: the texts and strokes that the server has taken in. */
  agreement?: TakenIn;
  /** The act was done on a tablet that was handed over in the room: its number, and who handed it over. */
  tablet?: { number: number; by: string };
  /** For set-seal: the bytes of the seal named, as SHA-256, which is in use and kept by the actor; absent when there is none. */
  seal?: { image: string };
  /** For circulate-minutes and confirm-minutes: the text as committed; absent when it could not be read. */
  minutes?: WovenMinutes;
}

export interface Refusal {
  outcome: 'refused';
  code: RefusalCode;
  /** Figures and names for the sentence that explains the code. */
  params?: Record<string, string | number>;
}

/** Accepted with the facts that follow; no facts means that nothing changes. */
export interface Acceptance {
  outcome: 'accepted';
  events: MeetingEvent[];
}

export type Decision = Acceptance | Refusal;

export const accept = (...events: MeetingEvent[]): Acceptance => ({ outcome: 'accepted', events });
/** Accepted, and nothing changes: it is so already. */
export const unchanged = (): Acceptance => ({ outcome: 'accepted', events: [] });
export const refuse = (code: RefusalCode, params?: Record<string, string | number>): Refusal =>
  params ? { outcome: 'refused', code, params } : { outcome: 'refused', code };
