/** Asking to be let in, waiting for the answer, and entering once admitted. */
import type { ApiRefusal, AskAnswer, AskedAnswer, SeatAnswer } from '@yishiting/domain/api';
import { forgetDraft, keepDraft, readKept, type DraftKey } from '#lib/live/drafts.ts';
import { post, type Replied } from '#lib/live/request.ts';

/** On what ground one asks. */
export type Ground = { by: 'code'; code: string; name: string } | { by: 'link'; token: string };

export type Asking =
  | { is: 'idle' }
  /** `away`: the server cannot be reached; tried again by itself. */
  | { is: 'waiting'; ground: Ground; away: boolean }
  | { is: 'declined' }
  | { is: 'refused'; refusal: ApiRefusal };

type Step =
  | 'waiting'
  | 'away'
  | 'unknown'
  | 'entered'
  | (Asking & { is: 'declined' | 'refused' })
  | { is: 'admitted'; token: string };

interface Outside {
  post: <T>(path: string, body: unknown) => Promise<Replied<T>>;
  /** Resolves after the time between two looks for the answer. */
  pause: () => Promise<void>;
}
const outside: Outside = { post, pause: () => new Promise((resolve) => setTimeout(resolve, 2_000)) };

/** Refusals that pass by themselves. */
const passing: readonly string[] = ['try-again', 'stopping', 'disk-full'];

export class Admission {
  asking = $state.raw<Asking>({ is: 'idle' });
  #api: string;
  #entered: (seat: SeatAnswer) => void;
  #outside: Outside;
  #kept: DraftKey;
  #ticket: AskAnswer | null = null;
  /** Counts up when what is under way is of no more interest. */
  #round = 0;

  /** `entered`: called once this browser holds the seat. */
  constructor(community: string, entered: (seat: SeatAnswer) => void, given: Partial<Outside> = {}) {
    this.#api = `/c/${community}/api`;
    this.#entered = entered;
    this.#outside = { ...outside, ...given };
    this.#kept = { meeting: community, seat: 'ask', field: 'asking' };
  }

  /** Goes on waiting after a reload, where this very code or link was asked by. @returns stops, for an effect */
  resume(codeOrToken: string): () => void {
    const kept = readKept<{ ground: Ground; ticket: AskAnswer | null }>(this.#kept);
    if (kept && codeOrToken === (kept.ground.by === 'code' ? kept.ground.code : kept.ground.token)) {
      this.#ticket = kept.ticket;
      void this.#wait(kept.ground, kept.ticket !== null);
    }
    return () => this.#leave();
  }

  /** Asks, in the place of what this page asked before. */
  ask(ground: Ground): void {
    void this.#wait(ground, false);
  }

  /** Lets the name be corrected; what was asked stands until another takes its place. */
  correct(): void {
    this.#leave();
    this.asking = { is: 'idle' };
  }

  #leave(): void {
    this.#round += 1;
  }

  async #wait(ground: Ground, asked: boolean): Promise<void> {
    this.#leave();
    const round = this.#round;
    this.asking = { is: 'waiting', ground, away: false };
    for (;;) {
      let step = asked ? await this.#look() : await this.#knock(ground);
      if (round !== this.#round) return;
      if (typeof step === 'object' && step.is === 'admitted') step = await this.#enter(step.token);
      if (step === 'entered') return;
      if (typeof step === 'object') return void (this.asking = step);
      // Nobody knows of it any more: the server was started anew. Asked again by itself.
      asked = step !== 'unknown' && (asked || step === 'waiting');
      this.asking = { is: 'waiting', ground, away: step === 'away' };
      await this.#outside.pause();
      if (round !== this.#round) return;
    }
  }

  async #knock(ground: Ground): Promise<Step> {
    // Before there is an answer: whoever loads the page anew meanwhile goes on waiting, too.
    keepDraft(this.#kept, JSON.stringify({ ground, ticket: this.#ticket }));
    const ticket = this.#ticket ? { ticket: this.#ticket.ticket } : {};
    const replied = await this.#outside.post<AskAnswer>(`${this.#api}/ask`, { ...ground, ...ticket });
    if (!replied.ok) return this.#refused(replied.refusal);
    this.#ticket = replied.value;
    keepDraft(this.#kept, JSON.stringify({ ground, ticket: replied.value }));
    return 'waiting';
  }

  async #look(): Promise<Step> {
    const replied = await this.#outside.post<AskedAnswer>(`${this.#api}/asked`, this.#ticket);
    if (!replied.ok) return replied.refusal.code === 'not-found' ? 'unknown' : this.#refused(replied.refusal);
    const answered = replied.value;
    switch (answered.state) {
      case 'waiting':
        return 'waiting';
      case 'declined':
        forgetDraft(this.#kept);
        return { is: 'declined' };
      case 'admitted':
        return { is: 'admitted', token: answered.token };
    }
  }

  async #enter(token: string): Promise<Exclude<Step, { is: 'admitted' }>> {
    const replied = await this.#outside.post<SeatAnswer>(`${this.#api}/enter`, { token });
    if (!replied.ok) return this.#refused(replied.refusal);
    this.#forget();
    this.#entered(replied.value);
    return 'entered';
  }

  /** What does not pass by itself ends the waiting; asked again it is a new request. */
  #refused(refusal: ApiRefusal): 'away' | (Asking & { is: 'refused' }) {
    if (passing.includes(refusal.code)) return 'away';
    this.#forget();
    return { is: 'refused', refusal };
  }

  #forget(): void {
    this.#ticket = null;
    forgetDraft(this.#kept);
  }
}
