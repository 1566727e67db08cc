/**
 * How a party's own checks stand to the text as it is now. The server tells only checks of texts that stand; what a party
 * said of an earlier one is remembered on its device, so that a changed part is shown as changed and not as new.
 */
import type { AgreementView, MyChecks } from '@yishiting/domain/agreement-view';
import type { Part } from './parts.ts';

/** What a party said, by part, of the texts in view. */
export type Checks = Readonly<Record<string, Pick<MyChecks[string], 'says' | 'wish'>>>;

/**
 * What the party said of the texts as they stand in this very view. Its own checks come by another message than the texts,
 * sooner or later: whether one stands is taken from the view, and from them only the words of a wish.
 */
export function checksOf(
  { parts, parties }: Pick<AgreementView, 'parts' | 'parties'>,
  seat: string,
  own: MyChecks,
): Checks {
  const said = parties.bySeat[seat];
  return Object.fromEntries(
    parts.order.flatMap((part): [string, Checks[string]][] => {
      const digest = parts.byId[part]?.digest;
      if (said?.agreed[part]) return [[part, { says: 'agreed', wish: null }]];
      const wish = own[part]?.digest === digest ? (own[part]?.wish ?? null) : null;
      return said?.change[part] ? [[part, { says: 'change', wish }]] : [];
    }),
  );
}

/** The text of each part that this party last checked. */
export type Remembered = Readonly<Record<string, { digest: string; text: string }>>;

/** `changed`: it reads otherwise since it was checked; `again`: the same text, in an agreement that went back to drafting. */
export type Standing = 'unchecked' | 'agreed' | 'change' | 'changed' | 'again';

/** With what was checked since; the very same when nothing was. */
export function remembering(before: Remembered, checks: Checks, parts: readonly Part[]): Remembered {
  const fresh = parts.filter(({ part, digest }) => checks[part] && before[part]?.digest !== digest);
  if (fresh.length === 0) return before;
  return {
    ...before,
    ...Object.fromEntries(fresh.map(({ part, digest, text }) => [part, { digest, text: text ?? '' }])),
  };
}

export function standingOf({ part, digest }: Part, checks: Checks, before: Remembered): Standing {
  const said = checks[part]?.says;
  if (said) return said;
  const last = before[part];
  if (!last) return 'unchecked';
  return last.digest === digest ? 'again' : 'changed';
}

/** The part to look at next: the first after `from` about which the party said nothing, going round; null: none is left. */
export function nextToCheck(parts: readonly Part[], checks: Checks, from: string | null): Part | null {
  const at = parts.findIndex(({ part }) => part === from);
  const round = [...parts.slice(at + 1), ...parts.slice(0, at + 1)];
  return round.find(({ part }) => part !== from && !checks[part]) ?? null;
}

/** Remembered texts as they were kept; nothing when what was kept is damaged. */
export function readRemembered(kept: string | null): Remembered {
  try {
    const read: unknown = JSON.parse(kept ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    const known = Object.entries(read as Record<string, Partial<Remembered[string]> | null>).filter(
      ([, one]) => typeof one?.digest === 'string' && typeof one.text === 'string',
    );
    return Object.fromEntries(known) as Remembered;
  } catch {
    return {};
  }
}
