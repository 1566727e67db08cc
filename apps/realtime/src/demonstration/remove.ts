/** Takes the demonstration away again, with everything that was tried in it. */
import { communities, removeDemonstration } from '@yishiting/db/communities';
import { revokeAllGrants } from '@yishiting/db/grants';
import type { Connection } from '@yishiting/db/connect';
import type { Clock } from '../clock.ts';
import type { Revocations } from '../identity/revocations.ts';

interface RemovingNeeds extends Pick<Connection, 'db'> {
  clock: Clock;
  dataDir: string;
  revocations: Revocations;
  rooms: {
    /** The epoch in which this server owns the community; null while another does. */
    epoch(community: string): Promise<number | null>;
    /** Ends a community's rooms and keeps them closed while its rows are removed; false while another owns it. */
    close(community: string, remove: () => Promise<void>): Promise<boolean>;
  };
}

/**
 * Ends every room of the demonstrations, signs everybody out of them and removes their rows. Real communities stay.
 * @param last the id of the community from which this is asked: it goes last, so that a try that failed can be repeated
 * @returns false while another server owns one of them: nothing is removed then
 */
export async function removeDemonstrations(
  { db, clock, rooms, revocations, dataDir }: RemovingNeeds,
  last: string,
): Promise<boolean> {
  const shown = (await communities(db)).filter(({ demonstration }) => demonstration).map(({ id }) => id);
  const inOrder = [...shown.filter((id) => id !== last), last];
  for (const id of inOrder) if ((await rooms.epoch(id)) === null) return false;
  for (const id of inOrder) {
    const closed = await rooms.close(id, async () => {
      revocations.tell(await revokeAllGrants(db, { community: id, at: clock.now() }));
      await removeDemonstration(db, id, { dataDir });
    });
    if (!closed) return false;
  }
  return true;
}
