/**
 * How long each item was planned and how long it took. It follows from the record and survives skips, returns, moving
 * and adding items; the actual times and the time with no item before the meeting add up to the time in session.
 */
import type { Agenda, AgendaItem, Stretch } from './agenda.ts';
import { spentBy, type Spending } from './speaking-time.ts';

/** Finished stretches summed up, and since when the last one runs. */
export function spendingOf(stretches: readonly Stretch[]): Spending {
  const spent = stretches.reduce((sum, { from, to }) => (to === null ? sum : sum + (to - from)), 0);
  return { spent, since: stretches.find(({ to }) => to === null)?.from ?? null };
}

/** The agenda as far as its times go; the view's agenda is one. */
export interface TimedAgenda {
  order: readonly string[];
  items: Readonly<
    Record<string, Spending & { item: string; minutes: number | null; progress: AgendaItem['progress'] }>
  >;
  outside: Spending;
}

/** All in ms. */
export interface ItemTimes {
  /** In the order of the agenda; `planned` is null where no time was planned. */
  items: { item: string; planned: number | null; actual: number }[];
  /** Of all items that were not withdrawn; skipped ones stay in the plan. */
  planned: number;
  actual: number;
  /** In session with no item before the meeting. */
  outside: number;
}

/** The times by `at`, ms since 1970 on the server's clock. */
export function itemTimes({ order, items, outside }: TimedAgenda, at: number): ItemTimes {
  const listed = order.flatMap((id) => items[id] ?? []);
  const times = listed.map(({ item, minutes, ...spending }) => ({
    item,
    planned: minutes === null ? null : minutes * 60_000,
    actual: spentBy(spending, at),
  }));
  const onPlan = listed.filter(({ progress }) => progress !== 'withdrawn');
  return {
    items: times,
    planned: onPlan.reduce((sum, { minutes }) => sum + (minutes ?? 0) * 60_000, 0),
    actual: times.reduce((sum, { actual }) => sum + actual, 0),
    outside: spentBy(outside, at),
  };
}

/** An agenda of the record with its times summed up. */
export function timedAgenda({ order, items, outside }: Agenda): TimedAgenda {
  const timed = order.flatMap((id) => {
    const found = items[id];
    return found ? [[id, { ...found, ...spendingOf(found.stretches) }] as const] : [];
  });
  return { order, items: Object.fromEntries(timed), outside: spendingOf(outside) };
}
