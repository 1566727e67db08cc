/** What a language must bring so that a notice can be drafted in it. */
import type { Capacity } from '../capacities.ts';
import type { ServingWay } from '../acts/notice.ts';
import type { noticeChannels } from '../procedures/calling.ts';

/** What the record says of a serving; `to` and `how`: on whom and by what way, null where it reached all at once. */
export interface ServedSaid {
  channel: ChannelName;
  time: string;
  by: string;
  note: string | null;
  corrects: boolean;
  to?: string | null;
  how?: ServingWay | null;
}

/** `unstated`: the way that the host chose, where the procedure states none. */
export type ChannelName = (typeof noticeChannels)[number] | 'unstated';

/** From which rule an opening departed; days as they are written out. */
export interface DeviationSaid {
  /** Null where no time is stated. */
  days: number | null;
  clear: boolean;
  document: string;
  place: string;
  /** A channel that was not served at all; null: every one was, too late. */
  missing: ChannelName | null;
  /** How many were not served by themselves; 0 where the channel reaches all at once. */
  people?: number;
  /** First day on which it might have opened; null while a channel is missing. */
  earliest: string | null;
}

export interface NoticeWording {
  /** `open`: for everybody to read (公告), else to those it is handed to (通知). */
  kind: (open: boolean) => string;
  title: (said: { matter: string; procedure: string; open: boolean }) => string;
  opening: (said: {
    matter: string;
    document: string | null;
    time: string;
    place: string;
    procedure: string;
    open: boolean;
  }) => string;
  /** A numbered section; `n` counts from 1. */
  section: (n: number, heading: string, text: string) => string;
  headings: { time: string; place: string; content: string; participants: string; observers: string; contact: string };
  content: (matter: string, steps: readonly string[]) => string;
  /** `people`: each with whom they stand for, where that is said. */
  group: (capacity: Capacity, people: readonly { name: string; standing: string }[]) => string;
  /** Where there are too many to be named. */
  crowd: (capacity: Capacity, count: number) => string;
  /** `contact`: one is named below. */
  observers: (seats: number, contact: boolean) => string;
  contact: (name: string, phone: string) => string;
  /** How the first paragraph of a notice of change begins, by which it is told from what the former notice said. */
  changeBegins: string;
  /** `time`, `place`: whether each changed. */
  changeTitle: (said: { matter: string; procedure: string; open: boolean; time: boolean; place: boolean }) => string;
  /** The first paragraph of a notice of change; `time`, `place`: what it is now, null where it stays. */
  changeOpening: (said: {
    matter: string;
    procedure: string;
    open: boolean;
    former: { time: string; place: string };
    time: string | null;
    place: string | null;
    reason: string;
  }) => string;
  closing: (open: boolean) => string;
  /** Stands where something is not filled in yet. */
  pending: string;
  /** The full name of a body of a community. */
  organ: (community: string, body: string) => string;
}
