import type { SpeechView } from '@yishiting/domain/floor-view';
import type { View } from '@yishiting/domain/view';
import type { Words } from '#lib/words/shape.ts';

/** How somebody who speaks or waits is called out: name, and for whom or what they stand. */
export function calledOut({ people }: Pick<View, 'people'>, seat: string): { name: string; standing: string } {
  const person = people.bySeat[seat];
  return { name: person?.name ?? '', standing: person?.standing ?? '' };
}

/** What stands above whoever speaks on the wall: a speech or a point of order, and whether its time stands still. */
export const speechLabel = ({ kind, since }: SpeechView, words: Words['floor']): string =>
  `${kind === 'point-of-order' ? words.point : words.speaking}${since === null ? ` · ${words.paused}` : ''}`;

/** Who is heard next, in order, as the wall names them; `key` tells one who waits twice apart. Nobody on other pages. */
export const heardNext = (
  view: Pick<View, 'people' | 'floor'>,
  words: Words['floor'],
): { key: string; name: string; standing: string }[] =>
  (view.floor.next ?? []).map(({ seat, kind, way }) => {
    const { name, standing } = calledOut(view, seat);
    const remote = way === 'remote' ? words.remote(name) : name;
    return { key: `${seat} ${kind}`, name: kind === 'point-of-order' ? words.pointOf(name) : remote, standing };
  });
