/** 工作人员页面的用语：发起意向征询，代录。 */
export const votingStaffZh = {
  method: '征询方式',
  aboutVariants: '必填；一句话，例如：费用如何分摊',
  addVariant: '再加一个方案',
  remove: (name: string) => `删去${name}`,
  mostOf: (n: number) => `${n} 个方案`,
  addGrade: '再加一档',
  choices: '请选择',
  byHand: (name: string) => `录入${name}的表态`,
  keepHand: '确认录入',
  hands: '已录入',
  correct: '更正',
  correctHand: (name: string) => `更正${name}的表态`,
  keepCorrected: '确认更正',
};
