/**
 * How often the tests with random rounds turn: the one table. A test that calls `rounds(…)` takes part in `npm run soak`,
 * which finds its file by that call.
 */
export const table = {
  /** R2: server, Postgres or both killed under a stream of commands. */
  kills: { test: 10, soak: 200 },
  /** R3, R7: commits that fail, hang or succeed without an answer, by seed. */
  commits: { test: 50, soak: 2_000 },
  /** R4: clients cut off at any moment, by seed. */
  reconnects: { test: 50, soak: 2_000 },
  /** R8: malformed, oversized and unauthorised frames, updates, uploads and requests. */
  doorFuzz: { test: 20_000, soak: 1_000_000 },
  /** R13: backups while a meeting runs. */
  backups: { test: 2, soak: 30 },
  /** R15: minutes typed offline and merged, by seed; hostile writers. */
  minutes: { test: 30, soak: 1_000 },
  /** R16: casts against closings at random moments. */
  castsAgainstClosing: { test: 100, soak: 1_000 },
  /** H11: no rounds, but how many seats sit in the one room, each with a page of its own. */
  seats: { test: 50, soak: 200 },
};

/**
 * The number of rounds for this run: `soak` under YISHITING_ROUNDS=soak, else `test`.
 * @param {string} name
 * @returns {number}
 */
export function rounds(name) {
  const row = Object.entries(table).find(([found]) => found === name)?.[1];
  if (!row) throw new Error(`no rounds named ${name} in scripts/rounds.mjs`);
  return process.env.YISHITING_ROUNDS === 'soak' ? row.soak : row.test;
}
