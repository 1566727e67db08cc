/** What a key means on the chair's page; null when it means nothing there, or when somebody is typing. */
export function keyOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>) {
  const at = target as Partial<HTMLElement> | null;
  if (at?.tagName && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return null;
  if (at?.isContentEditable) return null;
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
    case 'v':
    case 'V':
      return 'close-vote';
    default:
      return null;
  }
}
