/**
 * [R5] For every reader a list, written by hand, of what their view must never contain. The meeting below is full of
 * values that occur nowhere else, so that a search of the view's text finds them wherever they may have slipped in.
 */
import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from './acts/event.ts';

import {
  aCalledMeeting,
  aFile,
  after,
  anOpinionId,
  aPerson,
  aQuestionId,
  arrived,
  anItemId,
  aSeat,
  aVoteId,
  begun,
  by,
  chair,
  chen,
  given,
  li,
  opened,
  start,
  stranger,
  voteOpened,
  zhou,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import type { MinutesText } from './minutes-text.ts';
import { asOnTheWall } from './wall.ts';
import { mine, view } from './view.ts';
import {
  running,
  established,
  published,
  annulled,
  choosing,
  grading,
  graded,
  variants,
  grades,
  aMeetingFullOfSecrets,
  live,
  secrets,
  type Secret,
  fromEverybody,
  never,
  readerOf,
  viewOf,
  betrayed,
} from './secrets.fixtures.ts';

describe('[R5] no view contains what it must not', () => {
  it.each(Object.keys(never) as (keyof typeof never)[])('the view of %s', (name) => {
    const shown = viewOf(name);
    for (const secret of never[name]) expect(betrayed(shown, secret), `${name} is shown ${secret}`).toEqual([]);
  });

  const meeting = aMeetingFullOfSecrets();
  const { votes } = meeting.voting;
  const { people } = meeting.attendance;
  const led = viewOf('chair');
  /** As it would slip in: a whole part of the meeting, or of what those who lead are shown, set into a view. */
  const leaks: Record<Secret, unknown> = {
    'what anyone chose': [votes[running], votes[choosing], votes[grading]],
    'what anyone chose on a device': [votes[choosing], votes[grading]],
    'when a ballot came in': votes[running]?.ballots,
    'why a hand was entered for someone': { reason: '手有旧伤' },
    'the tally of an annulled vote': { counts: { yes: 8828, no: 9929, abstain: 4424 } },
    'the tally of a vote before it is published': [votes[established], votes[graded]],
    'who has not answered': led.votes.byId[running],
    'ids of the register': people[li],
    'versions of the stream': meeting,
    'the step to undo': meeting.agenda,
    'the number confirmed': led.desk,
    'how the notice was waived': meeting.called.notice,
    'why somebody cannot come, and who told it': meeting.replies,
    'whether an opinion is taken up': led.opinions.byId[anOpinionId(1)],
    'what was withdrawn or corrected': { gist: '改前的一句' },
    'supplements that do not stand': led.minutes?.supplements,
    'who examined the result': led.desk?.result,
    'opinions, questions, answers, the proposal': meeting.proposal,
    'salted hashes of files': meeting.files,
    'photos before the minutes are final': led.files,
    'files that were withdrawn': led.files,
    'proofs that the notice was posted': led.files,
    'what is owed afterwards': led.desk,
    'attachments and material': led.files.byId[aFile(1)],
    devices: led.people.bySeat[zhou],
    'the code to join': live.joinCode,
    'who asks to be let in': live.asking?.[1],
    'who waits for the floor, and since when': led.floor.waiting,
    'how long everybody has spoken': meeting.floor,
    'who is heard next': view({ meeting, live }, { audience: 'projector' }).floor,
    'who has the floor': led.floor.speaking,
    'what is prepared for the screens': live.screens?.queue,
    'which screens there are': led.desk?.screens,
    'how to get into the video meeting': led.desk,
    'how an identity was checked': led.people.bySeat[zhou],
    'names of observers': people[aSeat(8)],
    'names of those who take part': people[li],
    'seats of those who take part': votes[running]?.roll,
  };

  it.each(Object.keys(secrets) as Secret[])('finds it when %s is planted', (secret) => {
    const bare = viewOf('public');
    expect(betrayed(bare, secret)).toEqual([]);
    expect(betrayed({ ...bare, clock: { ...bare.clock, planted: leaks[secret] } }, secret)).not.toEqual([]);
  });

  it('shows those who lead what they need, and nobody a tally before it is established', () => {
    expect(led.votes.byId[established]?.counts).toEqual({ yes: 7717, no: 6616, abstain: 5515 });
    expect(led.votes.byId[running]).toMatchObject({ counts: null, returned: 3, missing: { [zhou]: true } });
    expect(led.votes.byId[annulled]?.counts).toBeNull();
    expect(led.votes.byId[graded]?.counts).toEqual({ grades: [[7171], [6161]], abstain: 5151 });
    expect(led.desk).toMatchObject({ presenceConfirmed: null, undoable: 424_241 });
    expect(led.desk?.asking.order).toEqual([aVoteId(91), aVoteId(92)]);
    expect(Object.values(led.desk?.asking.byId ?? {})).toEqual(live.asking);
    expect(led.joinCode).toBe('735914');
    expect(led.people.bySeat[zhou]?.device).toEqual({ connected: false, offlineSince: start + 987_654 });
    expect(led.people.bySeat[chair]?.device).toEqual({ connected: true, offlineSince: null });
  });

  it('shows opinions to those in the room, counts to everybody, and whether they are taken up to those who lead', () => {
    const [one, third] = [anOpinionId(1), anOpinionId(3)];
    for (const name of ['member', 'observer', 'responsible-unit']) {
      const { opinions, questions, proposal } = viewOf(name);
      expect(opinions.order, name).toEqual([one, third]);
      expect(opinions.byId[third]).toMatchObject({ gist: '改后的一句', speaker: li });
      expect(questions).toMatchObject({ open: 0, byId: { [aQuestionId(1)]: { answered: true } } });
      expect(proposal).toMatchObject({ text: '先修灯，再装梯', times: 1 });
    }
    expect(led.opinions.byId[one]?.mark).toEqual({ uptake: 'partly', reason: '修灯另有安排' });
    for (const name of Object.keys(never)) {
      expect(viewOf(name).opinions.byStance, name).toEqual({
        [anItemId(1)]: { for: 2, conditional: 0, against: 0, suggestion: 0 },
      });
    }
  });

  it('[R5] lets the wall see them while the chair shows them, and the public never; marks only with the frozen minutes', () => {
    const shownOn = after(aMeetingFullOfSecrets(), { type: 'opinions-shown', shown: true });
    const seen = (meeting: Meeting, name: string) => view({ meeting, live }, readerOf(name));
    expect(seen(shownOn, 'projector')).toMatchObject({ opinions: { order: [anOpinionId(1), anOpinionId(3)] } });
    expect(seen(shownOn, 'projector').proposal?.text).toBe('先修灯，再装梯');
    expect(betrayed(seen(shownOn, 'projector'), 'whether an opinion is taken up')).toEqual([]);
    expect(betrayed(seen(shownOn, 'public'), 'opinions, questions, answers, the proposal')).toEqual([]);
    const off = after(shownOn, { type: 'opinions-shown', shown: false });
    expect(betrayed(seen(off, 'projector'), 'opinions, questions, answers, the proposal')).toEqual([]);
    const text: MinutesText = { meeting: anItemId(1), version: 1, lang: 'zh-CN', sections: [] };
    const frozen = after(
      shownOn,
      { type: 'minutes-circulated' },
      { type: 'minutes-frozen', hash: '0'.repeat(64), text, dropped: [] },
    );
    expect(seen(frozen, 'member').opinions.byId[anOpinionId(1)]?.mark).toMatchObject({ uptake: 'partly' });
    for (const name of ['projector', 'public'])
      expect(betrayed(seen(frozen, name), 'whether an opinion is taken up'), name).toEqual([]);
  });

  it('shows those who lead each screen and what is prepared', () => {
    expect(led.desk?.screens.order).toEqual([aVoteId(281)]);
    expect(led.desk?.screens.byId[aVoteId(281)]).toMatchObject({ number: 1, connected: false, offlineSince: null });
    expect(led.desk?.screens.queue.byId['f'.repeat(32)]?.content).toEqual({ kind: 'message', text: '稍后公布名单' });
  });

  it('[H9] a picture of the wall is made of what the wall is sent, whoever looks at it', () => {
    for (const name of ['chair', 'recorder', 'staff', 'member+recorder']) {
      expect(asOnTheWall(viewOf(name)), name).toEqual(viewOf('projector'));
      const shown = { meeting: after(aMeetingFullOfSecrets(), { type: 'opinions-shown', shown: true }), live };
      expect(asOnTheWall(view(shown, readerOf(name))), name).toEqual(view(shown, readerOf('projector')));
    }
  });

  it('shows everybody who is asked what a sounding on variants asks, and who is not asked, too', () => {
    for (const name of Object.keys(never)) {
      expect(viewOf(name).votes.byId[running], name).toMatchObject({ variants: null, most: 0, grades: null });
      expect(viewOf(name).votes.byId[choosing], name).toMatchObject({ variants, most: 2, grades: null });
      expect(viewOf(name).votes.byId[grading], name).toMatchObject({ variants, most: 0, grades });
    }
  });

  it('shows the result to everybody once it is published', () => {
    for (const name of Object.keys(never)) {
      expect(viewOf(name).votes.byId[published]?.counts, name).toEqual({ yes: 1001, no: 2002, abstain: 3003 });
    }
  });

  it('[R5] shows those who lead what was entered by hand, and nothing that was given on a device', () => {
    for (const name of ['chair', 'recorder', 'staff', 'member+recorder'])
      expect(viewOf(name).votes.byId[running]?.hands, name).toEqual({ [aSeat(9)]: { choice: 'no' } });
    expect(viewOf('teller').votes.byId[running]).not.toHaveProperty('hands');
  });

  it('[R5] shows who answered what of a vote by name to those in the room once it is published, and to no screen', () => {
    const vote = aVoteId(8);
    const counts = { yes: 0, no: 1, abstain: 1 };
    const closed = after(
      aMeetingFullOfSecrets(),
      voteOpened({ vote, named: true }),
      by(li, { type: 'ballot-cast', vote, choice: 'no' }),
      by(chen, { type: 'ballot-cast', vote, choice: 'abstain' }),
      { type: 'vote-closed', vote },
    );
    const found = after(closed, { type: 'vote-established', vote, roll: 3, returned: 2, counts });
    const told = after(found, { type: 'vote-published', vote });
    const answers = { yes: [], no: [li], abstain: [chen], unanswered: [zhou] };
    for (const name of Object.keys(never) as (keyof typeof never)[]) {
      const seen = (meeting: Meeting) => view({ meeting, live }, readerOf(name)).votes.byId[vote]?.answers;
      const isScreen = name === 'projector' || name === 'public';
      expect(seen(closed), name).toBeNull();
      expect(seen(found), name).toEqual(never[name] === fromEverybody ? answers : null);
      expect(seen(told), name).toEqual(isScreen ? null : answers);
    }
    expect(asOnTheWall(view({ meeting: told, live }, readerOf('chair')))).toEqual(
      view({ meeting: told, live }, readerOf('projector')),
    );
  });

  it('counts neither observers nor those who have not come', () => {
    expect(viewOf('public').attendance).toEqual({ due: 7, present: 4, remote: 1 });
  });
});

describe('what concerns one seat alone', () => {
  it('[R5] holds its own choice and nobody else’s', () => {
    const meeting = aMeetingFullOfSecrets();
    const [none, at] = [{ choice: null, chosen: null, graded: null, at: null }, expect.any(Number)];
    expect(mine(meeting, li, null)?.ballots).toMatchObject({
      [running]: { ...none, choice: 'yes', at },
      [choosing]: { ...none, chosen: [1, 2], at },
      [grading]: { ...none, graded: [2, 1], at },
    });
    for (const vote of [running, choosing, grading]) expect(mine(meeting, zhou, null)?.ballots[vote]).toEqual(none);
    expect(JSON.stringify(mine(meeting, zhou, null))).not.toMatch(/"(yes|no|abstain)"/);
    expect(mine(meeting, chair, null)?.ballots).toEqual({});
  });

  it('[R5] names the further devices that ask for this seat, and nobody else who asks', () => {
    const meeting = aMeetingFullOfSecrets();
    expect(mine(meeting, zhou, null, live)?.asking).toEqual([live.asking?.[1]]);
    for (const seat of [li, chair]) expect(mine(meeting, seat, null, live)?.asking).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', stranger])('is nothing for %s, who has no seat', (seat) => {
    expect(mine(aMeetingFullOfSecrets(), seat, null)).toBeUndefined();
  });

  it('names staff who have no seat, and gives them no ballot', () => {
    expect(mine(aMeetingFullOfSecrets(), stranger, { name: '赵干事' })).toMatchObject({
      name: '赵干事',
      staff: true,
      capacities: [],
      ballots: {},
    });
  });
});

/** Paths of all values in which two views differ. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (Object.is(one, other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

describe('a patch stays small', () => {
  const members = Array.from({ length: 200 }, (_, i) => aPerson(100 + i));
  const called = aCalledMeeting({ people: [...aCalledMeeting().people, ...members] });
  const seats = members.map(({ seat }) => seat);
  const before = given([...seats.map((seat) => arrived(seat)), opened, begun(1), voteOpened({ roll: seats })], called);
  const changed = (reader: string, ...facts: Parameters<typeof given>[0] & object) => {
    const shown = (meeting: Meeting) => view({ meeting, live }, readerOf(reader));
    return differences(shown(before), shown(after(before, ...facts)));
  };
  const cast = by(seats[0]!, { type: 'ballot-cast', vote: running, choice: 'yes' });

  it('is one value when a ballot comes in, two for those who lead', () => {
    const path = `/votes/byId/${running}`;
    for (const reader of ['member', 'observer', 'projector', 'public']) {
      expect(changed(reader, cast), reader).toEqual([`${path}/returned`]);
    }
    expect(changed('chair', cast)).toEqual([`${path}/returned`, `${path}/missing/${seats[0]}`]);
  });

  it('is nothing when a ballot is changed', () => {
    expect(changed('chair', cast).length).toBe(2);
    const twice = [cast, by(seats[0]!, { type: 'ballot-changed', vote: running, choice: 'no' })];
    expect(changed('chair', ...twice).length).toBe(2);
  });

  it('is what happened to one person and the counts when someone leaves', () => {
    const path = `/people/bySeat/${seats[9]}`;
    const left: MeetingEvent = { type: 'departed', seat: seats[9]! };
    expect(changed('member', left)).toEqual(['/attendance/present', `${path}/presence`, `${path}/way`]);
  });
});

describe('[R5] the notice', () => {
  const text = { title: '公告之题', body: '一、会议时间', signature: '居委会', issuedAt: start };
  const served = { type: 'notice-served', notice: 0, channel: 'public-board', at: start, by: '张贴人甲' } as const;
  const meeting = given(
    [
      { ...served, note: '门口一份' },
      { type: 'meeting-opened', present: 1, deviation: { notices: [0], reason: '家中有急病人' } },
    ],
    aCalledMeeting({ notice: { way: 'to-be-served', text } }),
  );
  const inside = ['张贴人甲', '门口一份', '公告之题', '"demanded"'];

  it.each(Object.keys(never))('where it was posted, and by whom, is for those who lead: %s', (name) => {
    const shown = JSON.stringify(view({ meeting, live }, readerOf(name)));
    const leads = /chair|recorder|staff/.test(name);
    expect(inside.filter((words) => shown.includes(words))).toEqual(leads ? inside : []);
    expect(shown).not.toContain('家中有急病人');
  });
});
