import type { ApiRefusal, ScreenAnswer } from '@yishiting/domain/api';
import type { ScreenContent, ScreenFrame } from '@yishiting/domain/screens';
import { newCommandId } from '#lib/live/outbox.ts';
import { post, type Replied } from '#lib/live/request.ts';

/** Which screens are meant; null: all. */
export type On = readonly string[] | null;

/** Turns the screens of one meeting. What came of it is seen in the view; here stands only why it did not. */
export class Showing {
  busy = $state(false);
  refusal = $state.raw<ApiRefusal | null>(null);
  #at: string;
  #post: typeof post;
  /** Of what is being prepared, until it is answered: sent again it stands in the queue once. */
  #entry = newCommandId();

  /** `at`: the address of the meeting's screens in the API. */
  constructor(at: string, send: typeof post = post) {
    this.#at = at;
    this.#post = send;
  }

  show(on: On, content: ScreenContent): Promise<boolean> {
    return this.#done('/show', { on, content });
  }
  uncover(on: On): Promise<boolean> {
    return this.#done('/uncover', { on });
  }
  frame(on: On, frame: ScreenFrame): Promise<boolean> {
    return this.#done('/frame', { on, frame });
  }
  /** Shows what was prepared under this name. */
  next(entry: string): Promise<boolean> {
    return this.#done('/next', { entry });
  }
  move(entry: string, before: string | null): Promise<boolean> {
    return this.#done('/queue/move', { entry, before });
  }
  remove(entry: string): Promise<boolean> {
    return this.#done('/queue/remove', { entry });
  }
  async prepare(on: string | null, content: ScreenContent): Promise<boolean> {
    const done = await this.#done('/queue', { entry: this.#entry, on, content });
    if (done || this.refusal?.code !== 'try-again') this.#entry = newCommandId();
    return done;
  }
  disconnect(screen: string): Promise<boolean> {
    return this.#done('/disconnect', { screen });
  }
  /** @returns the number of the screen that was connected, null when none was */
  async connect(code: string): Promise<number | null> {
    const replied = await this.#ask<ScreenAnswer>('', { code });
    return replied.ok ? replied.value.number : null;
  }

  async #done(path: string, body: unknown): Promise<boolean> {
    return (await this.#ask(path, body)).ok;
  }

  async #ask<T>(path: string, body: unknown): Promise<Replied<T>> {
    this.busy = true;
    const replied = await this.#post<T>(this.#at + path, body);
    this.busy = false;
    this.refusal = replied.ok ? null : replied.refusal;
    return replied;
  }
}
