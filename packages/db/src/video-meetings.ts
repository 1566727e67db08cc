/** The video meeting by which people attend a meeting from elsewhere; one row a meeting, none where there is none. */
import type { VideoMeeting } from '@yishiting/domain/video';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface Place {
  community: string;
  meeting: string;
}

export async function videoMeetingOf(db: Kysely<Tables>, { community, meeting }: Place): Promise<VideoMeeting | null> {
  const row = await db
    .selectFrom('video_meetings')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select(['address', 'access'])
    .executeTakeFirst();
  return row ?? null;
}

/** Puts this in the place of what was arranged; nothing in both parts means that there is none. */
export async function arrangeVideoMeeting(db: Kysely<Tables>, place: Place, video: VideoMeeting): Promise<void> {
  const { community, meeting } = place;
  const { address, access } = video;
  if (address === '' && access === '') {
    const held = db.deleteFrom('video_meetings').where('community', '=', community);
    await held.where('meeting', '=', meeting).execute();
    return;
  }
  await db
    .insertInto('video_meetings')
    .values({ community, meeting, address, access })
    .onConflict((conflict) => conflict.column('meeting').doUpdateSet({ address, access }))
    .execute();
}
