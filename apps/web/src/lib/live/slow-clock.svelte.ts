/** The server's clock as pages look at it that count minutes and days: renewed every quarter of a minute. */
export class SlowClock {
  #own = $state(Date.now());
  #offset: () => number;

  /** To be made while a component is; goes as long as it stands. `offset`: of the server's clock, ms. */
  constructor(offset: () => number) {
    this.#offset = offset;
    $effect(() => {
      const timer = setInterval(() => (this.#own = Date.now()), 15_000);
      return () => clearInterval(timer);
    });
  }

  /** Ms since 1970. */
  get now(): number {
    return this.#own + this.#offset();
  }
}
