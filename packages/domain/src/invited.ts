/**
 * Representatives while the meeting is being prepared (由社区居委会落实参加听证的代表): who was asked, who confirmed, who declined,
 * and who stands in for whom. Rows, until the meeting is called.
 */
import { z } from 'zod';
import { awayReasonSchema } from './acts/replies.ts';
import { sideSchema, type InvitedPerson } from './acts/called.ts';
import { takesPart } from './substitution.ts';
import { capacitySchema, type Capacity } from './capacities.ts';
import { id, paragraphs, safeInteger } from './text.ts';

export const arrangedReplySchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('not-asked') }),
  /** `at`: when, ms since 1970. */
  z.strictObject({ is: z.literal('asked'), at: safeInteger }),
  z.strictObject({ is: z.literal('confirmed') }),
  /** `kept`: called all the same, and on leave unless they come. */
  z.strictObject({ is: z.literal('declined'), reason: awayReasonSchema.nullable(), kept: z.boolean() }),
]);
export type ArrangedReply = z.infer<typeof arrangedReplySchema>;

/** Somebody on the list of a meeting that is being prepared. */
export const listedPersonSchema = z.strictObject({
  person: id,
  capacities: z.array(capacitySchema).min(1).max(4),
  /** For whom or what the person stands, as called out; empty when nothing is to be said. */
  standing: paragraphs(80),
  reply: arrangedReplySchema.default({ is: 'not-asked' }),
  /** Whom of the list they stand in for; null: nobody. */
  standsInFor: id.nullable().default(null),
  /** Of a party: on which side (甲方 is 1); null for everybody else. */
  side: sideSchema.nullable().default(null),
});
export type ListedPerson = z.output<typeof listedPersonSchema>;

/** Somebody on the list, as far as it matters for whether they are called. */
export type Listed = Pick<ListedPerson, 'person' | 'reply' | 'standsInFor'>;

/**
 * Those of the list who are called and stand in the notice: all but who declined and is not kept, and but substitutes of
 * whoever has not declined.
 */
export function invitedOf<P extends Listed>(people: readonly P[]): P[] {
  const waits = inReserve(people);
  return people.filter((one) => (one.reply.is === 'declined' ? one.reply.kept : !waits(one)));
}

/** Of a list: whether somebody stands in for one who has not declined. */
function inReserve(people: readonly Listed[]): (one: Listed) => boolean {
  const declined = new Set(people.flatMap(({ person, reply }) => (reply.is === 'declined' ? [person] : [])));
  return ({ standsInFor }) => standsInFor !== null && !declined.has(standsInFor);
}

/**
 * Places of the list whose substitute names nobody who can have one: not on the list, oneself, a circle, or somebody who has
 * one. Of whoever is kept and called all the same, as in the meeting itself: not the chair, who is taken over from, no
 * observer, and nobody who comes as one.
 */
export function misplaced(
  people: readonly (Pick<Listed, 'person' | 'reply' | 'standsInFor'> & { capacities: readonly Capacity[] })[],
): number[] {
  const keptIn = new Map(
    people.flatMap(({ person, reply, capacities }) =>
      reply.is === 'declined' && reply.kept ? [[person, capacities]] : [],
    ),
  );
  const unfit = (kept: readonly Capacity[] | undefined, capacities: readonly Capacity[]) =>
    kept && (kept.includes('chair') || !takesPart({ capacities: kept }) || !takesPart({ capacities }));
  const forWhom = new Map(people.map(({ person, standsInFor }) => [person, standsInFor]));
  const filled = new Set<string>();
  return people.flatMap(({ person, standsInFor, capacities }, place) => {
    if (standsInFor === null) return [];
    if (unfit(keptIn.get(standsInFor), capacities)) return [place];
    const chain = new Set([person]);
    for (let next: string | null | undefined = standsInFor; next; next = forWhom.get(next)) {
      if (chain.has(next) || !forWhom.has(next)) return [place];
      chain.add(next);
    }
    const second = filled.has(standsInFor);
    filled.add(standsInFor);
    return second ? [place] : [];
  });
}

/**
 * How many of those who take part have given which answer. Substitutes in waiting are left out, and chair and recorder as long as
 * nothing is said of them: who prepares the meeting chose them.
 */
export function repliesTo(people: readonly (Listed & { capacities: readonly Capacity[] })[]) {
  const waits = inReserve(people);
  const listed = people.filter((one) => {
    const leads = one.capacities.includes('chair') || one.capacities.includes('recorder');
    return takesPart(one) && !waits(one) && !(leads && one.reply.is === 'not-asked');
  });
  const count = (is: ArrangedReply['is']) => listed.filter(({ reply }) => reply.is === is).length;
  return {
    confirmed: count('confirmed'),
    asked: count('asked'),
    notAsked: count('not-asked'),
    declined: count('declined'),
  };
}

/** What the record of the calling says of somebody's coming, by the seats of those who are called. */
export function invitedAs(
  { reply, standsInFor }: Listed,
  seatOf: (person: string) => string | undefined,
): Pick<InvitedPerson, 'reply' | 'substitutes'> {
  const substitutes = standsInFor === null ? undefined : seatOf(standsInFor);
  const said =
    reply.is === 'confirmed'
      ? { coming: true }
      : reply.is === 'declined'
        ? { coming: false, ...(reply.reason !== null && { reason: reply.reason }) }
        : undefined;
  return { ...(said && { reply: said }), ...(substitutes !== undefined && { substitutes }) };
}
