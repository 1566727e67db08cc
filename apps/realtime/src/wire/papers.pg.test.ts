import { aDatabase } from '@yishiting/db/testing';
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import { minutesPaper } from '@yishiting/domain/papers/minutes-paper';
import { expect, it } from 'vitest';
import { chairsView, made, withTyped } from '../documents/fixtures.ts';
import { enterRoom, holdHearing } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);

it('[H7] two hundred commands are answered while five long papers are made', async () => {
  const long = (paper: number) =>
    Array.from({ length: 5_000 }, (_, n) => `${paper}-${n + 1}号发言：费用按楼层分摊，一层住户不出。`);
  let answeredBefore = 0;
  let answered = 0;
  const papers = [1, 2, 3, 4, 5].map(async (n) => {
    const paper = minutesPaper(withTyped(chairsView(), long(n)), made)!;
    const one = await house.app.deps.press.makePdf('minutes', paper);
    answeredBefore = answered;
    return 'pdf' in one;
  });
  // Each seat has an allowance of commands, so all of them act.
  const rooms = await Promise.all(hearing.seats.map(({ name }) => enterRoom(hearing, name).joined()));
  const commands = [{ type: 'check-in', way: 'here', privacyNotice }, { type: 'leave' }];
  for (let n = 0; answered < 200; n++) {
    const answers = await Promise.all(rooms.map((room) => room.command(commands[n % 2]!)));
    for (const answer of answers) expect(answer).toMatchObject({ answer: 'accepted' });
    answered += rooms.length;
  }
  for (const room of rooms) room.close();
  expect(await Promise.all(papers)).toEqual([true, true, true, true, true]);
  expect(answeredBefore).toBeGreaterThanOrEqual(200);
});

it('staff get a paper of a meeting from the real server', async () => {
  const { staff, community, meeting } = hearing;
  const response = await fetch(`${house.origin}/c/${community}/api/meetings/${meeting}/documents/name-cards.pdf`, {
    headers: { cookie: staff.cookie },
  });
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
});
