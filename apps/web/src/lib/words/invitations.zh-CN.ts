/** 落实参会人员的界面用语：征询、答复、代替、粘贴名单。 */
export const invitationsZh = {
  replies: { 'not-asked': '未征询', asked: '已征询', confirmed: '已确认', declined: '不能到会' },
  reason: '原因（可不填）',
  noReason: '未说明',
  // 会前答复
  title: '到会答复',
  ask: '您能到会吗？',
  can: '能到会',
  cannot: '不能到会',
  why: '不能到会的原因（可不选）',
  confirm: { yes: '确认：能到会', no: '确认：不能到会' },
  said: { yes: '您已答复：能到会。', no: '您已答复：不能到会。' },
  saidBecause: (reason: string) => `您已答复：不能到会（${reason}）。`,
  until: '开会之前可以更改。',
  change: '更改答复',
  whoReads: '您的答复和原因只有主持人、记录人和工作人员能看到；不能到会的，开会时记为请假。',
  yourPlace: (name: string) => `您的席位由${name}代替出席。您能到会的，请与工作人员联系，或到场后直接签到。`,
  replacedBy: (name: string) => `由${name}代替`,
};
