/** A paper is made and handed over as a file: never shown as a page of ours, and kept by nobody on the way. */
import type { Paper } from '@yishiting/domain/papers/paper';
import type { FastifyReply } from 'fastify';
import { fileHeader } from '../documents/file-name.ts';
import type { Template } from '../documents/press.ts';
import type { RouteDeps } from './deps.ts';
import { refused, type Refused } from './refusal.ts';

/** The PDF, with the reply's headers set for it; or why there is none. @param name of the file, without its ending */
export async function paperFile(
  { press }: RouteDeps,
  reply: FastifyReply,
  { template, paper, name }: { template: Template; paper: Paper; name: string },
): Promise<Buffer | Refused> {
  const made = await press.makePdf(template, paper);
  if ('refused' in made) return refused(made.refused, made.params ? { params: made.params } : {});
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', fileHeader(name, 'pdf'))
    .header('x-content-type-options', 'nosniff');
  return made.pdf;
}
