/** Resolves when this holds; what has not come in a minute never will. `what`: for the one who reads why. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: () => unknown,
  patience = 60_000,
): Promise<void> {
  for (let from = performance.now(); !(await holds());) {
    if (performance.now() - from > patience) throw new Error(`Waited in vain: ${JSON.stringify(what(), null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
