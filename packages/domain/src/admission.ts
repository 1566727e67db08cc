/**
 * Who stands at the door and asks to be let in: somebody with the short code, or with a further device. Of this moment
 * alone: nothing of it is in the record, and only those who may open the door are told of it.
 */

export interface Asking {
  request: string;
  /** As typed at the door, or as called in the meeting when the request comes from a link. */
  name: string;
  /** Since when, ms since 1970. */
  at: number;
  /** The seat of the personal link that another device has taken; null for somebody who came by the short code. */
  seat: string | null;
}

export interface AskingView {
  order: string[];
  byId: Record<string, Asking>;
}

/** All who ask, in the order in which they came; for those who lead or keep the record. */
export const askingView = (asking: readonly Asking[]): AskingView => ({
  order: asking.map(({ request }) => request),
  byId: Object.fromEntries(asking.map((one) => [one.request, one])),
});

/** Further devices that ask for this very seat; for whoever holds it. */
export const askingFor = (asking: readonly Asking[], seat: string): Asking[] =>
  asking.filter((one) => one.seat === seat);
