import type { PersonView, View } from '@yishiting/domain/view';

/** Everyone who may speak, in the order of the list; observers follow in silence. */
export const speakersIn = ({ people }: Pick<View, 'people'>): PersonView[] =>
  people.order
    .flatMap((seat) => people.bySeat[seat] ?? [])
    .filter(({ capacities }) => capacities.some((capacity) => capacity !== 'observer'));

/** Those who answer for the responsible unit. */
export const unitsIn = (view: Pick<View, 'people'>): PersonView[] =>
  speakersIn(view).filter(({ capacities }) => capacities.includes('responsible-unit'));

export const nameIn = ({ people }: Pick<View, 'people'>, seat: string | null): string =>
  (seat === null ? undefined : people.bySeat[seat]?.name) ?? '';

/** Whether Enter was pressed to be done, and not to choose a word while typing Chinese. */
export const isDone = ({ key, shiftKey, isComposing, keyCode }: KeyboardEvent): boolean =>
  // 229: what some browsers say of a key that the input method takes.
  key === 'Enter' && !shiftKey && !isComposing && keyCode !== 229;

/** Lets Enter in a text of several lines send the form, as it does in a text of one line. */
export function enterSends(form: HTMLFormElement): () => void {
  const onkeydown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !isDone(event)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', onkeydown);
  return () => form.removeEventListener('keydown', onkeydown);
}
