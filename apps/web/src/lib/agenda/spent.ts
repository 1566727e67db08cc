import type { ItemView } from '@yishiting/domain/view';

/** Whole minutes an item has been before the meeting, the running stretch included. `now`: the server's clock, ms. */
export function minutesSpent({ spent, since }: Pick<ItemView, 'spent' | 'since'>, now: number): number {
  return Math.round((spent + (since === null ? 0 : Math.max(0, now - since))) / 60_000);
}

/** Whole minutes planned and spent over all items: the sums of what stands beside them, so that the figures close. */
export function minutesInAll(
  { order, items }: { order: string[]; items: Record<string, ItemView> },
  now: number,
): { planned: number; actual: number } {
  const listed = order.flatMap((id) => items[id] ?? []);
  return {
    planned: listed.reduce((sum, { minutes, progress }) => sum + (progress === 'withdrawn' ? 0 : (minutes ?? 0)), 0),
    actual: listed.reduce((sum, item) => sum + minutesSpent(item, now), 0),
  };
}

/** The items a host steps through, in order: withdrawn ones are passed over. */
export function neighbours(agenda: { order: string[]; items: Record<string, ItemView>; current: string | null }) {
  const open = agenda.order.flatMap((id) => agenda.items[id] ?? []).filter(({ progress }) => progress !== 'withdrawn');
  const place = open.findIndex(({ item }) => item === agenda.current);
  const rest = open.slice(place + 1);
  // Skipped items are passed over on the way forward; they can still be begun from the list.
  return { back: place > 0 ? open[place - 1] : undefined, next: rest.find(({ progress }) => progress !== 'skipped') };
}
