/** The agreement of a mediation over the wire: drafted, checked, frozen; who ever receives a byte of it, and what a restart leaves. */
import { agreementHash, agreementTextSchema } from '@yishiting/domain/agreement-text';
import { frozenText, textsOf } from '@yishiting/db/agreements';
import { aDatabase } from '@yishiting/db/testing';
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { AgreementView } from '@yishiting/domain/agreement-view';
import { expect, it } from 'vitest';
import { enterRoom, holdHearing, seatOf } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';
import { until } from '../testing/until.ts';

const house = await anOpenHouse(await aDatabase());
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
const names = ['王建国', '周敏', '赵玉芬', '钱进', '赵强'] as const;
const secrets = ['顶棚发霉一平方米', '甲方赔偿乙方人民币伍仟元整', '改成分两次付清'];

const rooms: Record<string, OutsiderRoom> = {};
async function enter(): Promise<void> {
  for (const name of names) rooms[name] = await enterRoom(hearing, name).joined();
  const { screen } = (
    await hearing.staff.post<{ screen: string }>(`/c/${hearing.community}/api/meetings/${hearing.meeting}/screen`)
  ).body;
  rooms['wall'] = await new OutsiderRoom(hearing.staff, hearing.community, {
    protocol: 2,
    meeting: hearing.meeting,
    as: { kind: 'screen', screen },
  }).joined();
}
const give = (name: string, command: MeetingCommand) => rooms[name]!.command(command);
const seenBy = (name: string) => rooms[name]!.view.agreement as AgreementView | null;
const shown = (name: string, holds: (agreement: AgreementView) => boolean) =>
  until(
    () => {
      const seen = seenBy(name);
      return seen !== null && holds(seen);
    },
    () => seenBy(name),
  );
/** As the chair sees it when deciding so. */
const freezing = (): MeetingCommand => {
  const { order, byId } = seenBy('王建国')!.parts;
  return { type: 'freeze-agreement', digests: order.map((part) => byId[part]!.digest) };
};
const heard = (name: string) => JSON.stringify(rooms[name]!.heard);
const partOf = (name: string, kind: string) => {
  const parts = seenBy(name)!.parts;
  const part = parts.order.find((one) => parts.byId[one]?.kind === kind)!;
  return { part, digest: parts.byId[part]!.digest };
};

it('is drafted, checked by each party, frozen, and each text goes when nothing names it any more', async () => {
  await enter();
  for (const name of ['赵玉芬', '钱进'])
    expect(await give(name, { type: 'check-in', way: 'here', privacyNotice })).toMatchObject({ answer: 'accepted' });
  expect(await give('王建国', { type: 'open-meeting' })).toMatchObject({ answer: 'accepted' });
  expect(
    await give('周敏', { type: 'write-passage', passage: 'facts', text: `楼上漏水，${secrets[0]}。`, digest: null }),
  ).toMatchObject({
    answer: 'accepted',
  });
  expect(await give('王建国', { type: 'add-clause', text: '甲方赔偿若干。' })).toMatchObject({ answer: 'accepted' });
  await shown('赵玉芬', ({ parts }) => parts.order.length === 2);
  const first = partOf('赵玉芬', 'clause');
  const revise = { type: 'revise-clause', clause: first.part, text: `${secrets[1]}。`, digest: first.digest } as const;
  expect(await give('王建国', revise)).toMatchObject({ answer: 'accepted' });
  expect(await give('王建国', revise)).toMatchObject({ answer: 'refused', code: 'clause-changed' });
  await shown('钱进', ({ parts }) => parts.byId[first.part]?.text === `${secrets[1]}。`);
  expect([...(await textsOf(house.db, place)).values()].sort()).toEqual(
    [`${secrets[1]}。`, `楼上漏水，${secrets[0]}。`].sort(),
  );

  for (const name of ['赵玉芬', '钱进'])
    for (const kind of ['facts', 'clause'])
      expect(await give(name, { type: 'check-part', ...partOf(name, kind), says: 'agreed' })).toMatchObject({
        answer: 'accepted',
      });
  const change = { type: 'check-part', ...partOf('钱进', 'clause'), says: 'change', wish: secrets[2]! } as const;
  expect(await give('钱进', change)).toMatchObject({ answer: 'accepted' });
  expect(await give('王建国', freezing())).toMatchObject({
    answer: 'refused',
    code: 'agreement-unchecked',
  });
  await shown('周敏', ({ desk }) =>
    Object.values(desk?.wishes[seatOf(hearing, '钱进').seat] ?? {}).includes(secrets[2]!),
  );
  expect(await give('钱进', { ...change, says: 'agreed', wish: undefined } as never)).toMatchObject({
    answer: 'accepted',
  });
  expect(await give('王建国', freezing())).toMatchObject({ answer: 'accepted' });
  await shown('赵玉芬', ({ status }) => status === 'frozen');

  const { hash } = seenBy('王建国')!.frozen!;
  const kept = await frozenText(house.db, place, hash);
  const text = agreementTextSchema.parse(JSON.parse(kept ?? ''));
  expect(agreementHash(text)).toBe(hash);
  expect(text).toMatchObject({
    version: 1,
    clauses: [{ text: `${secrets[1]}。` }],
    parties: [{ name: '赵玉芬' }, { name: '钱进' }],
  });
});

