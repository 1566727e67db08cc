/** For tests: whether a record holds what people were told that it holds. */
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { GivenCommand } from './page.ts';

const named = ({ who, command, ids }: GivenCommand) => `${who} ${command.type} ${[...ids].join()}`;

/**
 * What does not fit, in words; none when every accepted command is in the record once and says what was given, none that
 * was refused or changed nothing is, one that nobody heard of again is there at most once, and nothing else came in from
 * these seats.
 * @param elsewhere kinds of events that come in by another way than a page
 */
export function misfits(
  lines: readonly RecordedEvent[],
  given: readonly GivenCommand[],
  elsewhere: readonly string[],
): string[] {
  const byCommand = Map.groupBy(lines, ({ seat, commandId }) => `${seat} ${commandId}`);
  const found: string[] = [];
  const claimed = new Set<string>();
  for (const one of given) {
    if (one.ids.size > 1) found.push(`sent again under another id: ${named(one)}`);
    const keys = [...one.ids].map((id) => `${one.seat} ${id}`);
    const facts = keys.flatMap((key) => byCommand.get(key) ?? []);
    for (const key of keys) claimed.add(key);
    const first = facts.filter(({ part }) => part === 0);
    if (first.length > 1) found.push(`recorded ${first.length} times: ${named(one)}`);
    if (one.answer?.answer === 'accepted' && first.length === 0) found.push(`accepted and not recorded: ${named(one)}`);
    if (one.answer && one.answer.answer !== 'accepted' && facts.length > 0)
      found.push(`answered ${JSON.stringify(one.answer)} and recorded: ${named(one)}`);
    if (facts.length > 0 && !facts.some((fact) => saysTheSame(fact, one)))
      found.push(`recorded otherwise than given: ${named(one)}`);
  }
  for (const [key, facts] of byCommand) {
    if (!claimed.has(key) && !elsewhere.includes(facts[0]!.type))
      found.push(`recorded and given by nobody: ${facts[0]!.type} ${key}`);
  }
  return found;
}

/** Whether the fact says of everything that the command named what the command said. */
function saysTheSame({ data }: RecordedEvent, { command }: GivenCommand): boolean {
  const fact = data as Record<string, unknown>;
  return Object.entries(command).every(([key, said]) => {
    // Named by id in one and told whole in the other: a person who is added.
    if (key === 'type' || typeof fact[key] !== typeof said) return true;
    return JSON.stringify(fact[key]) === JSON.stringify(said);
  });
}
