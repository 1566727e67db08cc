/** When each meeting was sealed first (ms), that is, when it ended: by that those whose matter is not public are told apart. */
export function firstSealed(seals: readonly { meeting: string; at: number }[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { meeting, at } of seals) first.set(meeting, Math.min(at, first.get(meeting) ?? at));
  return first;
}
