import type { View } from '@yishiting/domain/view';

/** Whose names of those in the meeting a text holds; a name that is part of the body's or the community's is none. */
export function namedIn(
  text: string,
  { people, body, community }: Pick<View, 'people' | 'body' | 'community'>,
): string[] {
  const names = people.order.map((seat) => people.bySeat[seat]?.name ?? '');
  const isOffice = (name: string) => `${community.name}${body}`.includes(name);
  return [...new Set(names)].filter((name) => name.length > 1 && !isOffice(name) && text.includes(name));
}
