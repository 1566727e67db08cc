import { describe, expect, it } from 'vitest';
import type { DutyCommand } from './acts/duties.ts';
import { isoDay } from './days.ts';
import { daysLate, dutiesOf, dutiesView } from './duties.ts';
import {
  aCalledMeeting,
  aFile,
  after,
  anUpload,
  at,
  chair,
  closed,
  dutyFulfilled,
  given,
  minute,
  frozen,
  opened,
  proofAdded,
  start,
  stranger,
  when,
} from './fixtures.ts';
import { filesSeen } from './files.ts';
import { hearing } from './procedures/hearing.ts';
import { forTheMinutes } from './for-the-minutes.ts';

const later = { at: start + 24 * 60 * minute };
const office = '南门街道办事处';
const posted: DutyCommand = { ...dutyFulfilled(), type: 'record-duty' };
const filed: DutyCommand & { type: 'record-duty' } = {
  ...posted,
  type: 'record-duty',
  duty: 'file-minutes',
  to: office,
};
const over = () => given([opened, closed]);
const final = () => given([opened, closed, ...frozen()]);
const one = (meeting: ReturnType<typeof given>, name: string) => {
  const found = dutiesOf(meeting).find(({ duty }) => duty === name);
  if (!found) throw new Error(`No duty ${name}`);
  return found;
};

describe('what a hearing owes', () => {
  it('is nothing before it is closed, then what its procedure says, each with its rule', () => {
    expect(dutiesView(given([opened]))).toBeNull();
    expect(dutiesView(over())?.order).toEqual(['draw-up-minutes', 'file-minutes', 'post-result']);
    expect(one(over(), 'file-minutes')).toMatchObject({
      usual: true,
      toSomebody: true,
      person: null,
      done: null,
      source: { place: '（三）4（4）', quote: expect.stringContaining('报街道或相关部门备案') },
    });
  });

  it('counts a week from the day on which it was closed, in the zone of the community (Civil Code art. 201)', () => {
    // 23:50 in Shanghai is 15:50 UTC; ten minutes later it is the next day there.
    const evening = (n: number) => given([at(0, opened), at(n, closed)]);
    const [before, past] = [14 * 60 + 59, 15 * 60].map((n) => one(evening(n), 'draw-up-minutes').last!);
    expect([isoDay(before!), isoDay(past!)]).toEqual(['2026-11-29', '2026-11-30']);
    expect(one(over(), 'post-result')).toMatchObject({ days: null, last: null });
  });

  it('is late from the day after the last one, until it is done; never where no number of days is stated', () => {
    const owed = one(over(), 'file-minutes');
    expect([owed.last!, owed.last! + 1, owed.last! + 9].map((today) => daysLate(owed, today))).toEqual([0, 1, 9]);
    expect(daysLate({ ...owed, done: {} }, owed.last! + 9)).toBe(0);
    expect(daysLate(one(over(), 'post-result'), 99_999)).toBe(0);
  });
});

describe('that the minutes are drawn up', () => {
  it('follows from their being final, and is recorded by nobody', () => {
    expect(one(over(), 'draw-up-minutes')).toMatchObject({ done: null, ofRecord: true });
    const meeting = final();
    const { frozenAt } = meeting.minutes as { frozenAt: number };
    expect(one(meeting, 'draw-up-minutes').done).toEqual({ at: frozenAt, by: null, to: null, note: null });
    for (const command of [
      { ...posted, duty: 'draw-up-minutes' },
      { type: 'reopen-duty', duty: 'draw-up-minutes', reason: '有误' } as const,
    ]) {
      expect(when(meeting, command, chair, later)).toMatchObject({ refused: 'duty-of-record' });
    }
  });
});

describe('filing the minutes', () => {
  it('[H2] is refused before they are final, with the rule named, and at a time before that', () => {
    const refused = {
      refused: 'minutes-not-final',
      params: { document: '南门街道社区“四会”制度', place: '（三）4（4）' },
    };
    expect(when(over(), filed, chair, later)).toEqual(refused);
    const meeting = final();
    const { frozenAt } = meeting.minutes as { frozenAt: number };
    expect(when(meeting, { ...filed, at: frozenAt - minute }, chair, later)).toEqual(refused);
    // People say the minute in which it was.
    expect(when(meeting, { ...filed, at: frozenAt - minute + 1 }, chair, later)).toHaveLength(1);
  });

  it('says with which office; what is owed to nobody does not', () => {
    expect(when(final(), { ...filed, to: null }, chair, later)).toMatchObject({
      refused: 'duty-recipient',
      params: { needed: 1 },
    });
    expect(when(final(), { ...posted, to: office } as DutyCommand, chair, later)).toMatchObject({
      refused: 'duty-recipient',
      params: { needed: 0 },
    });
    const recorded = when(final(), filed, stranger, { ...later, staff: true });
    expect(recorded).toEqual([{ ...filed, type: 'duty-fulfilled' }]);
  });
});

