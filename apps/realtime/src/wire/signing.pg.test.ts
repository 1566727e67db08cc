/** Signing a frozen agreement over the wire: each signature once, its strokes beside the record and before nobody's eyes. */
import { textsOf } from '@yishiting/db/agreements';
import { aDatabase } from '@yishiting/db/testing';
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Drawing } from '@yishiting/domain/acts/signing';
import type { AgreementView } from '@yishiting/domain/agreement-view';
import { consentHash } from '@yishiting/domain/signing-consent';
import type { SigningView } from '@yishiting/domain/signing-view';
import { beforeAll, expect, it } from 'vitest';
import { enterRoom, holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';
import { until } from '../testing/until.ts';

const house = await anOpenHouse(await aDatabase());
const names = ['王建国', '周敏', '赵玉芬', '钱进', '赵强'] as const;
const hearing = await holdHearing(
  house,
  [],
  [
    ['王建国', ['chair']],
    ['周敏', ['recorder']],
    ['赵玉芬', ['party'], 1],
    ['钱进', ['party'], 2],
    ['赵强', ['observer']],
  ],
  { procedure: 'mediation', matter: '楼上漏水' },
);
const { community } = await house.db
  .selectFrom('meetings')
  .select('community')
  .where('id', '=', hearing.meeting)
  .executeTakeFirstOrThrow();
const place = { community, meeting: hearing.meeting };
const rooms: Record<string, OutsiderRoom> = {};
const give = (name: string, command: MeetingCommand) => rooms[name]!.command(command);
const seat = (name: string) => seatOf(hearing, name).seat;
const agreementSeen = (name: string) => rooms[name]!.view.agreement as AgreementView | null;
const signingSeen = (name: string) => (rooms[name]!.view as { signing?: SigningView }).signing;
const accepted = { answer: 'accepted' };
const kept = async () => [...(await textsOf(house.db, place)).values()];

/** Strokes that occur nowhere else: each signer's has a figure of its own in it. */
const drawingOf = (mark: number): Drawing => ({
  ...{ width: 600, height: 240 },
  strokes: [
    {
      pointer: 'pen',
      points: [
        [0, 100, 100, 500],
        [20, 900, mark, 500],
        [40, 1700, 100, 500],
      ],
    },
  ],
});
const marks = { 赵玉芬: 77_123, 钱进: 77_456, 王建国: 77_789, 周敏: 77_012 } as const;
let hash = '';
const signs = (name: keyof typeof marks): MeetingCommand => ({
  ...{ type: 'sign-agreement', hash, shown: 'to-the-end' },
  drawing: drawingOf(marks[name]),
});

async function freeze(version: number): Promise<void> {
  for (const name of ['赵玉芬', '钱进']) {
    await until(
      () => agreementSeen(name)?.parts.order.length === 2,
      () => agreementSeen(name),
    );
    const { order, byId } = agreementSeen(name)!.parts;
    for (const part of order)
      expect(await give(name, { type: 'check-part', part, digest: byId[part]!.digest, says: 'agreed' })).toEqual(
        accepted,
      );
  }
  const { order, byId } = agreementSeen('王建国')!.parts;
  const digests = order.map((part) => byId[part]!.digest);
  expect(await give('王建国', { type: 'freeze-agreement', digests })).toEqual(accepted);
  await until(
    () => agreementSeen('王建国')?.frozen?.version === version,
    () => agreementSeen('王建国')?.frozen,
  );
  hash = agreementSeen('王建国')!.frozen!.hash;
}
const begin = (): MeetingCommand => ({
  ...{ type: 'open-signing', hash, matter: 'ordinary', paper: null },
  ...{ mediators: [seat('王建国')], witnesses: [] },
});
async function readyToSign(name: string): Promise<void> {
  expect(await give('周敏', { type: 'identify-signer', hash, seat: seat(name), how: 'document' })).toEqual(accepted);
  expect(await give(name, { type: 'consent-to-signing', hash, consent: consentHash('zh-CN') })).toEqual(accepted);
}

beforeAll(async () => {
  for (const name of names) rooms[name] = await enterRoom(hearing, name).joined();
  const { screen } = (
    await hearing.staff.post<{ screen: string }>(`/c/${hearing.community}/api/meetings/${hearing.meeting}/screen`)
  ).body;
  const as = { kind: 'screen', screen } as const;
  rooms['wall'] = await new OutsiderRoom(hearing.staff, hearing.community, {
    ...{ protocol: 2, meeting: hearing.meeting, as },
  }).joined();
  for (const name of ['周敏', '赵玉芬', '钱进'])
    expect(await give(name, { type: 'check-in', way: 'here', privacyNotice })).toEqual(accepted);
  expect(await give('王建国', { type: 'open-meeting' })).toEqual(accepted);
  // Open, so that who looks on and the wall see what they may of it.
  expect(await give('王建国', { type: 'settle-openness', open: true })).toEqual(accepted);
  const facts = { type: 'write-passage', passage: 'facts', text: '楼上漏水。', digest: null } as const;
  expect(await give('周敏', facts)).toEqual(accepted);
  expect(await give('周敏', { type: 'add-clause', text: '甲方修好防水。' })).toEqual(accepted);
});

it('[A1] two devices of one signer at the same moment make one signature, and its strokes are kept once', async () => {
  await freeze(1);
  expect(await give('王建国', begin())).toEqual(accepted);
  await readyToSign('赵玉芬');
  const second = await enterRoom(hearing, '赵玉芬').joined();
  const answers = await Promise.all([give('赵玉芬', signs('赵玉芬')), second.command(signs('赵玉芬'))]);
  expect(answers.map(({ answer }) => answer).sort()).toEqual(['accepted', 'refused']);
  expect(answers.find(({ answer }) => answer === 'refused')).toMatchObject({ code: 'already-signed' });
  const record = await house.record(hearing);
  expect(record.filter(({ type }) => type === 'agreement-signed')).toHaveLength(1);
  expect((await kept()).filter((text) => text.includes(String(marks['赵玉芬'])))).toHaveLength(1);
  // What the browser calls itself lies beside the strokes.
  expect((await kept()).find((text) => text.includes('drawing'))).toContain('"device":');
  second.close();
});

it('[A1] nobody signs for another, before their turn, or without having been identified', async () => {
  expect(await give('钱进', signs('钱进'))).toMatchObject({ answer: 'refused', code: 'signer-unidentified' });
  expect(await give('王建国', signs('王建国'))).toMatchObject({ answer: 'refused', code: 'not-your-turn' });
  expect(await give('赵强', signs('钱进'))).toMatchObject({ answer: 'refused', code: 'not-entitled' });
  expect((await kept()).filter((text) => text.includes('drawing'))).toHaveLength(1);
});

it('[A3] what was signed is void when the text goes back, and its strokes are gone', async () => {
  expect(await give('王建国', { type: 'reopen-agreement', reason: '金额写错' })).toEqual(accepted);
  expect((await kept()).filter((text) => text.includes('drawing'))).toEqual([]);
  const former = hash;
  await freeze(2);
  expect(hash).not.toBe(former);
  expect(await give('王建国', begin())).toEqual(accepted);
  expect(await give('赵玉芬', { ...signs('赵玉芬'), hash: former } as MeetingCommand)).toMatchObject({
    code: 'agreement-superseded',
  });
});

it('all sign in their turn, also after a restart in the middle, and nothing but the seal is missing', async () => {
  for (const name of ['钱进', '赵玉芬'] as const) {
    await readyToSign(name);
    expect(await give(name, signs(name))).toEqual(accepted);
  }
  await house.restart();
  for (const { browser } of hearing.seats) browser.origin = house.origin;
  hearing.staff.origin = house.origin;
  for (const name of names) {
    const former = rooms[name]!.heard;
    rooms[name] = await enterRoom(hearing, name).joined();
    rooms[name].heard.unshift(...former);
  }
  for (const name of ['王建国', '周敏'] as const) expect(await give(name, signs(name))).toEqual(accepted);
  await until(
    () => Object.values(signingSeen('赵玉芬')?.signers.bySeat ?? {}).every(({ signedAt }) => signedAt !== null),
    () => signingSeen('赵玉芬'),
  );
  expect(signingSeen('赵玉芬')).toMatchObject({ status: 'open', effectiveAt: null, seal: null });
  expect((await kept()).filter((text) => text.includes('drawing'))).toHaveLength(4);
});

it('[A12] nobody sets a seal over a socket', async () => {
  for (const name of names)
    expect(await give(name, { type: 'set-seal', hash, seal: seat('王建国') })).toMatchObject({
      ...{ answer: 'refused', code: 'not-entitled' },
    });
});

it('[A6] no socket was ever told a stroke, and the record holds none', async () => {
  const record = JSON.stringify(await house.record(hearing));
  for (const mark of Object.values(marks)) {
    expect(record).not.toContain(String(mark));
    for (const name of [...names, 'wall']) expect(JSON.stringify(rooms[name]!.heard), name).not.toContain(String(mark));
  }
  expect(JSON.stringify(rooms['赵强']!.heard)).not.toContain('"signing"');
  expect(JSON.stringify(rooms['wall']!.heard)).not.toContain('"signing"');
});
