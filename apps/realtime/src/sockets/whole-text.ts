import type { Down } from '@yishiting/domain/protocol';
import type { View } from '@yishiting/domain/view';

type Whole = Down & { t: 'whole' };

const views = new WeakMap<View, string>();

/**
 * The message as JSON. The view, by far the most of it, is written once for all who are shown it: after a break in the
 * network a whole room comes back at one instant. A view must not be changed once it was told.
 */
export function wholeText({ view, ...rest }: Whole): string {
  let text = views.get(view);
  if (text === undefined) views.set(view, (text = JSON.stringify(view)));
  return `${JSON.stringify(rest).slice(0, -1)},"view":${text}}`;
}
