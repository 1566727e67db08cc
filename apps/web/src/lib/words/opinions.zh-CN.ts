export const opinionsZh = {
  speaker: '发言人',
  uptake: '采纳情况',
  because: (reason: string) => `理由：${reason}`,
  own: '您的发言（按记录）',
  ownHint: '记录如与您的发言不符，请当场告诉记录人；会议记录送阅后，也可以在本页提出修改意见。',
  proposal: '倾向性方案',
  stated: (when: string) => `${when}提出`,
};
