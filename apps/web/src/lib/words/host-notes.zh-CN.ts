export const hostNotesZh = {
  title: '主持备忘',
  who: '只有主持人和召集单位的工作人员看得到，不进入会议记录。换人主持时，备忘随主持人交接。',
  whole: '全场',
  ofItem: (title: string) => `本项：${title}`,
  toItem: (title: string) => `转到“${title}”`,
  differs: '另一个窗口改过这条备忘，现在是：',
  empty: '（空白）',
  keepOurs: '用这里的',
  takeTheirs: '用另一个窗口的',
  keepBoth: '两段都留',
  gone: '您现在不能查看主持备忘。',
};
