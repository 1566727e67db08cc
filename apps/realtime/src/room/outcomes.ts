/** What a meeting leaves as rows, for queries and reports; the events are the truth and the rows follow from them. */
import { keepDuties } from '@yishiting/db/duties';
import { putFilesOnRecord } from '@yishiting/db/files';
import { noteProgress } from '@yishiting/db/meetings';
import { forgetObservers } from '@yishiting/db/observers';
import { keepSeal } from '@yishiting/db/record-seals';
import type { Tables } from '@yishiting/db/tables';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import type { Counts } from '@yishiting/domain/acts/voting';
import { dutiesOf } from '@yishiting/domain/duties';
import { entriesOf } from '@yishiting/domain/ledger';
import type { Marks } from '@yishiting/domain/marks';
import type { Meeting } from '@yishiting/domain/meeting';
import { noticesOf } from '@yishiting/domain/notice';
import { sealedAfter } from '@yishiting/domain/record-seal';
import type { Transaction } from 'kysely';
import type { Entry } from './record-keeper.ts';
import type { SealKey } from './seal-key.ts';

type Tx = Transaction<Tables>;

export interface Place {
  community: string;
  meeting: string;
}

/** After these something is owed, or no longer, or by somebody else. */
const changesDuties: ReadonlySet<string> = new Set([
  'meeting-closed',
  'minutes-frozen',
  'duty-assigned',
  'duty-fulfilled',
  'duty-reopened',
] satisfies MeetingEvent['type'][]);

/** Writes the rows that follow from these entries, in the transaction that commits them. */
export async function writeOutcomes(tx: Tx, place: Place, entries: readonly Entry[], after: Meeting, key: SealKey) {
  for (const { line, recorded } of entries) {
    const { event, at } = recorded;
    switch (event.type) {
      case 'meeting-opened':
        await noteProgress(tx, place.community, place.meeting, { status: 'in-session', openedAt: at });
        break;
      case 'meeting-adjourned':
        await noteProgress(tx, place.community, place.meeting, { status: 'adjourned' });
        break;
      case 'meeting-resumed':
        await noteProgress(tx, place.community, place.meeting, { status: 'in-session' });
        break;
      case 'meeting-closed':
        // The short code is given back: nobody joins any more, and another meeting may have it.
        await noteProgress(tx, place.community, place.meeting, { status: 'closed', closedAt: at, joinCode: null });
        await forgetObservers(tx, place.meeting);
        break;
      case 'result-published':
        // A meeting begun without a notice is known to everybody from its result on.
        await noteProgress(tx, place.community, place.meeting, { openToPublic: true });
        break;
      case 'meeting-called-off':
        // Whoever registered to observe is kept until the day it would have been, to be told.
        await noteProgress(tx, place.community, place.meeting, {
          status: 'called-off',
          joinCode: null,
          noticePending: false,
        });
        break;
      case 'meeting-changed':
        await noteProgress(tx, place.community, place.meeting, {
          ...{ plannedAt: event.plannedAt, place: event.place },
          noticePending: isPending(after),
        });
        break;
      case 'notice-served':
        await noteProgress(tx, place.community, place.meeting, { noticePending: isPending(after) });
        break;
      case 'person-added':
      case 'chair-taken':
        await seatFor(tx, place, event.person.seat, event.person.person, at);
        // On whoever is added before the opening a notice in writing is still to be served.
        if (after.session.status === 'called')
          await noteProgress(tx, place.community, place.meeting, { noticePending: isPending(after) });
        break;
      case 'attachment-added':
      case 'photo-taken':
      case 'proof-added':
        await putFilesOnRecord(tx, place.meeting, [event.file]);
        break;
      case 'vote-established':
        await writeVote(tx, place, event, after, line.version, at);
        break;
      case 'vote-annulled':
        await tx.updateTable('votes').set({ outcome: 'annulled' }).where('id', '=', event.vote).execute();
        break;
      default:
      // Most facts leave no row of their own.
    }
    if (sealedAfter.has(event.type)) await sealUpTo(tx, place, line, at, key);
  }
  if (entries.some(({ recorded }) => changesDuties.has(recorded.event.type)))
    await keepDuties(tx, place, dutiesOf(after));
}

async function sealUpTo(tx: Tx, place: Place, { version, hash }: Entry['line'], at: number, key: SealKey) {
  await keepSeal(tx, key.seal({ ...place, version, head: hash, at }));
}

/** Somewhere the notice is still to be posted or served. */
const isPending = (meeting: Meeting): boolean => noticesOf(meeting).some(({ servedAt }) => servedAt === null);

async function seatFor(tx: Tx, place: Place, id: string, person: string, at: number) {
  await tx
    .insertInto('seats')
    .values({ id, ...place, person, created_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function writeVote(
  tx: Tx,
  place: Place,
  { vote, roll, returned, counts }: MeetingEvent & { type: 'vote-established' },
  after: Meeting,
  version: number,
  at: number,
) {
  const put = after.voting.votes[vote];
  if (!put) throw new Error(`Vote ${vote} was established and is not in the meeting`);
  await tx
    .insertInto('votes')
    .values({
      id: vote,
      ...place,
      item: put.item,
      question: put.question,
      kind: put.purpose,
      method: put.method,
      variants: put.variants ?? null,
      on_roll: roll,
      ballots: returned,
      outcome: 'counted',
      established_version: version,
      established_at: at,
    })
    .execute();
  await tx
    .insertInto('vote_outcomes')
    .values(counted(counts, put.grades).map((row) => ({ vote, ...row })))
    .execute();
  const cast = entriesOf(put.ballots);
  if (cast.length === 0) return;
  const { meeting } = place;
  await tx
    .insertInto('vote_choices')
    .values(
      cast.flatMap(([seat, ballot]) =>
        marked(ballot, put.grades).map((row) => ({ meeting, vote, seat, way: ballot.way, ...row })),
      ),
    )
    .execute();
}

/** Number of the variant, 0 for none, and what is said of it: `chosen`, or the word of the grade. */
type Said = { variant: number; choice: string };

function counted(counts: Counts, grades: readonly string[] = []): (Said & { count: number })[] {
  if ('yes' in counts) return Object.entries(counts).map(([choice, count]) => ({ variant: 0, choice, count }));
  const abstain = { variant: 0, choice: 'abstain', count: counts.abstain };
  const rows =
    'variants' in counts
      ? counts.variants.map((count, n) => ({ variant: n + 1, choice: 'chosen', count }))
      : counts.grades.flatMap((row, n) =>
          row.map((count, grade) => ({ variant: n + 1, choice: grades[grade] ?? '', count })),
        );
  return [...rows, abstain];
}

function marked(marks: Marks, grades: readonly string[] = []): Said[] {
  if ('choice' in marks) return [{ variant: 0, choice: marks.choice }];
  if ('chosen' in marks) return marks.chosen.map((variant) => ({ variant, choice: 'chosen' }));
  return marks.graded.map((grade, n) => ({ variant: n + 1, choice: grades[grade - 1] ?? '' }));
}
