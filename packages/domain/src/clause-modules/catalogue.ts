/** Every clause module, by kind of dispute, in the order in which a desk offers them; the closing clauses last. */
import { commonParts, fees, parking, pets } from './common-life.ts';
import { building, decoration, leaks, noise } from './homes.ts';
import type { ClauseModule, ModuleClause } from './module.ts';
import { closing, debt, injury, parents } from './people.ts';

export const clauseModules: readonly ClauseModule[] = [
  ...[leaks, noise, parking, fees, building, decoration, commonParts, pets, parents, injury, debt],
  closing,
];

/** Null for an id that no clause bears. */
export const moduleClause = (id: string): ModuleClause | null =>
  clauseModules.flatMap(({ clauses }) => clauses).find((one) => one.id === id) ?? null;
