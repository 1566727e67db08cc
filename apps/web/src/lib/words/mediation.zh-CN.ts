/** 调解：当事人和旁听人员页面、大屏的用语。 */
export const mediationZh = {
  rightsFirst: '调解前请阅读',
  acknowledge: '我已阅读，知悉我的权利和义务',
  acknowledged: '您已知悉权利和义务。',
  readAgain: '再看权利义务告知书',
  ended: '没有达成调解协议，主持人已经终止调解。您可以依法通过仲裁、行政、司法等途径维护自己的权利。',
  yourAnswer: (answer: string) => `记录的您的意见：${answer}。有误的，请当场向主持人提出。`,
  onlyTaking: '只有参加调解的人能看到会议内容。',
};
