/** Lets SvelteKit answer whatever the API does not: its handler is the last to be asked. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Answers a request with a page, or calls `next` when it has none. */
export type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const built = new URL('../../web/build/handler.js', import.meta.url);

/** The built pages; null when they were not built. */
export async function builtPages(): Promise<Pages | null> {
  if (!existsSync(fileURLToPath(built))) return null;
  const { handler } = (await import(built.href)) as { handler: Pages };
  return handler;
}

export function registerPages(app: FastifyInstance, pages: Pages): void {
  void app.register(async (scope) => {
    // Kit reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', (request, reply) => {
      reply.hijack();
      pages(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
    });
  });
}
