import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer } from '@yishiting/domain/protocol';
import type { LiveMeeting } from './live.svelte.ts';

type Refused = Answer & { answer: 'refused' };

/** Giving commands from a page: what is under way, and the last refusal to show beside what was tried. */
export class Acting {
  busy = $state(false);
  refusal = $state.raw<Refused | null>(null);
  #live: LiveMeeting;

  constructor(live: LiveMeeting) {
    this.#live = live;
  }

  /** True when it was accepted, or was so already. */
  async give(command: MeetingCommand): Promise<boolean> {
    this.busy = true;
    const answer = await this.#live.give(command);
    this.busy = false;
    this.refusal = answer.answer === 'refused' ? answer : null;
    return answer.answer !== 'refused';
  }
}
