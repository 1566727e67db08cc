/** The parts of an agreement as its pages name and order them. */
import type { AgreementView, PartView } from '@yishiting/domain/agreement-view';
import type { Words } from '../words/shape.ts';

export interface Part extends PartView {
  /** A clause's id, or the name of a passage. */
  part: string;
  /** Of a clause, as it is counted now; null: a passage. */
  number: number | null;
}

/** In the order of the form: facts, responsibility, clauses, performance. */
export function partsIn({ parts: { order, byId } }: Pick<AgreementView, 'parts'>): Part[] {
  let number = 0;
  return order.flatMap((part) => {
    const found = byId[part];
    return found ? [{ ...found, part, number: found.kind === 'clause' ? (number += 1) : null }] : [];
  });
}

export const clausesIn = (agreement: Pick<AgreementView, 'parts'>): Part[] =>
  partsIn(agreement).filter(({ kind }) => kind === 'clause');

export const partIn = (agreement: Pick<AgreementView, 'parts'>, part: string): Part | null =>
  partsIn(agreement).find((one) => one.part === part) ?? null;

/** 第 2 条, or 履行方式、时限. */
export const titleOf = (words: Words['agreement'], { kind, number }: Pick<Part, 'kind' | 'number'>): string =>
  kind === 'clause' ? words.clause(number ?? 0) : words.kinds[kind];

/** Behind which clause one stands after it was moved by a place; null: first; undefined: it cannot be moved there. */
export function movedBehind(
  clauses: readonly Pick<Part, 'part'>[],
  clause: string,
  by: -1 | 1,
): string | null | undefined {
  const at = clauses.findIndex(({ part }) => part === clause);
  const to = at + by;
  if (at === -1 || to < 0 || to >= clauses.length) return undefined;
  return (by === 1 ? clauses[to] : clauses[to - 1])?.part ?? null;
}

/** How many parts every party has agreed to as they stand, of how many; and how many changes are asked for. */
export function progressOf({ parts: { order }, parties }: Pick<AgreementView, 'parts' | 'parties'>) {
  const all = parties.order.flatMap((seat) => parties.bySeat[seat] ?? []);
  return {
    agreed: all.length === 0 ? 0 : order.filter((part) => all.every(({ agreed }) => agreed[part])).length,
    of: order.length,
    wanted: all.reduce((sum, { change }) => sum + order.filter((part) => change[part]).length, 0),
  };
}
