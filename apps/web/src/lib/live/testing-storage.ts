/** A sessionStorage as far as drafts need one; what it keeps lies in this map. */
export const storageIn = (kept: Map<string, string> = new Map()) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
});
