/** For tests: what a meeting's record alone tells, read from the database as a server does that was never in the room. */
import { loadMinutes } from '@yishiting/db/minutes';
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { LiveMinutes, PlacedSections } from '@yishiting/domain/minutes-view';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { mine, view, type Live, type Mine, type Reader, type View } from '@yishiting/domain/view';
import { createPatch } from 'rfc6902';
import * as Y from 'yjs';
import { compacted } from '../minutes/document.ts';
import { readSection } from '../minutes/reading.ts';
import { MinutesText } from '../minutes/text.ts';
import { readRecord } from '../room/decisions.ts';
import type { Place } from '../room/outcomes.ts';
import { screensOf } from '../screens/screens.ts';
import type { OpenHouse } from './open-house.ts';
import type { Page } from './page.ts';

/** Who is connected, and since when others are not: of this moment alone, and told by no record. */
export type Presence = Pick<Live, 'connected' | 'offlineSince'>;

interface Shown {
  view: View | null;
  mine: Mine | null;
}

/** @returns what a page is to show, given who is connected */
export async function replayed(
  house: OpenHouse,
  place: Place,
  lines: RecordedEvent[],
): Promise<(page: Page, presence: Presence) => Shown> {
  const { db } = house;
  const meeting = replay(lines.map(factOf));
  const said = readRecord(lines)?.said ?? [];
  const row = await db.selectFrom('meetings').select('join_code').where('id', '=', place.meeting).executeTakeFirst();
  const isFrozen = meeting.minutes.status === 'frozen';
  const still = {
    joinCode: row?.join_code ?? null,
    screens: await screensOf(db, place, { now: () => Date.now() })(),
    minutes: isFrozen ? null : await minutesRead(house, place, { meetingId: place.meeting, meeting, said }),
  };
  const readerOf = ({ as }: Page): Reader => {
    if (as.kind === 'screen') return { audience: 'projector' };
    const capacities = as.kind === 'seat' ? (meeting.attendance.people[as.seat]?.capacities ?? []) : [];
    return { capacities, staff: as.kind === 'account' };
  };
  return (page, presence) => {
    const { as, live } = page;
    const shown = view({ meeting, live: { ...still, ...presence } }, readerOf(page));
    const seat = as.kind === 'seat' ? as.seat : (live.mine?.seat ?? '');
    const own = as.kind === 'screen' ? null : (mine(meeting, seat, as.kind === 'account' ? live.mine : null) ?? null);
    return asRead(JSON.parse(JSON.stringify({ view: shown, mine: own })) as Shown);
  };
}

/** As it reads: which place a block of the minutes has among numbers hangs on how it came there, their order does not. */
export function asRead({ view: shown, mine: own }: Shown): Shown {
  const sections = shown?.minutes?.sections;
  if (!shown?.minutes || !sections) return { view: shown, mine: own };
  const inOrder = Object.entries(sections).map(([section, blocks]): [string, PlacedSections[string]] => {
    const sorted = Object.entries(blocks).sort(([, one], [, other]) => one.place - other.place);
    return [section, Object.fromEntries(sorted.map(([key, block], place) => [key, { ...block, place }]))];
  });
  return { view: { ...shown, minutes: { ...shown.minutes, sections: Object.fromEntries(inOrder) } }, mine: own };
}

type Threads = Parameters<MinutesText['live']>[0];

async function minutesRead({ db }: OpenHouse, place: Place, threads: Threads): Promise<LiveMinutes> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, compacted(await loadMinutes(db, place.community, place.meeting)).state);
  const text = new MinutesText();
  text.read(threads, (name) => readSection(name, doc.getXmlFragment(name)));
  return text.live(threads);
}

/** The first few places where one differs from the other, for a message. */
export const differences = (one: Shown, other: Shown): unknown[] => createPatch(one, other).slice(0, 8);
