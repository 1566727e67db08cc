/** What a mediation knows besides its steps: open or closed, the parties' rights and duties, and its end without an agreement. */
import { z } from 'zod';
import { id, line } from '../text.ts';

/** The notice of rights and duties in force; its wording stands in words/, its version in what acknowledges it. */
export const rightsNotice = '2026-11';

/** What a party answers when there is no agreement (征求双方当事人意见). `channel`: which other way, as the party named it. */
const answerSchema = z.discriminatedUnion('next', [
  z.strictObject({ seat: id, next: z.literal('mediate-again') }),
  z.strictObject({ seat: id, next: z.literal('other-channel'), channel: line(120).optional() }),
]);
export type PartyAnswer = z.infer<typeof answerSchema>;

const ended = {
  answers: z.array(answerSchema).max(60),
  reason: line(500).optional(),
};

export const mediationCommandSchemas = [
  /** What the parties said when they were asked: open to the room (true), or not (false). */
  z.strictObject({ type: z.literal('settle-openness'), open: z.boolean() }),
  /** By a party, having read the notice on the own device. */
  z.strictObject({ type: z.literal('acknowledge-rights'), rightsNotice: z.string().max(20) }),
  /** `by`: who read it to the party, as one names them. */
  z.strictObject({ type: z.literal('record-rights-read'), seat: id, by: line(60) }),
  /** `told`: the chair told the parties of arbitration, administration and the courts (art. 26), and says so. */
  z.strictObject({ type: z.literal('end-without-agreement'), told: z.literal(true), ...ended }),
] as const;
export type MediationCommand = z.infer<(typeof mediationCommandSchemas)[number]>;

export const mediationEventSchemas = [
  z.strictObject({ type: z.literal('openness-settled'), open: z.boolean() }),
  z.strictObject({
    type: z.literal('rights-acknowledged'),
    seat: id,
    rightsNotice: z.string().max(20),
    /** Who read it to the party; null: the party read it themself. */
    readBy: line(60).nullable(),
  }),
  /** Said anew, it takes the place of what was said before. With it the parties were told of the other channels. */
  z.strictObject({ type: z.literal('ended-without-agreement'), ...ended }),
] as const;
export type EndedWithoutAgreement = Extract<
  z.infer<(typeof mediationEventSchemas)[number]>,
  { type: 'ended-without-agreement' }
>;
