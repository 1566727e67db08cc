/** Every route of the API, one line a subject. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin } from '../identity/origin.ts';
import { accountRoutes } from './account.ts';
import { aboutRoutes } from './about.ts';
import { admissionRoutes } from './admission.ts';
import { arrangementRoutes } from './arrangement.ts';
import { callRoutes } from './call.ts';
import { chairRoutes } from './chair.ts';
import type { RouteDeps, RouteLog } from './deps.ts';
import { answer } from './door.ts';
import { demonstrationRoutes } from './demonstration.ts';
import { agreementPaperRoutes } from './agreement-paper.ts';
import { documentRoutes } from './documents.ts';
import { entryCardRoutes } from './entry-cards.ts';
import { enterRoutes } from './enter.ts';
import { fileRoutes } from './files.ts';
import { hostNoteRoutes } from './host-notes.ts';
import { linkRoutes } from './links.ts';
import { observerRoutes } from './observers.ts';
import { observingRoutes } from './observing.ts';
import { peopleRoutes } from './people.ts';
import { nameListRoutes } from './name-list.ts';
import { publicRoutes } from './public.ts';
import { recordRoutes } from './records.ts';
import { registerPeopleRoutes } from './register-people.ts';
import { notFound, refused } from './refusal.ts';
import { screenRoutes } from './screens.ts';
import { showingRoutes } from './showing.ts';
import { setUpRoutes } from './set-up.ts';
import { staffAccountRoutes } from './staff-accounts.ts';
import { verifyRoutes } from './verify.ts';
import { videoRoutes } from './video.ts';

/** Bytes of a request's body, where a route does not say otherwise. */
const bodyLimit = 64 * 1024;

/** Puts the API into the server; everything it sets stays within the API. */
export function registerRoutes(server: FastifyInstance, deps: RouteDeps): void {
  void server.register(async (app) => {
    app.removeContentTypeParser('application/json');
    const parse = app.getDefaultJsonParser('error', 'error');
    // A page that has nothing to say may still say that it is JSON.
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) =>
      body === '' ? done(null, undefined) : parse(request, body as string, done),
    );
    // Uploads: whoever sends is asked who they are before a byte is read, and the route reads by itself.
    app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null, undefined));
    app.addHook('onRequest', async (request, reply) => {
      if (!comesFromOurPages(request, deps.publicOrigin)) return answer(reply, refused('wrong-origin'));
    });
    app.setErrorHandler((error: FastifyError, request, reply) => explain(error, request, reply, deps.log));

    aboutRoutes(app, deps);
    setUpRoutes(app, deps);
    demonstrationRoutes(app, deps);
    accountRoutes(app, deps);
    enterRoutes(app, deps);
    admissionRoutes(app, deps);
    arrangementRoutes(app, deps);
    callRoutes(app, deps);
    fileRoutes(app, deps);
    hostNoteRoutes(app, deps);
    linkRoutes(app, deps);
    entryCardRoutes(app, deps);
    screenRoutes(app, deps);
    showingRoutes(app, deps);
    videoRoutes(app, deps);
    chairRoutes(app, deps);
    documentRoutes(app, deps);
    agreementPaperRoutes(app, deps);
    peopleRoutes(app, deps);
    nameListRoutes(app, deps);
    registerPeopleRoutes(app, deps);
    staffAccountRoutes(app, deps);
    recordRoutes(app, deps);
    verifyRoutes(app, deps);
    publicRoutes(app, deps);
    observingRoutes(app, deps);
    observerRoutes(app, deps);
  });
}

/** Below the API's paths nothing else is served: no page answers there. */
export function refuseUnknownRequests(server: FastifyInstance): void {
  const refuse = async (_: FastifyRequest, reply: FastifyReply) => answer(reply, notFound());
  for (const url of ['/api/*', '/c/:community/api/*']) server.all(url, { onRequest: refuse }, refuse);
}

/** For what Fastify itself cannot read, such as an address with broken escapes. */
export const refuseUnreadable = (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
  void answer(reply, refused('malformed'));

function comesFromOurPages({ method, headers }: FastifyRequest, publicOrigin: string | undefined): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const { origin, host, cookie } = headers;
  return isOwnOrigin({ origin, host, cookie }, publicOrigin);
}

/** What went wrong before or in a handler. The log gets where and what kind, never the message, which may quote. */
function explain(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: RouteLog): FastifyReply {
  if (error.statusCode === 413) return answer(reply, refused('too-large'));
  if (error.statusCode !== undefined && error.statusCode < 500) return answer(reply, refused('malformed'));
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { method, routeOptions } = request;
  log.error({ method, route: routeOptions.url, error: error.name, code: error.code, places }, 'a request failed');
  return error.code === '53100' ? answer(reply, refused('disk-full')) : answer(reply, refused('try-again'), 500);
}
