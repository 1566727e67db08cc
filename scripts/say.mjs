/** What the scripts tell the person at the terminal: one plain line in both languages. */

/** @param {string} zh @param {string} en */
export const say = (zh, en) => console.log(`${zh} / ${en}`);

/**
 * Ends the script with one sentence that says what to do.
 * @param {string} zh @param {string} en
 * @returns {never}
 */
export function giveUp(zh, en) {
  console.error(`\n${zh}\n${en}`);
  process.exit(1);
}