describe('what was done', () => {
  it('is recorded once, corrected by recording it again, and taken back with the reason', () => {
    const meeting = after(over(), dutyFulfilled());
    expect(one(meeting, 'post-result').done).toEqual({ at: dutyFulfilled().at, by: '周敏', to: null, note: null });
    expect(when(meeting, posted, chair, later)).toEqual([]);
    const corrected = after(meeting, dutyFulfilled({ note: '东门公告栏' }));
    expect(one(corrected, 'post-result').done?.note).toBe('东门公告栏');
    const back = { type: 'reopen-duty', duty: 'post-result', reason: '贴的是公告' } as const;
    const [event] = when(corrected, back, chair, later) as [never];
    const open = after(corrected, event);
    expect(one(open, 'post-result').done).toBeNull();
    expect(when(open, back, chair, later)).toEqual([]);
  });

  it('was done in the past, and not before the meeting began', () => {
    expect(when(over(), { ...posted, at: later.at + 1 } as DutyCommand, chair, later)).toMatchObject({
      refused: 'duty-in-future',
    });
    const { openedAt } = over().session as { openedAt: number };
    const early = (by: number) => when(over(), { ...posted, at: openedAt - by } as DutyCommand, chair, later);
    expect(early(minute)).toMatchObject({ refused: 'duty-before-meeting' });
    expect(early(minute - 1)).toHaveLength(1);
  });

  it('leaves whoever is in charge in charge', () => {
    const assign = { type: 'assign-duty', duty: 'post-result', person: '周敏' } as const;
    const [event] = when(over(), assign) as [never];
    const meeting = after(over(), event, dutyFulfilled({ by: '王建国' }));
    expect(one(meeting, 'post-result')).toMatchObject({ person: '周敏', done: { by: '王建国' } });
    expect(when(meeting, assign)).toEqual([]);
    expect(when(meeting, { ...assign, person: null })).toHaveLength(1);
  });

  it('of a duty that bears the name of something every object has is recorded like any other', () => {
    const [rule] = hearing.duties!;
    const duties = [{ ...rule!, value: { ...rule!.value, id: 'constructor', document: null } }];
    const odd = given([opened, closed], aCalledMeeting({ procedure: { ...hearing, duties } }));
    expect(one(odd, 'constructor')).toMatchObject({ person: null, done: null });
  });

  it('stands in the record and not in the minutes, which were final before', () => {
    for (const type of [
      'duty-assigned',
      'duty-fulfilled',
      'duty-reopened',
      'proof-added',
      'proof-discarded',
    ] as const) {
      expect(forTheMinutes[type]).toBe('no');
    }
  });
});

describe('proofs', () => {
  const file = aFile(1);
  const proof = { upload: anUpload({ kind: 'duty-proof', media: 'image/jpeg' }) };
  const add = (duty: string | null) => ({ type: 'add-proof', file, duty }) as const;

  it('name the duty they belong to, once the meeting is closed', () => {
    expect(when(given([opened]), add('post-result'), chair, proof)).toEqual({ refused: 'no-such-duty' });
    expect(when(over(), add('report-to-the-moon'), chair, proof)).toEqual({ refused: 'no-such-duty' });
    expect(when(over(), add(null), chair, proof)).toEqual({ refused: 'no-such-duty' });
    expect(when(over(), add('post-result'), chair, proof)).toEqual([
      { ...proof.upload, type: 'proof-added', duty: 'post-result' },
    ]);
  });

  it('that the notice was posted belong to no duty, and are no attachments of the meeting', () => {
    const upload = anUpload({ kind: 'notice-proof' });
    expect(when(given(), add('post-result'), chair, { upload })).toEqual({ refused: 'no-such-duty' });
    expect(when(given(), add(null), chair, { upload })).toMatchObject([{ type: 'proof-added', kind: 'notice-proof' }]);
    expect(when(given(), { type: 'add-attachment', file }, chair, { upload })).toEqual({ refused: 'no-such-file' });
    expect(when(given(), add(null), chair, { upload: anUpload() })).toEqual({ refused: 'no-such-file' });
  });

  it('are seen by those who lead alone, and stay there for them when taken away', () => {
    const meeting = after(over(), proofAdded(1, 'post-result'));
    expect(filesSeen(meeting, 'seated')).toEqual([]);
    expect(filesSeen(meeting, 'leads')).toMatchObject([{ file, duty: 'post-result', kind: 'duty-proof' }]);
    const away = { type: 'discard-proof', file } as const;
    expect(when(meeting, { type: 'discard-photo', file })).toEqual({ refused: 'no-such-file' });
    expect(when(meeting, away)).toEqual([{ ...away, type: 'proof-discarded' }]);
    const gone = after(meeting, { ...away, type: 'proof-discarded' });
    expect(when(gone, away)).toEqual([]);
    expect(filesSeen(gone, 'leads')).toMatchObject([{ file, state: 'withdrawn' }]);
  });
});
