import type { ErasureGround } from '@yishiting/domain/acts/custody';
import type { ApiRefusal, SessionAnswer } from '@yishiting/domain/api';
import { get, post } from '#lib/live/request.ts';

/** Erasing files of one meeting, by administrators who came with their own account. What came of it is seen in the view. */
export class Erasing {
  /** Whether the reader may. */
  may = $state(false);
  busy = $state(false);
  refusal = $state.raw<ApiRefusal | null>(null);
  #at: string;

  /** `at`: the address of the meeting's files in the API. */
  constructor(at: string) {
    this.#at = at;
  }

  /** Asks whether the reader may; somebody who came as a seat may not. */
  async ask(community: string, seat: string | null): Promise<void> {
    if (seat !== null) return;
    const replied = await get<SessionAnswer>(`/c/${community}/api/session`);
    this.may = replied.ok && (replied.value.account?.posts.some(({ post }) => post === 'administrator') ?? false);
  }

  async erase(file: string, why: { ground: ErasureGround; reason: string }): Promise<boolean> {
    this.busy = true;
    const replied = await post(`${this.#at}/${file}/erase`, why);
    this.busy = false;
    this.refusal = replied.ok ? null : replied.refusal;
    return replied.ok;
  }
}
