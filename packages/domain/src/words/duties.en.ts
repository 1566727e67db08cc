/** What is owed after a meeting: refusals, and the sentences of the record. */
import { basisEn } from './opinions.en.ts';
import type { DutyRefusals } from './shape.ts';

export const dutyRefusalsEn: DutyRefusals = {
  'no-such-duty': () => ({
    says: 'Nothing of this kind is owed after this meeting.',
    do: 'Reload the page and go by what is listed there.',
  }),
  'duty-of-record': (p) => ({
    says: `This is met when the minutes are final, and is not recorded by hand.${basisEn(p)}`,
    do: 'Have chair and recorder confirm the minutes; it is then marked as done by itself.',
  }),
  'duty-in-future': () => ({
    says: 'This time has not come yet.',
    do: 'Check the date and the time; record it once it is done.',
  }),
  'duty-before-meeting': () => ({
    says: 'This time is before the meeting began.',
    do: 'Check the date and the time.',
  }),
  'duty-recipient': (p) =>
    p.needed === 0
      ? {
          says: 'This is not handed to anybody.',
          do: 'Leave the recipient out; where it was done goes into the remark.',
        }
      : {
          says: 'It is not said to whom it was handed.',
          do: 'Give the full name of the office, such as Nanmen Street Office.',
        },
  'minutes-not-final': (p) => ({
    says: `The minutes are not final, or were not at that time, so this cannot be recorded.${basisEn(p)}`,
    do: 'Have chair and recorder confirm the minutes first; hand them in, and then record it.',
  }),
};
