/**
 * For tests and bench: a hearing of forty minutes as a real one goes, by seed. Who leads does one thing after the other;
 * all others do what they do meanwhile, whether it is in order or not: what is out of order is refused.
 */
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import { opening } from '@yishiting/domain/minutes-text';
import { presentIn } from '@yishiting/domain/attendance';
import { waitingOn } from '@yishiting/domain/floor-order';
import { stances } from '@yishiting/domain/stances';
import { amend, draftAndClose } from './ending.ts';
import { now, Players } from './players.ts';
import { sounding, soundings } from './soundings.ts';
import type { Stage } from './stage.ts';

/** The scenes in their order; before the next one is begun, the one who plays may look, cut lines or start the server anew. */
export async function* aHearing(stage: Stage): AsyncGenerator<string, Players['underWay']> {
  const players = new Players(stage);
  const scenes: Record<string, (players: Players) => Promise<void>> = {
    'they arrive': arriving,
    'the meeting opens': openingIt,
    'the project is presented': presenting,
    'opinions are heard': (all) => hearingOpinions(all, 5),
    'the first soundings': (all) => inTurn(all, [soundings.plain, soundings.one]),
    'an adjournment': adjourning,
    'more opinions are heard': (all) => hearingOpinions(all, 4),
    'more soundings': (all) => inTurn(all, [soundings.several, soundings.grades]),
    'the unit answers': answering,
    'summing-up and close': draftAndClose,
    'the minutes are circulated and confirmed': amend,
  };
  for (const [scene, play] of Object.entries(scenes)) {
    await play(players);
    yield scene;
  }
  return players.underWay;
}

const here = { type: 'check-in', way: 'here', privacyNotice } as const;
const remote = { type: 'check-in', way: 'remote', privacyNotice } as const;

/** By the code on their own device, or at the desk; a few twice, with an old notice, or where they have no say. */
async function arriving(all: Players): Promise<void> {
  const { recorder, unit, members, attendees, observers, byHand } = all.cast;
  await all.leads(here);
  await all.notes(here);
  const [late, inTime] = [members.slice(-3), members.slice(0, -3)];
  for (const seat of [unit, ...all.some([...inTime, ...attendees, ...observers], 1)]) {
    all.seconds(3, 20);
    if (all.happens(0.15)) await all.notes({ type: 'record-arrival', seat, way: 'here' });
    else void all.tries(seat, all.happens(0.15) ? remote : here);
    if (all.happens(0.1)) void all.tries(seat, { ...here, privacyNotice: '2020-01' });
    if (all.happens(0.1)) void all.tries(seat, { type: 'open-meeting' });
    if (all.happens(0.25)) await all.stage.patience(all.underWay);
  }
  for (const seat of byHand) await all.notes({ type: 'record-arrival', seat, way: 'here' });
  all.writes(recorder, opening, '会前核对到会人员。');
  await all.stage.patience(all.underWay);
  all.seconds(60, 120);
  for (const seat of late) void all.tries(seat, remote);
  await all.leads({ type: 'set-speaking-time', item: all.items[2]!, seconds: 180 });
}

async function openingIt(all: Players): Promise<void> {
  const [first] = all.items;
  await all.leads({ type: 'open-meeting' });
  await all.leads({ type: 'begin-item', item: first! });
  await all.leads({ type: 'start-clock', seconds: 300 });
  all.seconds(20, 60);
  await all.notes({ type: 'pause-clock' });
  await all.leads({ type: 'share-minutes', shared: true });
  all.seconds(5, 30);
  await all.notes({ type: 'resume-clock' });
  all.writes(all.cast.recorder, first!, '主持人介绍到会人员，宣布议程。');
  all.writes(all.cast.chair, first!, '议程经宣读，无人提出异议。');
  await all.notes({ type: 'admit-writer', seat: all.cast.unit });
  all.seconds(30, 90);
  await all.notes({ type: 'stop-clock' });
}

/** The unit speaks; items are added, moved, skipped and taken back. */
async function presenting(all: Players): Promise<void> {
  const [, second, third, fourth] = all.items;
  await all.leads({ type: 'begin-item', item: second! });
  await all.leads({ type: 'give-floor', seat: all.cast.unit, kind: 'speech' }, ['speaker-absent']);
  for (const seat of all.some(all.cast.members, 0.2)) void all.tries(seat, { type: 'ask-for-floor', kind: 'speech' });
  all.seconds(120, 240);
  all.writes(all.cast.recorder, second!, '负责单位介绍井道位置、载重与费用测算。');
  const speech = all.meeting.floor.current;
  if (speech) {
    await all.notes({ type: 'pause-speech', speech });
    await all.notes({ type: 'resume-speech', speech });
    await all.leads({ type: 'end-speech', speech });
  }
  const seat = all.cast.byHand[0]!;
  await all.notes({ type: 'enter-floor-request', seat, kind: 'point-of-order' });
  const entered = all.meeting.floor.requests.find((one) => one.seat === seat);
  await all.notes({ type: 'strike-floor-request', request: now(entered, 'a request for the floor').request });
  await all.leads({ type: 'add-item', title: '电梯日常管理', minutes: 10, after: fourth! });
  const added = now(all.items[all.items.indexOf(fourth!) + 1], 'an item');
  await all.leads({ type: 'move-item', item: added, after: third! });
  await undo(all);
  await all.leads({ type: 'begin-item', item: third! });
  all.seconds(3, 9);
  await undo(all);
  await all.leads({ type: 'skip-item', item: added });
  await undo(all);
  await all.leads({ type: 'withdraw-item', item: added, reason: '另行召开会议讨论' });
}

const undo = (all: Players) =>
  all.leads({ type: 'undo-step', step: now(all.meeting.agenda.undoable.at(-1), 'a step').step });

