import { describe, expect, it } from 'vitest';
import {
  aCalledMeeting,
  aFile,
  after,
  anItemId,
  anUpload,
  attachmentAdded,
  begun,
  by,
  chair,
  closed,
  given,
  opened,
  photoTaken,
  recorder,
  stranger,
  when,
  wovenMinutes,
} from './fixtures.ts';
import { filesSeen, mayStandOnWall } from './files.ts';
import { replay } from './meeting.ts';
import { sayFact } from './minutes-facts.ts';

const file = aFile(1);
const { kind: _, title: __, ...bare } = anUpload({ kind: 'photo', media: 'image/jpeg', item: anItemId(1) });
const minutes = wovenMinutes('李秀英：赞成。');
const frozen = () =>
  given([
    opened,
    photoTaken(1),
    closed,
    { type: 'minutes-circulated' },
    { type: 'minutes-confirmed', hash: minutes.hash, as: ['chair', 'recorder'] },
    { type: 'minutes-frozen', hash: minutes.hash, text: minutes.text, dropped: [] },
  ]);

describe('attachments', () => {
  it('are put on record as the server found them, once', () => {
    const upload = anUpload();
    const added = when(given(), { type: 'add-attachment', file }, recorder, { upload });
    expect(added).toEqual([{ type: 'attachment-added', ...upload }]);
    expect(when(given([attachmentAdded()]), { type: 'add-attachment', file }, recorder, { upload })).toEqual([]);
  });

  it('are refused where the server has no such bytes, or they are a photo', () => {
    const command = { type: 'add-attachment', file } as const;
    expect(when(given(), command)).toEqual({ refused: 'no-such-file' });
    expect(when(given(), command, chair, { upload: anUpload({ file: aFile(2) }) })).toEqual({
      refused: 'no-such-file',
    });
    expect(when(given(), command, chair, { upload: anUpload({ kind: 'photo' }) })).toEqual({ refused: 'no-such-file' });
  });

  it('belong to an item there is', () => {
    const upload = anUpload({ item: anItemId(9) });
    expect(when(given(), { type: 'add-attachment', file }, chair, { upload })).toEqual({ refused: 'no-such-item' });
  });

  it('are withdrawn once, with the reason; those who lead still see that they were there', () => {
    const command = { type: 'withdraw-attachment', file, reason: '数据有误' } as const;
    const meeting = given([attachmentAdded()]);
    const events = when(meeting, command, stranger, { staff: true });
    expect(events).toEqual([{ ...command, type: 'attachment-withdrawn' }]);
    const gone = after(meeting, { type: 'attachment-withdrawn', file, reason: '数据有误' });
    expect(when(gone, command)).toEqual([]);
    expect(filesSeen(gone, 'seated')).toEqual([]);
    expect(filesSeen(gone, 'leads')).toMatchObject([{ file, state: 'withdrawn' }]);
  });

  it('that were there at the calling stand in its fact, those added later in one of their own', () => {
    const called = aCalledMeeting({ files: [{ ...anUpload(), kind: 'attachment' }] });
    const meeting = given([], called);
    expect(meeting.files.byId[file]).toMatchObject({ title: '费用测算表', state: 'there' });
    const signed = { version: 1, at: 0, seat: chair, actingAs: 'staff' } as const;
    expect(sayFact(null, { ...signed, event: called }, meeting)).toMatchObject({
      fact: { text: expect.stringMatching(/附件：“费用测算表”。$/) },
    });
    const added = { ...signed, version: 2, event: attachmentAdded({ title: '答复' }) };
    expect(sayFact(meeting, added, meeting)).toMatchObject({
      fact: { text: '会议附件“答复”提交会议。' },
    });
  });

  it('a record without any reads as before', () => {
    const event = aCalledMeeting();
    const first = { event, version: 1, at: 1, seat: chair, actingAs: 'staff' } as const;
    expect(replay([first]).files).toEqual({ order: [], byId: {} });
    expect(sayFact(null, first, replay([first]))).not.toMatchObject({ text: expect.stringContaining('附件') });
  });
});

describe('photos', () => {
  it('bear their item and no title', () => {
    const upload = anUpload({ kind: 'photo', media: 'image/jpeg', item: anItemId(1) });
    const taken = when(given([opened, begun(1)]), { type: 'take-photo', file }, recorder, { upload });
    expect(taken).toEqual([{ type: 'photo-taken', ...bare }]);
  });

  it('are seen by those who lead alone until the minutes are final, then by all who were seated, on no screen', () => {
    const before = given([opened, photoTaken(1)]);
    expect([filesSeen(before, 'leads').length, filesSeen(before, 'seated').length]).toEqual([1, 0]);
    const final = frozen();
    expect([filesSeen(final, 'seated').length, filesSeen(final, 'screen').length]).toEqual([1, 0]);
  });

  it('may be sent later and taken away until then, and not after', () => {
    const upload = anUpload({ kind: 'photo', file: aFile(2) });
    const send = { type: 'take-photo', file: aFile(2) } as const;
    expect(when(given([opened, closed]), send, recorder, { upload })).toHaveLength(1);
    expect(when(frozen(), send, recorder, { upload })).toEqual({ refused: 'minutes-not-drafting' });
    expect(when(frozen(), { type: 'discard-photo', file })).toEqual({ refused: 'minutes-not-drafting' });
    expect(when(given([photoTaken(1)]), { type: 'discard-photo', file })).toEqual([{ type: 'photo-discarded', file }]);
  });
});

it('an erased file is named still, for those who lead, with the ground on which it was', () => {
  const erased = (ground?: 'unlawful') =>
    given([attachmentAdded(), by(stranger, { type: 'file-erased', file, ...(ground && { ground }) }, 'system')]);
  expect(filesSeen(erased(), 'seated')).toEqual([]);
  expect(filesSeen(erased(), 'leads')).toMatchObject([{ title: '费用测算表', state: 'erased' }]);
  expect(filesSeen(erased(), 'leads')[0]).not.toHaveProperty('ground');
  expect(filesSeen(erased('unlawful'), 'leads')).toMatchObject([{ state: 'erased', ground: 'unlawful' }]);
});

describe('a page on the wall', () => {
  const office = 'application/vnd.oasis.opendocument.text';
  it.each([
    ['attachment', 'application/pdf', 'there', true],
    ['answer-material', 'image/png', 'there', true],
    ['photo', 'image/jpeg', 'there', true],
    ['notice-proof', 'image/jpeg', 'there', false],
    ['duty-proof', 'application/pdf', 'there', false],
    ['attachment', office, 'there', false],
    ['attachment', 'application/pdf', 'withdrawn', false],
    ['photo', 'image/jpeg', 'erased', false],
  ] as const)('[H5] may be of %s, %s, %s: %s', (kind, media, state, may) => {
    expect(mayStandOnWall({ kind, media, state })).toBe(may);
  });
});
