/** 中文：会议中的提示、身份、状态，以及记入会议记录的句子。 */
import { repliesZh } from './replies.zh-CN.ts';
import {
  capacitiesZh,
  choicesZh,
  floorKindsZh,
  identityWaysZh,
  particularsZh,
  phasesZh,
  waysZh,
} from './lists.zh-CN.ts';
import { fileKindsZh, mediaTypesZh } from './files.zh-CN.ts';
import { soundingZh } from './soundings.zh-CN.ts';
import { channelsZh, noticeZh } from './notice.zh-CN.ts';
import { mediationZh } from './mediation.zh-CN.ts';
import { opinionsZh } from './opinions.zh-CN.ts';
import { refusalsZh } from './refusals.zh-CN.ts';
import type { PageWords, PrivacyNotice } from './shape.ts';

/** People are told what this program does with what it learns about them, in words an older resident reads with ease. */
const privacyNotice202611 = ({ body }: { body: string }): PrivacyNotice => ({
  title: '个人信息处理告知',
  parts: [
    { heading: '谁在处理', text: `本次会议由${body}召集，您的个人信息由${body}处理。` },
    {
      heading: '记录哪些内容',
      text:
        '您的姓名、参会身份、代表的楼栋或单位，到会和离会的时间，在现场还是线上，您在会上的发言要点，以及您的记名表态。' +
        '会议期间，主持人、记录人和会议工作人员能看到您的设备是否在线。签到不采集身份证号码、照片和位置。',
    },
    {
      heading: '为什么记录',
      text: '为了核实谁参加了会议，如实记录会议过程和大家的意见，并按制度形成、公布会议结果和归档。',
    },
    {
      heading: '保存多久',
      text:
        '会议记录属于档案，按档案管理规定的期限保存，保存期内不能删改。' +
        '登记的电话和住址不写入会议记录，不再需要时予以删除，您也可以要求提前删除。',
    },
    {
      heading: '有疑问找谁',
      text:
        `您可以查阅、复制自己的信息，发现有误可以要求更正。请当场向主持人或记录人提出，或者到${body}咨询。` +
        '不愿用手机签到的，可以请记录人代为登记，不影响您参加会议。',
    },
  ],
});

export const zhCN: PageWords = {
  language: 'zh-CN',
  refusals: refusalsZh,
  fields: {
    'not-well-formed': '含有无法保存的字符，请删去后重新输入。',
    'not-one-line': '只能写一行，请去掉换行。',
    empty: '请填写。',
    'too-long': '太长了，请缩短。',
    'not-an-id': '编号不对，请刷新页面后重新选择。',
    'not-a-command-id': '页面发出的内容有误，请刷新页面。',
    'not-a-token': '链接不完整，请重新打开完整的链接。',
    'not-a-code': '入会码是六位数字。',
    'too-short': '太短了，至少 8 位。',
    'password-one-kind': '字母、数字、符号至少含两种。',
    'password-same': '新密码不能与原密码相同。',
    'unknown-procedure': '没有这种会议，请重新选择。',
    'unknown-step': '这种会议没有这个步骤，请重新选择。',
    'not-on-register': '居民名册中没有此人，请先登记。',
    'person-twice': '同一个人只能列一次，请去掉重复的。',
    'no-chair': '请指定主持人。',
    'several-chairs': '主持人只能有一位。',
    'no-recorder': '请指定记录人。',
    'no-side': '请写明每位当事人是哪一方。',
    'one-side': '请列出两方以上的当事人。',
    'not-https': '网址应以 https 开头，请从会议软件的邀请中完整复制。',
    'not-an-address-here': '本机没有这个地址，请从列表中选择。',
    'login-taken': '这个登录名已有人使用，请换一个。',
    'name-taken': '已有同名的组织，请换一个名称。',
    'repeats-what-is-erased': '理由会保留下来，请不要写出要删除的内容。',
    'no-place': '请从名单中选择被代替的人；一个人只能由一人代替。',
    'private-number': '公告里不能有身份证号码和个人手机号码；联系人的电话请填在“联系电话”中。',
    'not-the-name': '与社区名称不一致，请照原样填写。',
  },
  ends: {
    'not-found': { says: '没有找到这个会议或席位。', do: '请核对链接；如有疑问，请询问会议工作人员。' },
    'not-signed-in': { says: '您还没有登录，或登录已经失效。', do: '请重新登录，或重新打开您的个人链接。' },
    revoked: { says: '您在这台设备上的登录已被收回。', do: '如仍要参加会议，请联系记录人重新办理。' },
    'protocol-outdated': { says: '系统已经更新，您的页面还是旧版。', do: '请刷新页面。' },
    malformed: { says: '页面发出的内容有误，连接已断开。', do: '请刷新页面；仍不行时请换一个浏览器。' },
    'too-large': { says: '发出的内容太大，连接已断开。', do: '请刷新页面，缩短内容后再试。' },
    'too-fast': { says: '操作太频繁，连接暂时断开。', do: '请稍候，页面会自动重新连接。' },
    stopping: { says: '服务正在停止或重新启动。', do: '请稍候，页面会自动重新连接。' },
    'room-reloaded': { says: '会议正在重新载入。', do: '请稍候，页面会自动重新连接；已经保存的内容不受影响。' },
  },
  capacities: capacitiesZh,
  audiences: { projector: '会场大屏', public: '公开页面' },
  posts: {
    keeper: '系统保管员',
    administrator: '社区管理员',
    staff: '工作人员',
    'seal-keeper': '印章保管人',
    'supervisor-post': '监督员',
  },
  phases: phasesZh,
  presence: { expected: '未到', present: '到会', departed: '已离会' },
  ways: waysZh,
  channels: channelsZh,
  notice: noticeZh,
  mediation: mediationZh,
  progress: { pending: '待进行', current: '进行中', done: '已完成', skipped: '已跳过', withdrawn: '已撤下' },
  choices: choicesZh,
  floorKinds: floorKindsZh,
  identityWays: identityWaysZh,
  particulars: particularsZh,
  fileKinds: fileKindsZh,
  mediaTypes: mediaTypesZh,
  purposes: { sounding: '意向征询' },
  voteStatus: {
    open: '表态进行中',
    closed: '表态已截止',
    counting: '正在计票',
    established: '结果已核定，待宣布',
    published: '结果已宣布',
    annulled: '已作废',
  },
  privacyNotices: { '2026-11': privacyNotice202611 },
  sounding: soundingZh,
  opinions: opinionsZh,
  replies: repliesZh,
  attendance: ({ due, present, remote }) =>
    remote === 0
      ? `应到 ${due} 人，实到 ${present} 人。`
      : `应到 ${due} 人，实到 ${present} 人，其中线上 ${remote} 人。`,
};
