/** What somebody types who cannot scan. */

/** `482915` → `482 915`, as it is read aloud. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** An origin as it is typed: browsers add `http://` by themselves, and nothing else. */
export const typedAddress = (origin: string): string => origin.replace(/^http:\/\//, '');
