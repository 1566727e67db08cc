/** 召集以后的变更：时间、地点，取消；以及召集前的最后确认。 */
export const changesZh = {
  title: '变更时间、地点，取消会议',
  place: '会议地点',
  reason: '变更原因',
  movedBoth: '会议时间、地点有变更',
  movedTime: '会议时间有变更',
  movedPlace: '会议地点有变更',
  formerly: '原定',
  now: '现定',
  why: (reason: string) => `原因：${reason}`,
  calledOff: '会议已取消',
  calledOffOn: (day: string) => `${day}取消`,
  former: '已作废的公告',
  formerOf: (issued: string, replaced: string) => `${issued}的公告，${replaced}作废`,
  void: '已作废',
  endedHint: '本次会议已经取消，不再办理任何事项。会议记录保留在案，可以查阅。',
};
