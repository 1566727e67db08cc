/**
 * What was typed and is not committed yet, kept on this device through a reload: one update against the state that was
 * last told as saved. It goes with the tab, so that a borrowed tablet keeps nothing.
 */
export interface UnsavedKey {
  meeting: string;
  seat: string;
}

const nameOf = ({ meeting, seat }: UnsavedKey): string => `yishiting minutes ${meeting} ${seat}`;

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** Null when nothing is kept, or what is kept cannot be read. */
export function readUnsaved(key: UnsavedKey): Uint8Array | null {
  try {
    const kept = sessionStorage.getItem(nameOf(key));
    return kept === null ? null : toBytes(kept);
  } catch {
    return null;
  }
}

/** Keeps an update; null forgets it. */
export function keepUnsaved(key: UnsavedKey, update: Uint8Array | null): void {
  try {
    if (update === null) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), toText(update));
  } catch {
    // Storage is full or forbidden: the open page still holds everything.
  }
}
