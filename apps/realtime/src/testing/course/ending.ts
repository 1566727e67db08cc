import { timeSat } from '@yishiting/domain/session';
import { uptakes } from '@yishiting/domain/stances';
import type { Players } from './players.ts';

/** Ms in session; the last words last as long as it takes. */
const fortyMinutes = 40 * 60_000;

/** The chair sums up; the desk says of each opinion what became of it. */
export async function draftAndClose(all: Players): Promise<void> {
  const { agenda, opinions } = all.meeting;
  const item = all.items[agenda.order.length - 1]!;
  await all.leads({ type: 'begin-item', item });
  await all.stage.saved();
  await all.notes({ type: 'dismiss-writer', seat: all.cast.unit });
  all.seconds(60, 150);
  await all.leads({ type: 'state-proposal', text: '采用方案二。' });
  await all.leads({ type: 'show-opinions', shown: true });
  await all.leads({ type: 'state-proposal', text: '采用方案二：\n一、一至二层不分摊；\n二、三层起逐层递增。' });
  all.writes(all.cast.chair, item, '主持人小结：多数代表接受方案二。');
  for (const opinion of opinions.order) {
    const uptake = all.pick(uptakes);
    const reason = uptake === 'taken' ? {} : { reason: '另作检测后再定' };
    await all.notes({ type: 'mark-opinion', opinion, uptake, ...reason });
  }
  for (const seat of all.some(all.cast.members, 0.1)) void all.tries(seat, { type: 'leave' });
  const { session, lastAt } = all.meeting;
  all.stage.passes(Math.max(0, fortyMinutes - timeSat(session, lastAt)));
  await all.leads({ type: 'close-meeting' });
  // Too late for all that.
  for (const seat of all.some(all.cast.members, 0.1)) void all.tries(seat, { type: 'ask-for-floor', kind: 'speech' });
}

/** Circulated; members want words changed, the desk decides; confirmed by both, and frozen. */
export async function amend(all: Players): Promise<void> {
  const { recorder, chair, members } = all.cast;
  const item = all.items[2]!;
  all.seconds(60, 300);
  await all.notes({ type: 'circulate-minutes' });
  const proposed = [...all.some(members.slice(5), 0.1), members[4]!].map((seat) =>
    all.tries(seat, { type: 'propose-amendment', section: item, words: '注意一层采光和噪声。', reason: '漏记噪声' }),
  );
  await all.stage.patience(proposed);
  await decideAll(all);
  all.writes(recorder, item, '按会后所提意见补记：注意一层采光和噪声。');
  for (;;) {
    await all.stage.saved();
    await decideAll(all);
    const hash = await all.stage.hash();
    const first = await all.stage.gives(recorder, { type: 'confirm-minutes', hash });
    const second = first.answer === 'refused' ? first : await all.stage.gives(chair, { type: 'confirm-minutes', hash });
    if (second.answer !== 'refused') return;
    // Somebody typed, or proposed, once more.
    if (!['minutes-changed', 'amendments-undecided'].includes(second.code)) throw new Error(JSON.stringify(second));
  }
}

async function decideAll(all: Players): Promise<void> {
  for (const { amendment, decision } of all.meeting.minutes.amendments) {
    if (decision) continue;
    const taken = all.happens(0.6);
    await all.notes({ type: 'decide-amendment', amendment, taken, ...(taken ? {} : { reason: '发言时未提及' }) });
  }
}
