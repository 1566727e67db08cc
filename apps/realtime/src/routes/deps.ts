import type { Tables } from '@yishiting/db/tables';
import type { Meeting } from '@yishiting/domain/meeting';
import type { Answer } from '@yishiting/domain/protocol';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import type { Kysely } from 'kysely';
import type { Requests } from '../admission/requests.ts';
import type { Clock } from '../clock.ts';
import type { WrongGuesses } from '../identity/limits.ts';
import type { Revocations } from '../identity/revocations.ts';
import type { Given } from '../room/decisions.ts';
import type { Press } from '../documents/press.ts';
import type { Place } from '../room/outcomes.ts';
import type { Screens } from '../screens/screens.ts';

/** The live rooms, as the routes need them. */
export interface RoomsPort {
  /** The epoch in which this server owns the community; null while another does. */
  epoch(community: string): Promise<number | null>;
  /** The meeting as committed; null when it was never called. */
  meeting(place: Place): Promise<Meeting | null>;
  /** The minutes as woven and committed; null when they are final, and then stand in the meeting, or cannot be read. */
  minutes(place: Place): Promise<LiveMinutes | null>;
  submit(place: Place, given: Given): Promise<Answer>;
  /** Something was put on record beside the room: an open one reads it and tells of it. */
  readAgain(place: Place): Promise<void>;
  /** Ends a community's rooms for good and keeps them closed while its rows are removed; false while another owns it. */
  close(community: string, remove: () => Promise<void>): Promise<boolean>;
  /** Who asks to be let into the meeting; null when it was never called. */
  requests(place: Place): Promise<Requests | null>;
  /** The same, only where the room is open already: whoever polls does not open it. */
  requestsOpen(place: Place): Promise<Requests | null>;
  /** What the screens of the meeting show; null when it was never called. */
  screens(place: Place): Promise<Screens | null>;
  /** Its video meeting, to be read again when it was changed; null when it was never called. */
  video(place: Place): Promise<{ refresh(): Promise<void> } | null>;
}

/** Codes and ids only: no name, token, password, address or text. */
export interface RouteLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** All that the routes need from the house. */
export interface RouteDeps {
  db: Kysely<Tables>;
  clock: Clock;
  newId: () => string;
  log: RouteLog;
  rooms: RoomsPort;
  /** Makes papers as PDF. */
  press: Pick<Press, 'makePdf'>;
  revocations: Revocations;
  /** Wrong codes and link tokens, by address. */
  guesses: WrongGuesses;
  /** Wrong passwords for logins that nobody has. */
  nobodysTries: WrongGuesses;
  /** Public keys of the installation's record seals, hex, newest first. */
  publicKeys: readonly string[];
  version: string;
  /** Where backups and the list of erasures beside them lie. */
  dataDir: string;
  publicOrigin: string | undefined;
  /** The port this server listens on, once it does. */
  port: () => number;
  /** Addresses of this machine that phones in the room can reach, best first. */
  addresses: () => string[];
}
