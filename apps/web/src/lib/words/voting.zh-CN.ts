/** 意向征询的界面用语：发起、选择、代录。 */
export const votingZh = {
  most: '每人至多选',
  grades: '档次（由高到低）',
  grade: (n: number) => `第 ${n} 档`,
  left: (n: number) => `还可选 ${n} 项`,
  full: (n: number) => `已选满 ${n} 项。要改选，请先取消一项。`,
  ungraded: (n: number) => `还有 ${n} 个方案没有选定档次。`,
  abstainFromAll: '弃权（对各方案都不表态）',
  confirmGrades: '确认以上档次',
  variants: '各方案',
  ofPeople: (n: number) => `${n} 人`,
  whoAnswered: '谁怎样表态',
};
