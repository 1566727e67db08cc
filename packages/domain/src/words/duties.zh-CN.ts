/** 会后事项：提示，以及写入记录的句子。 */
import { basisZh } from './opinions.zh-CN.ts';
import type { DutyRefusals } from './shape.ts';

export const dutyRefusalsZh: DutyRefusals = {
  'no-such-duty': () => ({ says: '本次会议没有这个会后事项。', do: '请刷新页面，按页面所列的事项办理。' }),
  'duty-of-record': (p) => ({
    says: `这一项以会议记录定稿为准，不能另行登记。${basisZh(p)}`,
    do: '请由主持人和记录人确认会议记录；定稿后，这一项自动办结。',
  }),
  'duty-in-future': () => ({ says: '办理时间还没有到。', do: '请核对日期和钟点；办理之后再登记。' }),
  'duty-before-meeting': () => ({ says: '办理时间在会议开始之前。', do: '请核对日期和钟点。' }),
  'duty-recipient': (p) =>
    p.needed === 0
      ? { says: '这一项没有报送对象。', do: '请去掉报送对象；在哪里办理的，写在备注里。' }
      : { says: '没有写明报送给哪个单位。', do: '请写单位全称，例如：南门街道办事处。' },
  'minutes-not-final': (p) => ({
    says: `会议纪要还没有定稿，或者办理时间在定稿之前，不能登记这一项。${basisZh(p)}`,
    do: '请先由主持人和记录人确认会议记录；定稿后再报送，报送后再登记。',
  }),
};
