import type { PersonView } from '@yishiting/domain/view';

type Asked = Pick<PersonView, 'reply' | 'arrived' | 'capacities'>;

/** Whether an answer of this person is waited for, or known. */
export const isAsked = ({ capacities, reply, arrived }: Asked): boolean =>
  Boolean(reply) || Boolean(arrived) || !(capacities.includes('chair') || capacities.includes('recorder'));

/**
 * Of those who are due: how many said they will come (or are here), have not answered, cannot come. Chair and recorder are
 * left out as long as nothing is known of them: who called the meeting chose them.
 */
export function repliesIn(due: readonly Asked[]) {
  const count = (is: (one: Asked) => boolean) => due.filter(is).length;
  return {
    coming: count(({ reply, arrived }) => Boolean(arrived) || reply?.coming === true),
    unanswered: count((one) => isAsked(one) && !one.arrived && !one.reply),
    declined: count(({ reply, arrived }) => !arrived && reply?.coming === false),
  };
}
