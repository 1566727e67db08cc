/** Tells open connections that the grant they stand on was revoked. */

/** So many revoked grants are remembered for a connection that is just being opened. */
const remembered = 10_000;

export class Revocations {
  #listeners = new Map<string, Set<() => void>>();
  #revoked = new Set<string>();

  /**
   * Calls `ended` once when the grant is revoked; at once when it was revoked a moment ago, so that a connection that was
   * asking its session meanwhile does not slip through.
   * @returns stops listening
   */
  on(grant: string, ended: () => void): () => void {
    if (this.#revoked.has(grant)) {
      ended();
      return () => {};
    }
    const listeners = this.#listeners.get(grant) ?? new Set();
    this.#listeners.set(grant, listeners.add(ended));
    return () => {
      listeners.delete(ended);
      if (listeners.size === 0 && this.#listeners.get(grant) === listeners) this.#listeners.delete(grant);
    };
  }

  /** Tell it after the revocation is committed. */
  tell(grants: readonly string[]): void {
    for (const grant of grants) {
      this.#revoked.add(grant);
      if (this.#revoked.size > remembered) this.#revoked.delete(this.#revoked.values().next().value!);
      const listeners = this.#listeners.get(grant);
      this.#listeners.delete(grant);
      for (const ended of listeners ?? []) ended();
    }
  }
}
