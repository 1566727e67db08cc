import type { DomainWords } from './shape.ts';

export const capacitiesZh: DomainWords['capacities'] = {
  chair: '主持人',
  recorder: '记录人',
  member: '代表',
  party: '当事人',
  mediator: '调解员',
  'responsible-unit': '负责单位',
  attendee: '列席人员',
  observer: '旁听人员',
  supervisor: '监督人员',
  scrutineer: '监票人',
  teller: '计票人',
  witness: '见证人',
};

export const phasesZh: DomainWords['phases'] = {
  called: '尚未开会',
  'in-session': '会议进行中',
  adjourned: '休会',
  closed: '会议已结束',
  'called-off': '会议已取消',
};

export const choicesZh: DomainWords['choices'] = { yes: '赞成', no: '不赞成', abstain: '弃权' };
export const floorKindsZh: DomainWords['floorKinds'] = { speech: '发言', 'point-of-order': '程序问题' };
export const waysZh: DomainWords['ways'] = { here: '现场', remote: '线上' };

export const identityWaysZh: DomainWords['identityWays'] = {
  video: '视频见面',
  voice: '语音通话',
  document: '出示证件',
  'known-personally': '与本人相识',
};

export const particularsZh: DomainWords['particulars'] = {
  phone: '电话',
  'identity-number': '证件号码',
  address: '住址',
  remark: '备注',
};
