/** [A11] A closed mediation, full of values that occur nowhere else: none of them reaches a screen, the public, or who only looks on. */
import { describe, expect, it } from 'vitest';
import {
  after,
  aPerson,
  aSeat,
  attachmentAdded,
  aVoteId,
  begun,
  by,
  chair,
  given,
  li,
  observer,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  voteOpened,
} from './fixtures.ts';
import { aClause, aDigest, clauseAdded } from './agreeing.fixtures.ts';
import {
  aCalledMediation,
  endedWithoutAgreement,
  rightsKnown,
  seatedForMediation,
  settled,
} from './mediation.fixtures.ts';
import { mayWrite } from './minutes.ts';
import type { Meeting } from './meeting.ts';
import { publicPage } from './public-page.ts';
import { hash, identified, signingOpened } from './signing.fixtures.ts';
import { live as inTheRoom, readerOf } from './secrets.fixtures.ts';
import { mine, view } from './view.ts';
import { asOnTheWall } from './wall.ts';

/** What is drafted and what a party wants otherwise lie beside the record. */
const texts = new Map([
  [aDigest(11), '甲方赔偿伍仟元'],
  [aDigest(70), '改成分两次付清'],
  [aDigest(71), '钱没有到手不签'],
]);
const live = { ...inTheRoom, agreement: { texts } };

/** Everything that a mediation can hold, each in words of its own. */
function full(...more: Parameters<typeof given>[0] & object): Meeting {
  const { people } = aCalledMediation();
  return given(
    [
      ...seatedForMediation(),
      begun(2),
      { type: 'floor-given', speech: aVoteId(8), seat: li, kind: 'speech', item: null, request: null, seconds: 60 },
      opinionRecorded(1, { gist: '愿意先修管道', category: '管道维修' }),
      questionRecorded(1, { text: '何时发现漏水？', to: null }),
      proposalStated('各担一半'),
      voteOpened({ question: '是否愿意公开', roll: [li] }),
      by(li, { type: 'ballot-cast', vote: aVoteId(1), choice: 'yes' }),
      attachmentAdded({ title: '漏水照片' }),
      { type: 'clock-started', seconds: 4_242 },
      rightsKnown(li, '郑宣读'),
      clauseAdded(1, aDigest(11)),
      by(li, {
        type: 'part-checked',
        seat: li,
        part: aClause(1),
        digest: aDigest(11),
        says: 'change',
        wish: aDigest(70),
      }),
      signingOpened({ signers: [{ seat: li, roles: ['party'] }] }),
      { ...identified(li), note: '出示居住证' },
      by(li, { type: 'signing-refused', hash, seat: li, reason: aDigest(71) }),
      endedWithoutAgreement({ reason: '金额谈不拢' }),
      ...more,
    ],
    aCalledMediation({ people: [...people, aPerson(8, { name: '黄旁听', capacities: ['observer'] })] }),
  );
}
const inside = [
  ...['楼上卫生间漏水', '501', '601', '社区调解室', '李秀英', '陈国强', '王建国', '周敏', '郑和平', '黄旁听', '孙丽'],
  ...['501室住户', '当事人陈述', '协商、调解', '愿意先修管道', '管道维修', '何时发现', '各担一半', '是否愿意公开'],
  ...['漏水照片', '4242', '郑宣读', '金额谈不拢', '向人民法院起诉', '"party"', '"side"', '735914', 'meet.example'],
  ...[aDigest(11), aDigest(70), aClause(1), '赔偿伍仟元', '改成分两次'],
  ...[hash, '出示居住证', '没有到手', '"signing":'],
  ...[li, chair, aVoteId(1), aVoteId(8), '"mediation":'],
];
const betrayedBy = (shown: unknown) => inside.filter((words) => JSON.stringify(shown).includes(words));
const seen = (meeting: Meeting, name: string) => view({ meeting, live }, readerOf(name));
const outside = ['projector', 'public', 'observer'];

