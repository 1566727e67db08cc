/** What goes over the wire of the live room: few messages, tagged, up and down. docs/PROTOCOL.md says the same for outsiders. */
import { z } from 'zod';
import { meetingCommandSchema } from './acts/command.ts';
import type { SavedMark } from './minutes-wire.ts';
import type { EndCode } from './end-codes.ts';
import type { RefusalCode } from './refusals.ts';
import { commandId, id, safeInteger } from './text.ts';
import type { ScreenShows } from './screens.ts';
import type { Mine, View } from './view.ts';

/** Raised whenever an old client could misread a new server; a test pins it to a hash of the schemas below. */
export const protocolNumber = 2;

/** As what a socket joins a meeting; the session must hold the matching grant. */
export const joinSchema = z.strictObject({
  protocol: safeInteger,
  meeting: id,
  as: z.discriminatedUnion('kind', [
    /** Staff of the convening body, with their own account. */
    z.strictObject({ kind: z.literal('account') }),
    z.strictObject({ kind: z.literal('seat'), seat: id }),
    z.strictObject({ kind: z.literal('screen'), screen: id }),
  ]),
});
export type Join = z.infer<typeof joinSchema>;

export const upSchema = z.discriminatedUnion('t', [
  /** `id` is random from the client and stays the same when the command is sent again. */
  z.strictObject({ t: z.literal('command'), id: commandId, command: meetingCommandSchema }),
  /** Asks for the whole view, after a gap in the numbers or a patch that did not fit. */
  z.strictObject({ t: z.literal('whole') }),
]);
export type Up = z.infer<typeof upSchema>;

export type Answer =
  | { answer: 'accepted' }
  /** It was so already; nothing was recorded. */
  | { answer: 'unchanged' }
  | { answer: 'refused'; code: RefusalCode; params?: Record<string, string | number> };

/** One operation of RFC 6902. */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  path: string;
  from?: string;
  value?: unknown;
}

/** `n` counts the patches of one audience; `now` is the server's clock, ms since 1970. */
export type Down =
  /** `shows`: to a screen alone, what it is to show. */
  | { t: 'whole'; n: number; view: View; mine: Mine | null; now: number; shows?: ScreenShows }
  | { t: 'patch'; n: number; patch: PatchOperation[]; now: number }
  | { t: 'mine'; mine: Mine }
  /** To a screen: what it is to show from now on. */
  | { t: 'shows'; shows: ScreenShows }
  /** To those who write the minutes: which state of their document is committed (minutes-wire.ts). */
  | ({ t: 'minutes-saved' } & SavedMark)
  /** The last message before the server ends the connection. */
  | { t: 'ended'; code: EndCode };

/** Limits a client must keep; past them it is refused or its connection ended. */
export const limits = {
  /** Bytes of one message upward. */
  messageBytes: 64 * 1024,
  /** Messages a connection may send in a burst, and a second on the long run. */
  burst: 40,
  perSecond: 10,
  /** Commands of one connection that await their answer. */
  pending: 20,
} as const;
