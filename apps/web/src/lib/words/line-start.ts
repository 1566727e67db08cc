/** A word of the lists, which also stands within sentences, as it begins a line: with a capital where its script has any. */
export function atLineStart(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
