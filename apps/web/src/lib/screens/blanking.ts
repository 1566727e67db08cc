import type { ScreensView } from '@yishiting/domain/screens';
import type { Showing } from './showing.svelte.ts';

/** Whether every screen is dark. */
export const allDark = ({ order, byId }: ScreensView): boolean =>
  order.length > 0 && order.every((screen) => byId[screen]?.blanked === true);

/** Blanks all screens; when all are dark they show again what they showed. */
export const blankOrBack = (screens: ScreensView, showing: Pick<Showing, 'show' | 'uncover'>): Promise<boolean> =>
  allDark(screens) ? showing.uncover(null) : showing.show(null, { kind: 'blank' });
