/** The server's only clock; everything else is handed the time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const wallClock: Clock = { now: () => Date.now() };
