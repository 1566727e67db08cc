/** Connections on one grant at once: tabs, and what a phone with a flapping network left behind. */
export const connectionsOfOne = 32;

/** Who is connected by which grant, so that nobody fills the room alone. */
export class Crowd<Connection> {
  #by = new Map<string, Set<Connection>>();

  /** Lets one more in. @returns the oldest of the grant when there are too many now: it has to go. */
  add(grant: string, connection: Connection): Connection | undefined {
    const together = this.#by.get(grant) ?? new Set<Connection>();
    this.#by.set(grant, together.add(connection));
    return together.size > connectionsOfOne ? together.values().next().value : undefined;
  }

  remove(grant: string, connection: Connection): void {
    const together = this.#by.get(grant);
    together?.delete(connection);
    if (together?.size === 0) this.#by.delete(grant);
  }
}
