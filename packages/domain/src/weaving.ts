/**
 * How facts are woven between typed blocks. Each block may say which event its author had seen when beginning it. A
 * writer who lies about that can shift a fact inside its item and nothing more.
 */

/** The block's `after`, if it is a number of an event at all. */
const seen = (after: unknown): number => (Number.isSafeInteger(after) ? (after as number) : Infinity);

/**
 * For each block the smallest `after` of itself and all blocks below it: a later paragraph that was begun earlier
 * shows that those above it were there before, too. Infinity where none of them says.
 */
export function counts(blocks: readonly { after: unknown }[]): number[] {
  let least = Infinity;
  return blocks
    .map(({ after }) => seen(after))
    .reduceRight<number[]>((found, one) => {
      least = Math.min(least, one);
      found.push(least);
      return found;
    }, [])
    .reverse();
}

/**
 * The blocks in their order, with each fact before the first block that counts at least its version, else at the end.
 * Whatever the blocks say, every fact stands there exactly once and in order.
 * @param facts in the order in which they stand: by `stands`, where one stands in the place of another, else by version
 */
export function weave<B extends { after: unknown }, F extends { version: number; stands?: number }>(
  blocks: readonly B[],
  facts: readonly F[],
): (B | F)[] {
  const woven: (B | F)[] = [];
  const counted = counts(blocks);
  const at = ({ stands, version }: F): number => stands ?? version;
  let next = 0;
  blocks.forEach((block, i) => {
    const count = counted[i]!;
    // A block that says nothing, with none below it that does, holds no fact back.
    if (count !== Infinity) while (next < facts.length && at(facts[next]!) <= count) woven.push(facts[next++]!);
    woven.push(block);
  });
  return [...woven, ...facts.slice(next)];
}
