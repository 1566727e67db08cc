import type { RegisterRefusals } from './shape.ts';

/** 居民名册、账号和职务的提示。 */
export const registerRefusalsZh: RegisterRefusals = {
  'account-open': () => ({ says: '此人已有登录账号。', do: '忘记密码的，请发一个新的初始密码。' }),
  'last-administrator': () => ({
    says: '这是社区最后一位能登录的管理员，不能停用，也不能免去。',
    do: '请先让另一位工作人员担任管理员并开通账号，再办理。',
  }),
  'last-keeper': () => ({
    says: '这是本系统最后一位能登录的保管员，账号不能停用。',
    do: '请先由另一位保管员接手，再办理。',
  }),
  'keeper-account': () => ({
    says: '系统保管员的密码不能在这里重发。',
    do: '请本人登录后更换；忘记密码的，请在服务器上运行 npm run reset-keeper。',
  }),
  'in-office': () => ({
    says: '此人还有登录账号或职务，不能移出名册。',
    do: '请管理员先停用账号、免去职务，再办理。',
  }),
  'register-changed': () => ({
    says: '核对之后名册有了变动，没有登记任何人。',
    do: '已重新核对，请看过结果再确认一次。',
  }),
  'nothing-to-erase': () => ({
    says: '名册中没有所选的个人信息，没有可以删除的内容。',
    do: '请刷新页面，查看现有的内容。',
  }),
  'login-to-be-erased': () => ({
    says: '此人的登录名就是要删除的内容，没有删除。',
    do: '请先停用账号，再删除；仍需登录的，另用登录名开通。',
  }),
};
