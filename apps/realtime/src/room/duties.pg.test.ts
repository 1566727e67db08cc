import { aDataDir, aDatabase } from '@yishiting/db/testing';
import { buildRecord } from '@yishiting/db/testing-record';
import { buildCommunity } from '@yishiting/db/testing-rows';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { dayOf } from '@yishiting/domain/days';
import { closed, dutyFulfilled, given, frozen, opened, start } from '@yishiting/domain/fixtures';
import { expect, it } from 'vitest';
import { writeOutcomes } from './outcomes.ts';
import type { Entry } from './record-keeper.ts';
import { openSealKey } from './seal-key.ts';

const { db } = await aDatabase();

it('leaves what is owed after a meeting as rows, and by when, as the record has it then', async () => {
  const community = await buildCommunity(db);
  const { meeting, events } = await buildRecord(db, community);
  const key = openSealKey(aDataDir());
  const rows = () => db.selectFrom('duties').where('meeting', '=', meeting).orderBy('position').selectAll().execute();
  let said = -1;
  const written = async (type: MeetingEvent['type'], after: ReturnType<typeof given>) => {
    const recorded = { event: { type } as MeetingEvent, at: 1 } as Entry['recorded'];
    const entry = { line: events[(said += 1)]!, recorded, said: null };
    await db
      .transaction()
      .execute((tx) => writeOutcomes(tx, { community: community.id, meeting }, [entry], after, key));
    return (await rows()).map(({ duty, due_day, done_at }) => [
      duty,
      due_day,
      done_at === null ? null : Number(done_at),
    ]);
  };
  const due = dayOf(start, 'Asia/Shanghai') + 7;
  expect(await written('duty-assigned', given([opened]))).toEqual([]);
  const over = [opened, closed];
  expect(await written('meeting-closed', given(over))).toEqual([
    ['draw-up-minutes', due, null],
    ['file-minutes', due, null],
    ['post-result', null, null],
  ]);
  const final = given([...over, ...frozen()]);
  const { frozenAt } = final.minutes as { frozenAt: number };
  expect((await written('minutes-frozen', final))[0]).toEqual(['draw-up-minutes', due, frozenAt]);
  const filed = dutyFulfilled({ duty: 'file-minutes', to: '南门街道办事处', note: '回执号 17' });
  await written('duty-fulfilled', given([...over, ...frozen(), filed]));
  expect((await rows())[1]).toMatchObject({
    words: { 'zh-CN': '《听证会议纪要》报街道或相关部门备案' },
    done_at: String(filed.at),
    done_by: '周敏',
    handed_to: '南门街道办事处',
    note: '回执号 17',
  });
});
