/** What each reader sees of the agreement while it is drafted, checked and frozen. */
import { passages, type Passage, type Saying } from './acts/agreement.ts';
import { checkOf, digestOf, freezingTooEarly, partsOf, type Agreement } from './agreement.ts';
import { partiesOf } from './mediation.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { Meeting } from './meeting.ts';
import type { RefusalCode } from './refusals.ts';

/** Texts that lie beside the record, by digest; one that was erased is not there. */
export interface AgreementTexts {
  texts: Pick<ReadonlyMap<string, string>, 'get'>;
}
export const noTexts: AgreementTexts = { texts: new Map() };

export interface PartView {
  kind: Passage | 'clause';
  digest: string;
  /** Null: it was erased. */
  text: string | null;
}

/** How far one party is: parts it agreed to as they stand, parts it wants changed, of how many. */
export interface PartyChecks {
  name: string;
  agreed: Record<string, true>;
  change: Record<string, true>;
  /** Parts of which the check was given for it by somebody else, at the desk. */
  recorded: Record<string, true>;
}

export interface AgreementView {
  status: Agreement['status'];
  /** The version that is frozen, and its hash; null while it is drafted. */
  frozen: { version: number; hash: string; at: number } | null;
  parts: { order: string[]; byId: Record<string, PartView> };
  parties: { order: string[]; bySeat: Record<string, PartyChecks> };
  readAloud: { name: string; at: number } | null;
  /** Only for those who lead. */
  desk?: {
    /** What a party wants otherwise, by seat and part; only of texts that stand. */
    wishes: Record<string, Record<string, string | null>>;
    /** What still stands against freezing; null: nothing. */
    early: { code: RefusalCode; params: Record<string, string | number> } | null;
    /** Versions that were opened again, and why. */
    former: { version: number; hash: string; at: number; reason: string }[];
  };
}

/** What one party said itself, by part, of the texts that stand: `digest` tells of which, whichever message comes first. */
export type MyChecks = Record<string, { digest: string; says: Saying; wish: string | null }>;

const isPassage = (part: string): part is Passage => passages.some((passage) => passage === part);

/**
 * Null for screens, and where the procedure knows no agreement. Whoever only looks on sees it where the mediation is open;
 * a closed one shows them nothing at all (closed-view.ts).
 */
export function agreementView(
  meeting: Meeting,
  { texts }: AgreementTexts,
  { sees, leads }: { sees: boolean; leads: boolean },
): AgreementView | null {
  const { agreement, attendance, called } = meeting;
  if (!sees || !settlesByAgreement(called.procedure)) return null;
  const order = partsOf(agreement);
  const parties = partiesOf(attendance);
  const last = agreement.status === 'frozen' ? agreement.versions.at(-1) : undefined;
  const reader = agreement.readAloud && attendance.people[agreement.readAloud.reader];
  const early = leads && agreement.status !== 'frozen' ? freezingTooEarly(meeting) : undefined;
  return {
    status: agreement.status,
    frozen: last ? { version: last.version, hash: last.hash, at: last.at } : null,
    parts: {
      order,
      byId: Object.fromEntries(
        order.map((part) => {
          const digest = digestOf(agreement, part) ?? '';
          return [part, { kind: isPassage(part) ? part : 'clause', digest, text: texts.get(digest) ?? null } as const];
        }),
      ),
    },
    parties: {
      order: parties.map(({ seat }) => seat),
      bySeat: Object.fromEntries(
        parties.map(({ seat, name }) => [
          seat,
          {
            name,
            agreed: saying(agreement, seat, order, 'agreed'),
            change: saying(agreement, seat, order, 'change'),
            recorded: recordedFor(agreement, seat, order),
          },
        ]),
      ),
    },
    readAloud: agreement.readAloud && reader ? { name: reader.name, at: agreement.readAloud.at } : null,
    ...(leads && {
      desk: {
        wishes: Object.fromEntries(parties.map(({ seat }) => [seat, wishesOf(agreement, seat, order, texts)])),
        early: early ? { code: early.code, params: early.params ?? {} } : null,
        former: agreement.versions.flatMap(({ version, hash, at, reopened }) =>
          reopened ? [{ version, hash, at, reason: reopened.reason }] : [],
        ),
      },
    }),
  };
}

const saying = (agreement: Agreement, seat: string, order: readonly string[], says: Saying): Record<string, true> =>
  Object.fromEntries(order.flatMap((part) => (checkOf(agreement, seat, part)?.says === says ? [[part, true]] : [])));

const recordedFor = (agreement: Agreement, seat: string, order: readonly string[]): Record<string, true> =>
  Object.fromEntries(
    order.flatMap((part) => {
      const check = checkOf(agreement, seat, part);
      return check && check.by !== seat ? [[part, true]] : [];
    }),
  );

function wishesOf(agreement: Agreement, seat: string, order: readonly string[], texts: AgreementTexts['texts']) {
  const asked = order.flatMap((part) => {
    const check = checkOf(agreement, seat, part);
    return check?.says === 'change' ? [[part, check.wish === null ? null : (texts.get(check.wish) ?? null)]] : [];
  });
  return Object.fromEntries(asked) as Record<string, string | null>;
}

/** Null for whoever is no party. */
export function myChecks(
  { agreement, attendance, called }: Meeting,
  seat: string,
  { texts }: AgreementTexts,
): MyChecks | null {
  if (!settlesByAgreement(called.procedure) || !partiesOf(attendance).some((party) => party.seat === seat)) return null;
  const own = partsOf(agreement).flatMap((part) => {
    const check = checkOf(agreement, seat, part);
    return check
      ? [
          [
            part,
            {
              digest: check.digest,
              says: check.says,
              wish: check.wish === null ? null : (texts.get(check.wish) ?? null),
            },
          ],
        ]
      : [];
  });
  return Object.fromEntries(own) as MyChecks;
}
