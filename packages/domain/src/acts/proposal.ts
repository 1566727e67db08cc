/** The tendency proposal (倾向性方案): stated on record by the chair; a new statement supersedes the former. */
import { z } from 'zod';
import { id, paragraphs } from '../text.ts';

const text = paragraphs(5_000).min(1, { error: 'empty' });

export const proposalCommandSchemas = [z.strictObject({ type: z.literal('state-proposal'), text })] as const;
export type ProposalCommand = z.infer<(typeof proposalCommandSchemas)[number]>;

export const proposalEventSchemas = [
  /** `item`: under which it stands in the minutes. */
  z.strictObject({ type: z.literal('proposal-stated'), item: id, text }),
] as const;
