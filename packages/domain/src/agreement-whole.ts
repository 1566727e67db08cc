/** The whole text of an agreement, made of the parts that stand in its draft: what is hashed, frozen and signed. */
import { digestOf } from './agreement.ts';
import { partiesOf } from './mediation.ts';
import { agreementTextSchema, usualCopies, type AgreementText } from './agreement-text.ts';
import type { AgreementTexts } from './agreement-view.ts';
import type { SeatedPerson } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { wordsOf } from './words/words.ts';

/** Null while something is missing that an agreement needs: agreement.ts says what. */
export function agreementToFreeze(
  meeting: string,
  { agreement, attendance, called }: Pick<Meeting, 'agreement' | 'attendance' | 'called'>,
  { texts }: AgreementTexts,
): AgreementText | null {
  const textOf = (part: string): string | null => {
    const digest = digestOf(agreement, part);
    return digest === undefined ? null : (texts.get(digest) ?? null);
  };
  const parties = inOrder(partiesOf(attendance));
  const whole = {
    meeting,
    version: agreement.versions.length + 1,
    language: called.language,
    organ: wordsOf(called.language).notice.organ(called.community.name, called.body.name),
    matter: called.matter,
    parties: parties.map(({ seat, name, side }) => ({ seat, side, name, particulars: {} })),
    facts: textOf('facts'),
    responsibility: textOf('responsibility'),
    clauses: agreement.order.map((clause) => ({ clause, text: textOf(clause) })),
    performance: textOf('performance'),
    copies: usualCopies(parties),
  };
  return agreementTextSchema.safeParse(whole).data ?? null;
}

/** By side as it was given; whoever was put on none stands on one of their own, after the others. */
function inOrder(parties: readonly SeatedPerson[]): (SeatedPerson & { side: number })[] {
  const last = Math.max(0, ...parties.map(({ side }) => side ?? 0));
  let alone = last;
  return parties
    .map((party) => ({ ...party, side: party.side ?? (alone += 1) }))
    .sort((one, other) => one.side - other.side);
}
