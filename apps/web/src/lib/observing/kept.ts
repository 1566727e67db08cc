/** The codes by which this browser finds its registrations again: kept on the device until they are removed there. */

const nameOf = (meeting: string) => `yishiting observing ${meeting}`;
const isCode = (code: unknown): code is string => typeof code === 'string' && /^[0-9a-f]{32}$/.test(code);

/** Codes of registrations for this meeting, the oldest first. */
export function keptCodes(meeting: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(meeting)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCode) : [];
  } catch {
    // A browser may forbid storage, or somebody wrote into it; then the link alone leads back.
    return [];
  }
}

export function keepCodes(meeting: string, codes: readonly string[]): void {
  try {
    if (codes.length === 0) localStorage.removeItem(nameOf(meeting));
    else localStorage.setItem(nameOf(meeting), JSON.stringify(codes));
  } catch {
    // The page has them as long as it stands open.
  }
}

/** The code that a personal link carries after its #; null when it carries none. */
export function codeIn(hash: string): string | null {
  const code = hash.replace(/^#/, '');
  return isCode(code) ? code : null;
}
