/** 下载成 PDF 的文件，以及会议纪要页面。 */
export const papersZh = {
  title: '电子文件（PDF）',
  names: {
    minutes: '下载笔录',
    summary: '下载会议纪要',
    'sign-in-sheet': '下载签到表',
    'name-cards': '下载桌签',
    'notice-a4': '下载公告（A4）',
    'notice-a3': '下载公告（A3）',
    'entry-cards': '下载入会卡',
  },
  making: '正在生成…',
  made: (name: string) => `已生成“${name}”，请在浏览器的下载中查看。`,
  cardsHint: '每张 A4 纸 8 张，沿裁切标记裁开。文件里有每个人的入会链接：请勿转发，打印后请删除。',
  summary: '会议纪要',
  toSummary: '查看会议纪要',
  toMinutes: '会议记录',
  print: '打印',
  printHint: '打印纸为 A4；存档用的电子文件请点“下载会议纪要”。',
  early: '会议还没有开始，没有会议纪要。',
  drafting: '会议记录还在起草。送阅以后，会议纪要在这里查看。',
  seals: '查看全部印证',
};
