import { mayStandOnWall } from '@yishiting/domain/files';
import type { ScreenContent } from '@yishiting/domain/screens';
import {
  frameRequest,
  queueMoveRequest,
  queueRemoveRequest,
  queueRequest,
  showNextRequest,
  showRequest,
  uncoverRequest,
} from '@yishiting/domain/showing';
import type { FastifyInstance } from 'fastify';
import type { Place } from '../room/outcomes.ts';
import { prepare, putBefore, showPrepared, takeOff, turnScreens } from '../screens/showing.ts';
import { desk } from './desk.ts';
import type { RouteDeps } from './deps.ts';
import { refused } from './refusal.ts';

/** What the screens of a meeting show, and what is prepared for them. */
export function showingRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const of = (path: string) => `/c/:community/api/meetings/:meeting/screens/${path}`;
  const turning = async (place: Place, turned: Promise<boolean>) => {
    if (!(await turned)) return refused('no-such-screen');
    await told(deps, place);
    return {};
  };
  app.post(
    of('show'),
    desk(deps, showRequest, async ({ place, body: { on, content } }) => {
      if (!(await mayShow(deps, place))(content)) return refused('no-such-file');
      return turning(place, turnScreens(deps, place, on, { content }));
    }),
  );
  app.post(
    of('uncover'),
    desk(deps, uncoverRequest, ({ place, body }) => turning(place, turnScreens(deps, place, body.on, 'uncover'))),
  );
  app.post(
    of('frame'),
    desk(deps, frameRequest, ({ place, body: { on, frame } }) =>
      turning(place, turnScreens(deps, place, on, { frame })),
    ),
  );
  app.post(
    of('next'),
    desk(deps, showNextRequest, async ({ place, body }) => {
      const shown = await showPrepared(deps, place, body.entry, await mayShow(deps, place));
      return shown === 'no-such-file' ? refused(shown) : turning(place, Promise.resolve(shown));
    }),
  );
  app.post(
    of('queue'),
    desk(deps, queueRequest, async ({ place, body }) => {
      if (!(await mayShow(deps, place))(body.content)) return refused('no-such-file');
      if (!(await prepare(deps, place, body))) return refused('queue-full');
      await told(deps, place);
      return {};
    }),
  );
  app.post(
    of('queue/move'),
    desk(deps, queueMoveRequest, async ({ place, body }) => {
      await putBefore(deps, place, body);
      await told(deps, place);
      return {};
    }),
  );
  app.post(
    of('queue/remove'),
    desk(deps, queueRemoveRequest, async ({ place, body }) => {
      await takeOff(deps, place, body.entry);
      await told(deps, place);
      return {};
    }),
  );
}

/** Whether this can stand on the wall now: of a file only what is there, and can be drawn. */
async function mayShow({ rooms }: RouteDeps, place: Place): Promise<(content: ScreenContent) => boolean> {
  const known = (await rooms.meeting(place))?.files.byId ?? {};
  return (content) => {
    const file = content.kind === 'document' && Object.hasOwn(known, content.file) ? known[content.file] : undefined;
    return content.kind !== 'document' || (file !== undefined && mayStandOnWall(file));
  };
}

/** What was committed stands on the screens and at the desk before it is answered. */
export async function told({ rooms }: RouteDeps, place: Place): Promise<void> {
  await (await rooms.screens(place))?.refresh();
}
