import type { View } from '@yishiting/domain/view';

/** The part of the minutes before the first item. */
export const opening = 'opening';

export interface SectionTitle {
  section: string;
  title: string;
}

/** The sections of the minutes in their order: the opening, then every item of the agenda. */
export function sectionTitles({ agenda }: Pick<View, 'agenda'>, openingTitle: string): SectionTitle[] {
  const items = agenda.order.flatMap((id, index) => {
    const item = agenda.items[id];
    return item ? [{ section: id, title: `${index + 1}. ${item.title}` }] : [];
  });
  return [{ section: opening, title: openingTitle }, ...items];
}
