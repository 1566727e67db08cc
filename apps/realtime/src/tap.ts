import { limits } from '@yishiting/domain/protocol';

/** How much one connection may send: a burst, then so many a second. Never per address: a whole room sits behind one. */
export class Tap {
  #most: number;
  #perSecond: number;
  #left: number;
  #since: number;

  /**
   * @param now ms since 1970
   * @param most how many at once
   * @param perSecond how many a second on the long run
   */
  constructor(now: number, most: number, perSecond: number = limits.perSecond) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#since = now;
  }

  /** Takes one message out, or one that counts as several; false when the connection sends too fast. */
  take(now: number, cost = 1): boolean {
    const refill = (Math.max(0, now - this.#since) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#most, this.#left + refill);
    this.#since = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