describe('[A11] a closed mediation', () => {
  it.each(outside)('shows %s that it is not public, and nothing of it', (name) => {
    const shown = seen(full(), name);
    expect(betrayedBy(shown)).toEqual([]);
    expect(shown).toMatchObject({ withheld: true, phase: 'in-session', procedure: { id: 'mediation' } });
    expect(shown.attendance).toEqual({ due: 0, present: 0, remote: 0 });
  });

  it.each(outside)('shows %s the same in every phase, closed and called off too', (name) => {
    const called = given([], aCalledMediation());
    const off = after(called, { type: 'meeting-called-off', reason: '金额谈不拢' });
    const moved = after(called, { type: 'meeting-changed', plannedAt: 1, place: '社区调解室', reason: '金额谈不拢' });
    for (const meeting of [called, off, moved, full({ type: 'meeting-closed', present: 5 })])
      expect(betrayedBy(seen(meeting, name)), meeting.session.status).toEqual([]);
  });

  it('finds it when any part of it is planted', () => {
    const bare = seen(full(), 'projector');
    for (const [part, leak] of Object.entries(full())) {
      if (
        [
          'version',
          'lastAt',
          'session',
          'changes',
          'minutes',
          'supplements',
          'results',
          'replies',
          'duties',
          'notice',
        ].includes(part)
      )
        continue;
      expect(betrayedBy({ ...bare, planted: leak }), part).not.toEqual([]);
    }
  });

  it('has no public page, and tells whoever only looks on nothing but themself', () => {
    expect(publicPage(full())).toBeNull();
    const own = mine(full(), observer, null, live);
    expect(betrayedBy({ ...own, name: '' })).toEqual([]);
    expect(own?.video).toBeNull();
    // Before the opening everybody who is called is told how to get into the video meeting; who only looks on is not.
    const called = given([], aCalledMediation());
    expect(mine(called, li, null, live)?.video).not.toBeNull();
    expect(mine(called, observer, null, live)?.video).toBeNull();
    expect(mine(after(called, settled(true)), observer, null, live)?.video).not.toBeNull();
  });

  it('is not written down by whoever only looks on, also if they were admitted before', () => {
    const admitted = full({ type: 'writer-admitted', seat: observer });
    expect(mayWrite(admitted, observer)).toBe(false);
    expect(mayWrite(after(admitted, settled(true)), observer)).toBe(true);
    expect(mayWrite(after(admitted, { type: 'writer-admitted', seat: li }), li)).toBe(true);
  });

  it('is whole for the parties, the mediator and who leads; rights for who leads alone', () => {
    for (const name of ['party', 'mediator', 'attendee', 'witness', 'chair', 'recorder', 'staff']) {
      const shown = seen(full(), name);
      expect(shown.withheld, name).toBeUndefined();
      expect(shown.matter, name).toBe('楼上卫生间漏水');
      expect(shown.mediation?.ended?.answers, name).toHaveLength(2);
      expect(shown.mediation?.rights !== undefined, name).toBe(/chair|recorder|staff/.test(name));
    }
    expect(mine(full(), li, null)?.rights).toBe(true);
    expect(mine(full(), aSeat(4), null)?.rights).toBe(false);
    expect(mine(full(), chair, null)).not.toHaveProperty('rights');
  });

  it('once open shows screens what any meeting does, but not the parties’ answers; closed again, nothing', () => {
    const open = full(settled(true));
    const shown = seen(open, 'projector');
    expect(shown).toMatchObject({ matter: '楼上卫生间漏水', mediation: { open: true, asked: true, ended: null } });
    expect(JSON.stringify(shown)).not.toContain('金额谈不拢');
    expect(JSON.stringify(shown)).not.toContain('郑宣读');
    expect(betrayedBy(seen(after(open, settled(false)), 'projector'))).toEqual([]);
    expect(publicPage(open)).toBeNull();
  });

  it('[H9] a picture of the wall is made of what the wall is sent', () => {
    for (const meeting of [full(), full(settled(true))])
      for (const name of ['chair', 'recorder', 'staff'])
        expect(asOnTheWall(seen(meeting, name)), name).toEqual(seen(meeting, 'projector'));
  });
});
