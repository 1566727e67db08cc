/** What a meeting leaves as rows, for queries and reports; the events are the truth and the rows follow from them. */
import { putFilesOnRecord } from '@yishiting/db/files';
import { noteProgress } from '@yishiting/db/meetings';
import { keepSeal } from '@yishiting/db/record-seals';
import type { Tables } from '@yishiting/db/tables';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { entriesOf } from '@yishiting/domain/ledger';
import type { Meeting } from '@yishiting/domain/meeting';
import { noticesOf } from '@yishiting/domain/notice';
import type { Transaction } from 'kysely';
import type { Entry } from './record-keeper.ts';
import type { SealKey } from './seal-key.ts';

type Tx = Transaction<Tables>;

export interface Place {
  community: string;
  meeting: string;
}

/** Writes the rows that follow from these entries, in the transaction that commits them. */
export async function writeOutcomes(tx: Tx, place: Place, entries: readonly Entry[], after: Meeting, key: SealKey) {
  for (const { line, recorded } of entries) {
    const { event, at } = recorded;
    switch (event.type) {
      case 'meeting-opened':
        await setStatus(tx, place, { status: 'in-session', opened_at: at });
        break;
      case 'meeting-adjourned':
        await setStatus(tx, place, { status: 'adjourned' });
        break;
      case 'meeting-resumed':
        await setStatus(tx, place, { status: 'in-session' });
        break;
      case 'meeting-closed':
        // The short code is given back: nobody joins any more, and another meeting may have it.
        await setStatus(tx, place, { status: 'closed', closed_at: at, join_code: null });
        await sealUpTo(tx, place, line, at, key);
        break;
      case 'minutes-frozen':
        // The confirmed text is written after the closing: without a seal of its own nothing would vouch for it.
        await sealUpTo(tx, place, line, at, key);
        break;
      case 'notice-served':
        await noteProgress(tx, place.meeting, {
          noticePending: noticesOf(after).some(({ servedAt }) => servedAt === null),
        });
        break;
      case 'person-added':
      case 'chair-taken':
        await seatFor(tx, place, event.person.seat, event.person.person, at);
        break;
      case 'attachment-added':
      case 'photo-taken':
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
  }
}

async function sealUpTo(tx: Tx, place: Place, { version, hash }: Entry['line'], at: number, key: SealKey) {
  await keepSeal(tx, key.seal({ ...place, version, head: hash, at }));
}

async function setStatus(
  tx: Tx,
  { community, meeting }: Place,
  set: { status: string; opened_at?: number; closed_at?: number; join_code?: null },
) {
  await tx.updateTable('meetings').set(set).where('id', '=', meeting).where('community', '=', community).execute();
}

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
      on_roll: roll,
      ballots: returned,
      outcome: 'counted',
      established_version: version,
      established_at: at,
    })
    .execute();
  await tx
    .insertInto('vote_outcomes')
    .values(Object.entries(counts).map(([choice, count]) => ({ vote, choice, count })))
    .execute();
  const cast = entriesOf(put.ballots);
  if (cast.length === 0) return;
  const { meeting } = place;
  await tx
    .insertInto('vote_choices')
    .values(cast.map(([seat, { choice, way }]) => ({ meeting, vote, seat, choice, way })))
    .execute();
}
