/**
 * Brings what answers a tap into sight: the button that was pressed may stand far from where the answer appears, and whoever
 * sees nothing happen presses again. Moves nothing when it is in sight already.
 */
export function comeIntoSight(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
}

/**
 * The cursor stands in the first line of a form that was opened: whoever asked for it by a key goes on by typing, and must not
 * meet the other keys of the page.
 */
export const writeAtOnce = (form: HTMLElement): void => form.querySelector('input')?.focus();
