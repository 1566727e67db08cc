/** 调解：当事人和旁听人员页面、大屏的用语。 */
export const mediationZh = {
  rightsFirst: '调解前请阅读',
  acknowledge: '我已阅读，知悉我的权利和义务',
  acknowledged: '您已确认知悉权利和义务。',
  readAgain: '再看权利义务告知书',
  onlyTaking: '只有参加调解的人能看到会议内容。',
};
