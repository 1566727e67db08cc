/**
 * What the screens of a meeting show, and what is prepared to be shown next. Of this moment like presence: no fact a clerk
 * would write down, so it stands in rows and not in the record. A screen is told its own content alone; who may turn
 * screens (chair, recorder, staff) sees all of them and the queue, nobody else does.
 */
import { z } from 'zod';
import type { FileOnRecord } from './files.ts';
import { commandId, id, safeInteger, wellFormed } from './text.ts';

/** Bounds of what is prepared; no wall holds more words, and no host prepares more. */
export const screenLimits = { message: 200, messageLines: 8, queue: 60, page: 9_999 } as const;

/** How a page stands on the wall: whole, or as wide as it goes with its upper, middle or lower part. */
export const pageParts = ['whole', 'top', 'middle', 'bottom'] as const;
export type PagePart = (typeof pageParts)[number];

/** A message for the room: at most 200 characters in eight lines, so that it is read from ten metres. */
const message = wellFormed
  .min(1, { error: 'empty', abort: true })
  .refine((text) => [...text].length <= screenLimits.message, { error: 'too-long', abort: true })
  .refine((text) => text.split('\n').length <= screenLimits.messageLines, { error: 'too-many-lines', abort: true });

/** What a screen can show. Further kinds may be added; a screen that does not know one follows the meeting. */
export const screenContentSchema = z.discriminatedUnion('kind', [
  /** What is going on: the item, its clock, the sounding, the code before the opening. */
  z.strictObject({ kind: z.literal('follow') }),
  /** The whole agenda. `page` from 1 where it takes more than one; null: the page of the current item. */
  z.strictObject({ kind: z.literal('agenda'), page: safeInteger.min(1).max(200).nullable() }),
  z.strictObject({ kind: z.literal('item') }),
  /** Who has the floor and for how long, and who comes next. */
  z.strictObject({ kind: z.literal('floor') }),
  /** A page, from 1, of a PDF among the meeting's files, or a picture; past the end: its last page. */
  z.strictObject({
    kind: z.literal('document'),
    file: id,
    page: safeInteger.min(1).max(screenLimits.page),
    part: z.enum(pageParts),
  }),
  /** The latest sounding. */
  z.strictObject({ kind: z.literal('sounding') }),
  z.strictObject({ kind: z.literal('code') }),
  z.strictObject({ kind: z.literal('message'), text: message }),
  /** Dark, with the meeting's title small. It covers what the screen shows otherwise, which comes back when uncovered. */
  z.strictObject({ kind: z.literal('blank') }),
]);
export type ScreenContent = z.infer<typeof screenContentSchema>;

/** Which parts stand around the content: the title, the course of the meeting, the time of day. */
export const screenFrameSchema = z.strictObject({ header: z.boolean(), footer: z.boolean(), clock: z.boolean() });
export type ScreenFrame = z.infer<typeof screenFrameSchema>;

/** What the room is told of the file on its wall; without its title once it was withdrawn or erased. */
export type ShownFile = Pick<FileOnRecord, 'kind' | 'title' | 'media' | 'state'>;
/** The meeting's files by id, as far as whoever asks knows them. */
type KnownFiles = Readonly<Record<string, ShownFile>>;

/** What one screen is told of itself. */
export interface ScreenShows {
  content: ScreenContent;
  frame: ScreenFrame;
  /** With the content `document` alone: a screen is told of no other file. */
  document?: ShownFile;
}
/** As a screen begins, and one of which nothing is known. */
export const followsAll: ScreenShows = {
  content: { kind: 'follow' },
  frame: { header: true, footer: true, clock: true },
};

/** A screen that some browser is. */
export interface ScreenState extends Omit<ScreenShows, 'document'> {
  screen: string;
  /** From 1, as it is called in the room. */
  number: number;
  /** Since when its browser is this screen, ms since 1970. */
  since: number;
  /** Covered: it is dark, and `content` waits below. */
  blanked: boolean;
}

/** Something prepared to be shown. */
export interface QueueEntry {
  entry: string;
  /** The screen it is meant for; null: all. */
  on: string | null;
  content: ScreenContent;
}
export const queueEntrySchema = z.strictObject({ entry: commandId, on: id.nullable(), content: screenContentSchema });

/** All of it, as rows say. */
export interface LiveScreens {
  /** By number. */
  screens: readonly ScreenState[];
  /** What comes first stands first. */
  queue: readonly QueueEntry[];
}
export const noScreens: LiveScreens = { screens: [], queue: [] };

export interface ScreenView extends ScreenState {
  connected: boolean;
  /** Null while connected, and when it was not seen since the server started. */
  offlineSince: number | null;
}
export interface ScreensView {
  order: string[];
  byId: Record<string, ScreenView>;
  queue: { order: string[]; byId: Record<string, QueueEntry> };
}

/** What this screen is to show now. */
export function shownOn({ screens }: LiveScreens, screen: string, files: KnownFiles): ScreenShows {
  const found = screens.find((one) => one.screen === screen);
  return found ? showsOf(found, files) : followsAll;
}

/** What a screen shows, covered or not. */
export function showsOf(
  { content, blanked, frame }: Omit<ScreenState, 'screen' | 'number' | 'since'>,
  files: KnownFiles,
) {
  return shows(blanked ? { kind: 'blank' } : content, frame, files);
}

/** This content in this frame, with what the room is told of a file in it. */
export function shows(content: ScreenContent, frame: ScreenFrame, files: KnownFiles): ScreenShows {
  const file = content.kind === 'document' && Object.hasOwn(files, content.file) ? files[content.file] : undefined;
  if (!file) return { content, frame };
  const { kind, title, media, state } = file;
  return { content, frame, document: { kind, title: state === 'there' ? title : null, media, state } };
}

/** Screens and queue for those who may turn them. `connected` and `offlineSince` by screen. */
export function screensView(
  { screens, queue }: LiveScreens,
  {
    connected,
    offlineSince,
  }: { connected: Pick<ReadonlySet<string>, 'has'>; offlineSince: ReadonlyMap<string, number> },
): ScreensView {
  return {
    order: screens.map(({ screen }) => screen),
    byId: Object.fromEntries(
      screens.map((one) => {
        const here = connected.has(one.screen);
        return [
          one.screen,
          { ...one, connected: here, offlineSince: here ? null : (offlineSince.get(one.screen) ?? null) },
        ];
      }),
    ),
    queue: { order: queue.map(({ entry }) => entry), byId: Object.fromEntries(queue.map((one) => [one.entry, one])) },
  };
}

/** The queue with this prepared last; the same where it stands in it already. Null when it is full. */
export function queued(queue: readonly QueueEntry[], added: QueueEntry): readonly QueueEntry[] | null {
  if (queue.some(({ entry }) => entry === added.entry)) return queue;
  return queue.length < screenLimits.queue ? [...queue, added] : null;
}

export const unqueued = (queue: readonly QueueEntry[], entry: string): readonly QueueEntry[] =>
  queue.filter((one) => one.entry !== entry);

/** The queue with `entry` standing right before `before`, or last; as it was when either is not in it. */
export function requeued(queue: readonly QueueEntry[], entry: string, before: string | null): readonly QueueEntry[] {
  const moved = queue.find((one) => one.entry === entry);
  const rest = unqueued(queue, entry);
  const place = before === null ? rest.length : rest.findIndex((one) => one.entry === before);
  return moved && place >= 0 ? rest.toSpliced(place, 0, moved) : queue;
}
