/** The files of a meeting: taken in, handed out, put in order, removed, erased. Nothing of them is ever served as a page. */
import { eraseFile } from '@yishiting/db/erasing-files';
import { filesOf, orderFiles, removeFile, type FileRow } from '@yishiting/db/files';
import { eraseFileRequest, fileOrderRequest, uploadQuery, type FileLine } from '@yishiting/domain/api-files';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteDeps } from './deps.ts';
import { answer, door, noBody, staff, withCurrentPassword, type Staff } from './door.ts';
import { handOut, readable } from './handing-out.ts';
import { idInPath, mayAdminister } from './register-doors.ts';
import { notFound, refused, Refused } from './refusal.ts';
import { takeUpload, uploading, UnderWay, type Uploader } from './uploading.ts';

export const fileLine = ({ id, kind, title, media, bytes, kept, uploadedAt }: FileRow): FileLine => {
  return { file: id, kind, title, name: kept?.name ?? null, media, bytes, at: uploadedAt };
};

export function fileRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const all = '/c/:community/api/meetings/:meeting/files';
  const underWay = new UnderWay();
  app.get(
    all,
    staff(deps, noBody, ({ meeting }) => linesOf(deps, meeting)),
  );
  app.post(all, async (request, reply) => {
    const uploader = await uploading(deps, request, reply);
    if (uploader instanceof Refused) return answer(reply, uploader);
    const query = uploadQuery.safeParse(request.query);
    if (!query.success || request.headers['content-type'] !== 'application/octet-stream') {
      return answer(reply, refused('malformed'));
    }
    const given: Uploader = { ...uploader, query: query.data, source: request.raw };
    const row = await underWay.with(uploader.actor.seat, () => takeUpload(deps, given));
    if (row instanceof Refused) stopReading(request);
    return answer(reply, row instanceof Refused ? row : fileLine(row));
  });
  app.get(`${all}/:file`, async (request, reply) => {
    const row = await readable(deps, request, reply);
    return row instanceof Refused ? answer(reply, row) : handOut(deps, reply, row);
  });
  app.post(
    `${all}/order`,
    draft(deps, fileOrderRequest, async ({ meeting, body }) => orderFiles(deps.db, meeting.id, body.files)),
  );
  app.post(`${all}/:file/remove`, (request, reply) =>
    draft(deps, noBody, async ({ meeting }) => {
      const file = idInPath(request, 'file');
      const gone = file !== null && (await removeFile(deps.db, deps.dataDir, { meeting: meeting.id, file }));
      return gone ? undefined : refused('no-such-file');
    })(request, reply),
  );
  app.post(`${all}/:file/erase`, (request, reply) =>
    staff(
      deps,
      eraseFileRequest,
      withCurrentPassword(deps, async (who: Staff<Erasing>) => {
        const file = idInPath(request, 'file');
        if (!mayAdminister(who.account) || file === null) return notFound();
        return erase(deps, who, file);
      }),
    )(request, reply),
  );
}

const linesOf = async ({ db }: RouteDeps, { community, id }: Staff<unknown>['meeting']): Promise<FileLine[]> =>
  (await filesOf(db, community, id)).map(fileLine);

/** Staff, while the meeting is not called; answers with the files as they are then. */
function draft<Body>(
  deps: RouteDeps,
  schema: Parameters<typeof staff<Body>>[1],
  change: (who: Staff<Body>) => Promise<Refused | undefined | void>,
): ReturnType<typeof door> {
  return staff(
    deps,
    schema,
    withCurrentPassword(deps, async (who: Staff<Body>) => {
      const { meeting } = who;
      if (meeting.head > 0) return refused('wrong-phase', { params: { phase: meeting.status } });
      return (await change(who)) ?? linesOf(deps, meeting);
    }),
  );
}

type Erasing = z.output<typeof eraseFileRequest>;

async function erase(deps: RouteDeps, { place, account, body }: Staff<Erasing>, file: string) {
  const { db, clock, dataDir, log, rooms } = deps;
  const order = { ...place, file, ...body, erasedBy: account.person, erasedAt: clock.now() };
  if (!(await eraseFile(db, order, { dataDir }))) return refused('no-such-file');
  // Whoever looks at it, and the wall, is told now and not at the next command.
  await rooms.readAgain(place);
  log.info({ code: 'file-erased', meeting: place.meeting, file }, 'A file of a meeting was erased.');
  return { file };
}

/** Bytes that are still read and thrown away after a refusal, so that the refusal is heard. */
const heardOut = 1024 * 1024;

/** What is left of a refused upload is neither kept nor waited for. */
function stopReading({ raw }: FastifyRequest): void {
  let bytes = 0;
  raw.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > heardOut) raw.destroy();
  });
}
