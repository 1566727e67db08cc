import type { ScreenContent } from '@yishiting/domain/screens';
import type { View, VoteView } from '@yishiting/domain/view';

/** What stands on a card beside the item: the vote while its item does, the code before the opening. */
export function besideItem(view: View, { kind }: ScreenContent): { vote: VoteView } | { code: string } | null {
  if (kind !== 'follow') return null;
  const newest = view.votes.byId[view.votes.order.at(-1) ?? ''];
  if (newest && newest.status !== 'annulled' && newest.item === view.agenda.current) return { vote: newest };
  return view.phase === 'called' && view.joinCode ? { code: view.joinCode } : null;
}

/** Variants want the whole width and height: what else stands on the wall keeps to a line above and below them. */
export function isDense(beside: ReturnType<typeof besideItem>): boolean {
  return beside !== null && 'vote' in beside && beside.vote.variants !== null;
}
