import type { ApiRefusal } from '@yishiting/domain/api';
import { post } from '#lib/live/request.ts';

/** Deciding on requests to be let in: what is under way, and the last refusal. */
export class Deciding {
  busy = $state(false);
  refusal = $state.raw<ApiRefusal | null>(null);
  #at: string;

  constructor(community: string, meeting: string) {
    this.#at = `/c/${community}/api/meetings/${meeting}`;
  }

  /** `seat`: as whom; where the request itself names the seat, none. True when it was done. */
  admit(request: string, seat?: string): Promise<boolean> {
    return this.#do('admit', { request, ...(seat !== undefined && { seat }) });
  }

  decline(requests: readonly string[]): Promise<boolean> {
    return this.#do('decline', { requests });
  }

  async #do(what: string, body: object): Promise<boolean> {
    this.busy = true;
    const replied = await post(`${this.#at}/${what}`, body);
    this.busy = false;
    this.refusal = replied.ok ? null : replied.refusal;
    return replied.ok;
  }
}
