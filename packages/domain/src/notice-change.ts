/**
 * The notice of a meeting whose time or place changed: it says first what changed and why, and then all that the former
 * one said, with the new time and place, so that nobody has to read two papers together.
 */
import type { MeetingCalled } from './acts/called.ts';
import { nothingArranged, type NoticeWords } from './acts/notice.ts';
import { writtenMoment } from './days.ts';
import { noticeInForce } from './notice.ts';
import { draftNotice, isPublic, mostText } from './notice-text.ts';
import { pageWordsOf } from './words/pages.ts';

/** Time (ms since 1970) and place as they shall be, and why. */
export interface Changed {
  plannedAt: number;
  place: string;
  reason: string;
}

/** The words of the notice that takes the place of the one in force. */
export function draftChange(called: ChangedMeeting, changed: Changed): NoticeWords {
  const { language, matter, procedure, community } = called;
  const { notice: words } = pageWordsOf(language);
  const time = (at: number) => writtenMoment(at, community.timeZone, language);
  const [before, now] = [time(called.plannedAt), time(changed.plannedAt)];
  const moved = before !== now;
  const elsewhere = called.place !== changed.place;
  const former = formerWords(called);
  const said = { matter, procedure: procedure.name[language], open: isPublic(procedure) };
  const opening = words.changeOpening({
    ...said,
    former: { time: before, place: called.place },
    time: moved ? now : null,
    place: elsewhere ? changed.place : null,
    reason: changed.reason,
  });
  // A meeting moved twice is told from where it was last announced.
  const lines = former.body.split('\n');
  const rest = lines[0]?.startsWith(words.changeBegins) ? lines.slice(1) : lines;
  // By a function: a place as typed may look like a pattern of what is to be put in.
  const body = rest
    .join('\n')
    .replaceAll(before, now)
    .replaceAll(called.place, () => changed.place);
  return {
    title: words.changeTitle({ ...said, time: moved, place: elsewhere }).slice(0, mostText.title),
    body: `${opening}\n${body}`.slice(0, mostText.body),
    signature: former.signature,
  };
}

/** Of the meeting as called, what a page knows of it as well. */
export type ChangedMeeting = Pick<
  MeetingCalled,
  'language' | 'matter' | 'place' | 'plannedAt' | 'people' | 'agenda' | 'notice'
> & {
  community: Pick<MeetingCalled['community'], 'name' | 'timeZone'>;
  body: Pick<MeetingCalled['body'], 'name'>;
  procedure: Pick<MeetingCalled['procedure'], 'name' | 'notices' | 'documents' | 'decisions'>;
};

function formerWords(called: ChangedMeeting): NoticeWords {
  const { language, community, body, people } = called;
  const inForce = noticeInForce(called);
  if (inForce) return inForce;
  const organ = pageWordsOf(language).notice.organ(community.name, body.name);
  return draftNotice({
    ...called,
    ...{ organ, timeZone: community.timeZone, notice: nothingArranged },
    people: people.map(({ name, capacities, standing = '' }) => ({ name, capacities, standing })),
  });
}
