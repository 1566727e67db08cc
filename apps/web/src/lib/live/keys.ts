/** What a key means on the pages of those who lead; null when it means nothing there, or when somebody is typing. */
export function keyOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>) {
  if (takesKey(target as Partial<HTMLInputElement> | null, key)) return null;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'z') return 'undo';
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'PageUp':
      return 'back';
    case 's':
    case 'S':
      return 'skip';
    case 'n':
    case 'N':
      return 'sounding';
    case ' ':
      return 'pause';
    case 'e':
    case 'E':
      return 'end';
    case 'f':
    case 'F':
      return 'floor';
    case 'v':
    case 'V':
      return 'close-vote';
    case 'm':
    case 'M':
      return 'notes';
    case 'p':
    case 'P':
      return 'show-next';
    // What a presenter's remote control sends to darken the picture.
    case 'b':
    case 'B':
      return 'blank';
    // A Chinese keyboard gives the wide ones.
    case '[':
    case '【':
      return 'page-back';
    case ']':
    case '】':
      return 'page-next';
    default:
      return null;
  }
}

/**
 * Whether the key belongs to what has the focus: everything while somebody types, the arrows in a row of radio buttons,
 * the space bar on whatever it presses.
 */
function takesKey(at: Partial<HTMLInputElement> | null, key: string): boolean {
  if (at?.isContentEditable || /^(TEXTAREA|SELECT)$/.test(at?.tagName ?? '')) return true;
  if (key === ' ' && /^(BUTTON|SUMMARY|INPUT)$/.test(at?.tagName ?? '')) return true;
  if (at?.tagName !== 'INPUT') return false;
  return !/^(radio|checkbox|button)$/.test(at.type ?? '') || key.startsWith('Arrow');
}
