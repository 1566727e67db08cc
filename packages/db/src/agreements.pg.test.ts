import { expect, it } from 'vitest';
import { forgetFrozen, forgetTexts, frozenText, keepFrozen, keepText, sweepTexts, textsOf } from './agreements.ts';
import { buildCommunity, buildMeeting, testNow } from './testing-rows.ts';
import { aDatabase } from './testing.ts';

const { db } = await aDatabase();
const community = await buildCommunity(db);
const other = await buildCommunity(db);
const aPlace = async () => ({ community: community.id, meeting: await buildMeeting(db, community) });

it('keeps each text under a digest that tells nothing of it', async () => {
  const place = await aPlace();
  const [one, same] = [
    await keepText(db, place, '甲方修好防水。', testNow),
    await keepText(db, place, '甲方修好防水。', testNow),
  ];
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(same).not.toBe(one);
  expect(await textsOf(db, place)).toEqual(
    new Map([
      [one, '甲方修好防水。'],
      [same, '甲方修好防水。'],
    ]),
  );
});

it('is closed to other communities and other meetings', async () => {
  const place = await aPlace();
  await keepText(db, place, '甲方修好防水。', testNow);
  await keepFrozen(db, place, { hash: 'ab'.repeat(32), text: '{}', at: testNow });
  expect((await textsOf(db, { ...place, community: other.id })).size).toBe(0);
  expect((await textsOf(db, await aPlace())).size).toBe(0);
  expect(await frozenText(db, { ...place, community: other.id }, 'ab'.repeat(32))).toBeNull();
  await expect(keepText(db, { ...place, community: other.id }, '乙', testNow)).rejects.toMatchObject({ code: '23503' });
});

it('forgets what is named no more, and sweeps what nobody names', async () => {
  const place = await aPlace();
  const [one, two, three] = [
    await keepText(db, place, '一', testNow),
    await keepText(db, place, '二', testNow),
    await keepText(db, place, '三', testNow),
  ];
  await forgetTexts(db, place, []);
  await forgetTexts(db, place, [one]);
  expect([...(await textsOf(db, place)).values()].sort()).toEqual(['三', '二']);
  const frozen = { text: '{}', at: testNow };
  for (const hash of ['ab'.repeat(32), 'cd'.repeat(32)]) await keepFrozen(db, place, { ...frozen, hash });
  const named = { digests: [three], hashes: ['ab'.repeat(32)] };
  // What was kept just now may be named by a commit under way.
  await sweepTexts(db, place, named, testNow);
  expect((await textsOf(db, place)).size).toBe(2);
  await sweepTexts(db, place, named, testNow + 1);
  expect(await frozenText(db, place, 'ab'.repeat(32))).toBe('{}');
  expect(await frozenText(db, place, 'cd'.repeat(32))).toBeNull();
  expect(await textsOf(db, place)).toEqual(new Map([[three, '三']]));
  await sweepTexts(db, place, { digests: [], hashes: [] }, testNow + 1);
  expect((await textsOf(db, place)).size).toBe(0);
  expect(two).not.toBe(three);
});

it('keeps a whole text once, however often it is kept', async () => {
  const place = await aPlace();
  const whole = { hash: 'cd'.repeat(32), text: '{"version":1}', at: testNow };
  await keepFrozen(db, place, whole);
  await keepFrozen(db, place, whole);
  expect(await frozenText(db, place, whole.hash)).toBe(whole.text);
  await forgetFrozen(db, place, whole.hash);
  expect(await frozenText(db, place, whole.hash)).toBeNull();
});
