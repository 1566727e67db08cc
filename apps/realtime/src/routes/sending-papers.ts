/** A paper is made and handed over as a file: never shown as a page of ours, and kept by nobody on the way. */
import type { Paper } from '@yishiting/domain/papers/paper';
import type { FastifyReply } from 'fastify';
import { fileHeader } from '../documents/file-name.ts';
import type { Template } from '../documents/press.ts';
import type { RouteDeps } from './deps.ts';
import { answer } from './door.ts';
import { refused } from './refusal.ts';

/** The reply with the PDF, or why there is none. @param name of the file, without its ending */
export async function sendPaper(
  { press }: RouteDeps,
  reply: FastifyReply,
  { template, paper, name }: { template: Template; paper: Paper; name: string },
): Promise<FastifyReply> {
  const made = await press.makePdf(template, paper);
  if ('refused' in made) return answer(reply, refused(made.refused, made.params ? { params: made.params } : {}));
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', fileHeader(name, 'pdf'))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(made.pdf);
}
