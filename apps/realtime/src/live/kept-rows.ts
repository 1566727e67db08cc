/**
 * What a room shows and no record keeps, as the rows say. Whoever changes a row commits it, then asks for it to be read
 * again here, and only then answers: nobody is told of what a restart would take back.
 */
export class KeptRows<T> {
  #read: () => Promise<T>;
  #changed: () => void;
  #state: T;
  #reading: Promise<void> = Promise.resolve();

  /** `first`: until they are read. `changed`: called when something may be shown otherwise than before. */
  constructor(first: T, read: () => Promise<T>, changed: () => void) {
    this.#state = first;
    this.#read = read;
    this.#changed = changed;
  }

  /** As read last; another object whenever it was read again. */
  get state(): T {
    return this.#state;
  }

  /** Reads the rows again and tells of them; one reading after the other, so that the last one counts. */
  refresh(): Promise<void> {
    const next = this.#reading
      .catch(() => undefined)
      .then(async () => {
        this.#state = await this.#read();
        this.#changed();
      });
    this.#reading = next;
    return next;
  }
}
