/** What is typed or ticked and not yet sent survives a reload of the page, on this device alone. */

/** Where drafts are kept: sessionStorage, so that a borrowed tablet forgets them when the page is closed. */
function store(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // A browser may forbid storage altogether; then a reload loses the draft, and nothing else.
    return null;
  }
}

/** A draft's place: one field of one seat's page in one meeting. */
export interface DraftKey {
  meeting: string;
  /** Seat, or the name of the page when nobody's seat is meant. */
  seat: string;
  field: string;
}

const nameOf = ({ meeting, seat, field }: DraftKey): string => `yishiting ${meeting} ${seat} ${field}`;

export function readDraft(key: DraftKey): string | null {
  return store()?.getItem(nameOf(key)) ?? null;
}

/**
 * What was kept as JSON: a whole form, or what the page waited for. `T` is what the page itself kept there, nothing is checked.
 * @returns null where nothing was kept, or nothing that can be read.
 */
export function readKept<T>(key: DraftKey): T | null {
  try {
    return JSON.parse(readDraft(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(key: DraftKey, text: string): void {
  try {
    if (text === '') store()?.removeItem(nameOf(key));
    else store()?.setItem(nameOf(key), text);
  } catch {
    // Full: the page keeps what is typed as long as it stands open.
  }
}

export const forgetDraft = (key: DraftKey): void => keepDraft(key, '');
