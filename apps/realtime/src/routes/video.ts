import { arrangeVideoMeeting, videoMeetingOf } from '@yishiting/db/video-meetings';
import { videoRequest, type VideoAnswer } from '@yishiting/domain/video';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { noBody } from './door.ts';
import { leading } from './leading.ts';

/** The video meeting for those who attend from elsewhere: arranged beforehand, changed whenever its address changes. */
export function videoRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { db, rooms } = deps;
  const url = '/c/:community/api/meetings/:meeting/video';
  const who = ['chair', 'recorder'] as const;
  app.get(
    url,
    leading(deps, who, noBody, async ({ place }): Promise<VideoAnswer> => ({ video: await videoMeetingOf(db, place) })),
  );
  app.put(
    url,
    leading(deps, who, videoRequest, async ({ place, meeting, body }): Promise<VideoAnswer> => {
      await arrangeVideoMeeting(db, place, body);
      // What was committed is told to the seats before it is answered.
      if (meeting) await (await rooms.video(place))?.refresh();
      return { video: await videoMeetingOf(db, place) };
    }),
  );
}
