/**
 * Brings what answers a tap into sight: the button that was pressed may stand far from where the answer appears, and whoever
 * sees nothing happen presses again. Moves nothing when it is in sight already.
 */
export function comeIntoSight(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
}
