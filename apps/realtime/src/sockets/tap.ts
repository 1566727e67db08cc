import { limits } from '@yishiting/domain/protocol';

/** How much one connection may send: a burst, then so many a second. Never per address: a whole room sits behind one. */
export class Tap {
  #most: number;
  #left: number;
  #since: number;

  /**
   * @param now ms since 1970
   * @param most how many at once
   */
  constructor(now: number, most: number) {
    this.#most = most;
    this.#left = most;
    this.#since = now;
  }

  /** Takes one message out; false when the connection sends too fast. */
  take(now: number): boolean {
    const refill = (Math.max(0, now - this.#since) / 1000) * limits.perSecond;
    this.#left = Math.min(this.#most, this.#left + refill);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
