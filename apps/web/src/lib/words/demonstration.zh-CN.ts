/** 删除演示社区的用语。 */
export const removeDemonstration = {
  title: '删除演示社区',
  whatGoes:
    '两个演示社区（南门街道示范社区、北苑社区）将整个删除，包括其中的会议、记录、人员、账号和入会链接。正在演示的会议立即结束，所有人退出。删除后不能恢复；真实的社区不受影响。',
  confirm: (name: string) => `请输入“${name}”以确认`,
  submit: '全部删除',
  done: '演示社区已经删除。',
  goOn: '返回首页',
};