/** So many speeches, each by whoever waits first; the recorder notes what each comes to. */
async function hearingOpinions(all: Players, speeches: number): Promise<void> {
  const item = all.items[2]!;
  await all.leads({ type: 'begin-item', item });
  for (let n = 0; n < speeches; n += 1) {
    await theyAsk(all);
    const { floor, agenda } = all.meeting;
    const waiting = waitingOn(floor.requests, agenda.current).filter(({ seat }) => all.isHere(seat));
    if (waiting.length > 2 && (n === 2 || all.happens(0.4))) {
      const [last, first] = [waiting.at(-1)!.request, waiting[0]!.request];
      await all.leads({ type: 'move-floor-request', request: last, before: first }, ['no-such-floor-request']);
    }
    const { seat, kind } = waiting[0] ?? { seat: all.cast.byHand[0]!, kind: 'speech' as const };
    if (await all.leads({ type: 'give-floor', seat, kind }, ['speaker-absent'])) await speaking(all, item, seat, n);
    comingAndGoing(all);
  }
}

async function theyAsk(all: Players): Promise<void> {
  const kind = () => (all.happens(0.15) ? ('point-of-order' as const) : ('speech' as const));
  const asked = all
    .some([...all.cast.members, ...all.cast.attendees], 0.15)
    .map((seat) => all.tries(seat, { type: 'ask-for-floor', kind: kind() }));
  for (const seat of all.some(all.cast.observers, 0.2)) void all.tries(seat, { type: 'ask-for-floor', kind: kind() });
  for (const seat of all.some(all.cast.members, 0.03))
    void all.tries(seat, { type: 'withdraw-floor-request', kind: 'speech' });
  await all.notes({ type: 'enter-floor-request', seat: all.pick(all.cast.byHand), kind: 'speech' });
  await all.stage.patience(asked);
  all.seconds(5, 15);
}

async function speaking(all: Players, item: string, seat: string, n: number): Promise<void> {
  const { cast } = all;
  all.seconds(60, 170);
  // Whoever leaves ends their speech.
  const over = ['speech-over'] as const;
  const speech = all.meeting.floor.current;
  if (speech && (n < 3 || all.happens(0.4))) await all.leads({ type: 'give-more-time', speech, seconds: 60 }, over);
  const stance = all.pick(stances);
  const said = { speaker: seat, stance, gist: `第${n + 1}位发言：一层采光要有保证。`, category: '费用分摊' };
  await all.notes({ type: 'record-opinion', item, ...said });
  const opinion = now(all.meeting.opinions.order.at(-1), 'an opinion');
  if (n === 0) await all.notes({ type: 'withdraw-opinion', opinion, reason: '发言人只问了程序' });
  else if (n === 1 || all.happens(0.3))
    await all.notes({ type: 'correct-opinion', opinion, ...said, gist: '一层采光、通风都要有保证。' });
  if (n < 2 || all.happens(0.5)) {
    const text = '一层采光受多大影响？';
    await all.notes({ type: 'record-question', item, asker: seat, text, to: cast.unit });
  }
  all.writes(cast.recorder, item, `记录：第${n + 1}位代表发言。`);
  if (all.happens(0.5)) all.writes(cast.unit, item, '负责单位在场听取。');
  if (speech) await all.leads({ type: 'end-speech', speech }, over);
}

/** Some go, some come back, some from elsewhere. */
function comingAndGoing(all: Players): void {
  const { members, attendees } = all.cast;
  for (const seat of all.some([...members, ...attendees], 0.06))
    void all.tries(seat, all.isHere(seat) ? { type: 'leave' } : remote);
  for (const seat of all.some(members, 0.1)) if (!all.isHere(seat)) void all.tries(seat, here);
}

async function inTurn(all: Players, asked: readonly (typeof soundings)[keyof typeof soundings][]): Promise<void> {
  for (const one of asked) await sounding(all, one);
}

async function adjourning(all: Players): Promise<void> {
  await all.leads({ type: 'start-clock', seconds: 600 });
  await all.leads({ type: 'adjourn-meeting', reason: '茶歇' });
  for (const seat of all.some(all.cast.members, 0.1)) void all.tries(seat, { type: 'ask-for-floor', kind: 'speech' });
  for (const seat of all.some(all.cast.members, 0.2)) void all.tries(seat, { type: 'leave' });
  all.seconds(240, 360);
  for (const seat of all.some(all.cast.members, 0.8)) void all.tries(seat, here);
  await all.stage.patience(all.underWay);
  await all.leads({ type: 'resume-meeting' });
  if (presentIn(all.meeting.attendance).length === 0) throw new Error('Everybody has left');
}

async function answering(all: Players): Promise<void> {
  const { questions } = all.meeting;
  const item = all.items[3]!;
  const { unit } = all.cast;
  await all.leads({ type: 'begin-item', item });
  await all.leads({ type: 'give-floor', seat: unit, kind: 'speech' }, ['speaker-absent']);
  const answer = { by: unit, text: '井道与一层窗户净距 3.2 米，满足日照要求。' };
  const [already, ...open] = questions.order;
  await all.notes({ type: 'withdraw-question', question: now(already, 'a question'), reason: '材料中已有说明' });
  for (const question of open) {
    all.seconds(20, 60);
    await all.notes({ type: 'record-answer', item, question, ...answer, material: all.happens(0.5) });
  }
  await all.notes({ type: 'record-answer', item, question: null, ...answer, material: false });
  const last = now(all.meeting.questions.answerOrder.at(-1), 'an answer');
  await all.notes({
    type: 'correct-answer',
    answer: last,
    ...answer,
    text: '净距 3.2 米，另作通风检测。',
    material: true,
  });
}
