/** Turning the screens of a meeting: what they show, and what is prepared for them. Every change is a committed row. */
import { changeScreenQueue, frameOn, screensInUse, showOn, uncover } from '@yishiting/db/screens';
import type { Tables } from '@yishiting/db/tables';
import {
  queued,
  requeued,
  unqueued,
  type QueueEntry,
  type ScreenContent,
  type ScreenFrame,
} from '@yishiting/domain/screens';
import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Place } from '../room/outcomes.ts';

interface Needs {
  db: Kysely<Tables>;
  clock: Clock;
}
/** How screens are to be turned. */
export type Turn = { content: ScreenContent } | { frame: ScreenFrame } | 'uncover';

/** Turns the screens named, or (null) all that are in use. @returns whether there was one of them */
export async function turnScreens(
  { db, clock }: Needs,
  place: Place,
  on: readonly string[] | null,
  turn: Turn,
): Promise<boolean> {
  const inUse = await screensInUse(db, { ...place, now: clock.now() });
  const screens = inUse.flatMap(({ screen }) => (on === null || on.includes(screen) ? [screen] : []));
  if (screens.length === 0) return false;
  const these = { ...place, screens };
  if (turn === 'uncover') await uncover(db, these);
  else if ('frame' in turn) await frameOn(db, these, turn.frame);
  else await showOn(db, these, turn.content);
  return true;
}

/** Prepares something to be shown last. @returns false when the queue is full */
export function prepare({ db }: Pick<Needs, 'db'>, place: Place, added: QueueEntry): Promise<boolean> {
  return changing(db, place, (queue) => {
    const next = queued(queue, added);
    return { queue: next ?? queue, said: next !== null };
  });
}

export const takeOff = ({ db }: Pick<Needs, 'db'>, place: Place, entry: string): Promise<void> =>
  changing(db, place, (queue) => ({ queue: unqueued(queue, entry), said: undefined }));

export const putBefore = (
  { db }: Pick<Needs, 'db'>,
  place: Place,
  { entry, before }: { entry: string; before: string | null },
): Promise<void> => changing(db, place, (queue) => ({ queue: requeued(queue, entry, before), said: undefined }));

/**
 * Shows what was prepared and takes it off the queue, both or neither; what is no longer in it changes nothing.
 * @returns false when there is no screen to show it, `no-such-file` when it may not be shown: it stays where it is
 */
export async function showPrepared(
  { db, clock }: Needs,
  place: Place,
  entry: string,
  may: (content: ScreenContent) => boolean,
): Promise<boolean | 'no-such-file'> {
  return db
    .transaction()
    .execute(async (tx) => {
      const turn = ({ on, content }: QueueEntry) =>
        turnScreens({ db: tx, clock }, place, on === null ? null : [on], { content });
      const found = await changeScreenQueue(tx, place, (queue) => ({
        queue: unqueued(queue, entry),
        said: queue.find((one) => one.entry === entry),
      }));
      if (!found) return true;
      // Thrown, so that the taking off is undone.
      if (!may(found.content)) throw new Stays('no-such-file');
      if (!(await turn(found))) throw new Stays(false);
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Stays) return error.answer;
      throw error;
    });
}
class Stays extends Error {
  readonly answer: false | 'no-such-file';
  constructor(answer: false | 'no-such-file') {
    super('what was prepared stays');
    this.answer = answer;
  }
}

const changing = <Said>(
  db: Kysely<Tables>,
  place: Place,
  change: (queue: readonly QueueEntry[]) => { queue: readonly QueueEntry[]; said: Said },
): Promise<Said> => db.transaction().execute((tx: Transaction<Tables>) => changeScreenQueue(tx, place, change));