it('[A11] reaches neither observers nor the wall, and the record holds no word of it', async () => {
  for (const secret of secrets) {
    expect(heard('赵强')).not.toContain(secret);
    expect(heard('wall')).not.toContain(secret);
    expect(JSON.stringify(await house.record(hearing))).not.toContain(secret);
  }
  // Nor does an entry card, which lies about, say what it is on.
  const invited = await hearing.staff.get<{ matter: string }>(
    `/c/${hearing.community}/api/meetings/${hearing.meeting}/invitation`,
  );
  expect(invited.body.matter).toBe('社区事务协调会');
  expect(heard('赵玉芬')).not.toContain(secrets[2]);
  expect(heard('钱进')).toContain(secrets[2]);
  expect(heard('赵玉芬')).toContain(secrets[1]);
});

it('[A3] stands after a restart, and what a server left behind half done is swept', async () => {
  const before = seenBy('王建国');
  await house.db
    .insertInto('agreement_texts')
    .values({ ...place, digest: 'ee'.repeat(32), salt: '00', text: '没有记入记录的话', written_at: 0 })
    .execute();
  await house.db
    .insertInto('frozen_agreements')
    .values({ ...place, hash: 'ee'.repeat(32), text: '{}', made_at: 0 })
    .execute();
  await house.restart();
  for (const { browser } of hearing.seats) browser.origin = house.origin;
  rooms['王建国'] = await enterRoom(hearing, '王建国').joined();
  expect(seenBy('王建国')).toEqual(before);
  expect([...(await textsOf(house.db, place)).values()]).not.toContain('没有记入记录的话');
  expect(await frozenText(house.db, place, 'ee'.repeat(32))).toBeNull();
  expect(await give('王建国', { type: 'reopen-agreement', reason: '金额写错' })).toMatchObject({ answer: 'accepted' });
  await shown('王建国', ({ status, desk }) => status === 'drafting' && desk?.former.length === 1);
  const { hash } = seenBy('王建国')!.desk!.former[0]!;
  expect(await frozenText(house.db, place, hash)).not.toBeNull();
});

it('[A6] prints for the desk and staff alone, once it is frozen', async () => {
  const path = `/c/${hearing.community}/api/meetings/${hearing.meeting}/documents/agreement.pdf`;
  const fetched = async (cookie: string) => {
    const response = await fetch(house.origin + path, { headers: { cookie } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()).toString('latin1') };
  };
  const cookieOf = (name: string) => seatOf(hearing, name).browser.cookie;
  expect(await fetched(cookieOf('王建国'))).toMatchObject({ bytes: expect.stringContaining('agreement-not-frozen') });
  for (const name of ['赵玉芬', '钱进']) {
    rooms[name] = await enterRoom(hearing, name).joined();
    for (const kind of ['facts', 'clause'])
      await give(name, { type: 'check-part', ...partOf(name, kind), says: 'agreed' });
  }
  expect(await give('王建国', freezing())).toMatchObject({ answer: 'accepted' });
  for (const cookie of [cookieOf('王建国'), cookieOf('周敏'), hearing.staff.cookie])
    expect((await fetched(cookie)).bytes.slice(0, 5)).toBe('%PDF-');
  for (const cookie of [cookieOf('赵玉芬'), cookieOf('赵强'), ''])
    expect(await fetched(cookie)).toMatchObject({ status: 404 });
});
