import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { Acting } from '#lib/live/acting.svelte.ts';

/** Acting in the course of a meeting: what was refused for want of a reason goes on once the reason is given. */
export class Leading extends Acting {
  #tried: MeetingCommand | null = null;
  /** The last act waits for a reason on record. */
  readonly wantsReason = $derived(
    ['step-required', 'step-not-held', 'outcome-missing'].includes(this.refusal?.code ?? ''),
  );

  override give(command: MeetingCommand): Promise<boolean> {
    this.#tried = command;
    return super.give(command);
  }

  /** Puts on record why, and tries again what was refused. */
  async giveReason(reason: string): Promise<void> {
    const [tried, item] = [this.#tried, this.refusal?.params?.['item']];
    if (!tried || typeof item !== 'string') return;
    const type = this.refusal?.code === 'outcome-missing' ? 'omit-outcome' : 'skip-item';
    if (!(await super.give({ type, item, reason }))) return;
    if (tried.type !== 'skip-item') await this.give(tried);
  }

  /** Leaves it at that. */
  forget(): void {
    this.refusal = null;
  }
}
