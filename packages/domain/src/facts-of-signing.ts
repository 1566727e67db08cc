/** What the minutes say of signing, seal and effect. */
import type { MeetingEvent } from './acts/event.ts';
import type { Meeting } from './meeting.ts';
import type { DomainWords } from './words/shape.ts';
import { unreachable } from './unreachable.ts';

export type SigningFact = Extract<
  MeetingEvent,
  {
    type:
      | 'signing-opened'
      | 'signing-consented'
      | 'agreement-signed'
      | 'signing-refused'
      | 'paper-way-taken'
      | 'oral-agreement-recorded'
      | 'seal-set'
      | 'agreement-effective';
  }
>;

/** @param by the name of who did it; `time` as the minutes write it */
export function saidOfSigning(
  facts: DomainWords['facts'],
  before: Meeting,
  event: SigningFact,
  { by, time, nameOf }: { by: string; time: () => string; nameOf: (seat: string) => string },
): string {
  const { signing } = before;
  const stead = (seat: string) =>
    ('identities' in signing ? signing.identities[seat]?.representative?.name : undefined) ?? null;
  switch (event.type) {
    case 'signing-opened':
      return facts['signing-opened']({ version: event.version, paper: event.paper, again: signing.status === 'open' });
    case 'signing-consented':
      return facts['signing-consented']({ name: nameOf(event.seat), representative: stead(event.seat) });
    case 'agreement-signed': {
      const roles = 'signers' in signing ? signing.signers.find(({ seat }) => seat === event.seat)?.roles : undefined;
      const said = { name: nameOf(event.seat), roles: roles ?? [], representative: stead(event.seat) };
      return facts['agreement-signed'](said);
    }
    case 'signing-refused':
      return facts['signing-refused']({ name: nameOf(event.seat) });
    case 'paper-way-taken':
      return facts['paper-way-taken']({ ground: event.ground });
    case 'oral-agreement-recorded':
      return facts['oral-agreement-recorded']({ by });
    case 'seal-set':
      return facts['seal-set']({ keeper: event.keeper });
    case 'agreement-effective':
      return facts['agreement-effective']({ version: event.version, form: event.form, time: time() });
    default:
      return unreachable(event);
  }
}
