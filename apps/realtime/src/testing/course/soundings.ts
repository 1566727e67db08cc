import type { VotingCommand } from '@yishiting/domain/acts/voting';
import { presentIn } from '@yishiting/domain/attendance';
import type { Marks } from '@yishiting/domain/marks';
import { ballotOf, type Vote } from '@yishiting/domain/voting';
import { now, type Players } from './players.ts';

type Asked = Omit<VotingCommand & { type: 'open-vote' }, 'type' | 'purpose'>;
const variants = ['方案一：外挂式', '方案二：井道式', '方案三：暂不加装'];

/** One of each kind. */
export const soundings = {
  plain: { question: '费用分摊是否采用方案二', method: 'yes-no-abstain' },
  one: { question: '选择一个方案', method: 'choose-one', variants },
  several: { question: '可接受的方案（至多两个）', method: 'choose-several', variants, most: 2 },
  grades: { question: '各方案评级', method: 'grade', variants, grades: ['好', '中', '差'] },
} as const satisfies Record<string, unknown>;

function marksFor(all: Players, { method }: Asked): Marks {
  if (method === 'yes-no-abstain') return { choice: all.pick(['yes', 'no', 'abstain'] as const) };
  if (all.happens(0.1)) return { choice: 'abstain' };
  if (method === 'choose-one') return { chosen: [1 + all.any(3)] };
  if (method === 'choose-several') return { chosen: all.happens(0.5) ? [1 + all.any(3)] : [1, 3] };
  return { graded: variants.map(() => 1 + all.any(3)) };
}

/** Put, answered by most, changed by some, closed, hands entered, established, published; now and then annulled and put anew. */
export async function sounding(all: Players, given: (typeof soundings)[keyof typeof soundings]): Promise<void> {
  const asked = given as unknown as Asked;
  if (given.method === 'yes-no-abstain' || all.happens(0.25)) {
    const vote = await open(all, asked);
    for (const seat of all.some(all.cast.members, 0.3)) void ballot(all, vote, seat, asked);
    await all.leads({ type: 'annul-vote', vote, reason: '方案写错，重新征询' });
    all.seconds(10, 40);
  }
  const vote = await open(all, asked);
  await answered(all, vote, asked);
  await all.leads({ type: 'close-vote', vote });
  // Too late.
  for (const seat of all.some(all.cast.members, 0.05)) void ballot(all, vote, seat, asked);
  await handsEntered(all, vote, asked);
  all.seconds(5, 20);
  await all.leads({ type: 'establish-vote', vote });
  all.seconds(2, 10);
  await all.leads({ type: 'publish-vote', vote });
}

/** The number is confirmed and it is put; whoever comes or goes in between makes both to be done anew. */
async function open(all: Players, asked: Asked): Promise<string> {
  const { stage, cast } = all;
  for (;;) {
    const count = presentIn(all.meeting.attendance).length;
    const confirmed = await stage.gives(cast.chair, { type: 'confirm-presence', count });
    if (confirmed.answer === 'refused' && confirmed.code === 'presence-differs') continue;
    const put = await stage.gives(cast.chair, { type: 'open-vote', purpose: 'sounding', ...asked });
    if (put.answer === 'accepted') return now(all.meeting.voting.order.at(-1), 'a vote');
    if (put.answer !== 'refused' || put.code !== 'presence-unconfirmed') throw new Error(JSON.stringify(put));
  }
}

const ballot = (all: Players, vote: string, seat: string, asked: Asked) =>
  all.tries(seat, { type: 'cast-ballot', vote, ...marksFor(all, asked) });

async function answered(all: Players, vote: string, asked: Asked): Promise<void> {
  const ballots = all.some(all.cast.members, 0.85).map((seat) => {
    all.stage.passes(all.any(1_500));
    return ballot(all, vote, seat, asked);
  });
  // Who has no vote, and who asks too much.
  for (const seat of all.some(all.cast.observers, 0.5)) void ballot(all, vote, seat, asked);
  void all.tries(all.pick(all.cast.members), { type: 'cast-ballot', vote, chosen: [1, 2, 3] });
  await all.stage.patience(ballots);
  const changed = all.some(all.cast.members, 0.15).map((seat) => ballot(all, vote, seat, asked));
  await all.stage.patience(changed);
  all.seconds(10, 30);
}

/** Of those without a device, and of some whose device did not answer; one was entered wrongly and is put right. */
async function handsEntered(all: Players, id: string, asked: Asked): Promise<void> {
  await all.notes({ type: 'begin-counting', vote: id });
  const vote: Vote = now(all.meeting.voting.votes[id], 'the vote');
  const missing = vote.roll.filter((seat) => !ballotOf(vote, seat));
  const without = missing.filter((seat) => all.cast.byHand.includes(seat));
  const others = all.some(
    missing.filter((seat) => !without.includes(seat)),
    0.5,
  );
  const enter = (seat: string, reason: string) =>
    all.notes({ type: 'enter-hand', vote: id, seat, ...marksFor(all, asked), reason });
  for (const seat of without) await enter(seat, '没有手机，举手表示');
  for (const seat of others) await enter(seat, '手机断线，当场口头表示');
  if (without[0]) await enter(without[0], '没有手机，经本人更正');
}
