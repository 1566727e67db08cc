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
    desk(deps, showRequest, ({ place, body: { on, content } }) =>
      turning(place, turnScreens(deps, place, on, { content })),
    ),
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
    desk(deps, showNextRequest, ({ place, body }) => turning(place, showPrepared(deps, place, body.entry))),
  );
  app.post(
    of('queue'),
    desk(deps, queueRequest, async ({ place, body }) => {
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

/** What was committed stands on the screens and at the desk before it is answered. */
export async function told({ rooms }: RouteDeps, place: Place): Promise<void> {
  await (await rooms.screens(place))?.refresh();
}
