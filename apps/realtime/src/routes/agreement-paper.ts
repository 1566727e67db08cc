/** The frozen agreement on its form, to be signed in ink: for those who lead and staff. No copy goes to anybody else before it is effective. */
import { frozenText } from '@yishiting/db/agreements';
import { agreementTextSchema } from '@yishiting/domain/agreement-text';
import { agreementPaper } from '@yishiting/domain/papers/agreement-paper';
import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from './deps.ts';
import { answer } from './door.ts';
import { findSeated } from './desk.ts';
import { notFound, refused, Refused } from './refusal.ts';
import { paperFile } from './sending-papers.ts';

export function agreementPaperRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/c/:community/api/meetings/:meeting/documents/agreement.pdf', async (request, reply) => {
    const found = await findSeated(deps, request, reply);
    if (found instanceof Refused) return answer(reply, found);
    const { who } = found;
    const meeting = who.atDesk ? await deps.rooms.meeting(who.place) : null;
    if (!meeting) return answer(reply, notFound());
    const last = meeting.agreement.versions.at(-1);
    if (meeting.agreement.status !== 'frozen' || !last) return answer(reply, refused('agreement-not-frozen'));
    const kept = await frozenText(deps.db, who.place, last.hash);
    if (kept === null) return answer(reply, notFound());
    const text = agreementTextSchema.parse(JSON.parse(kept));
    const { demonstration } = meeting.called.community;
    const paper = agreementPaper(text, { frozenAt: last.at, demonstration, number: null });
    const name = `${paper.title}-${who.matter}`;
    return answer(reply, await paperFile(deps, reply, { template: 'agreement', paper, name }));
  });
}
