/** 公告：起草、登记张贴、会前检查，以及公开页面。 */
export const noticeZh = {
  paper: '纸张',
  demonstration: '演示',
  publicTitle: '会议公告',
  notPublic: '没有找到这次会议的公告。请核对链接，或向社区工作人员询问。',
  results: '意向征询结果',
  noResults: '本次会议没有宣布意向征询结果。',
  resultsLater: '会议结束后，这里公布意向征询的结果。',
};
