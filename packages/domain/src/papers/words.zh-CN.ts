/** 纸质文件用语。 */
/** Room to write a number by hand. */
const blank = '　　　';

/** 赞成 3 条、不赞成 2 条 */
const figures = (counts: readonly (readonly [string, number])[]) =>
  counts.map(([what, count]) => `${what} ${count} 条`).join('、');

export const paperWordsZh = {
  demonstration: '演示',
  draft: '草稿（未经主持人、记录人确认）',
  circulated: '送阅稿（未经主持人、记录人确认）',
  line: (name: string, said: string) => `${name}：${said}`,
  names: (names: readonly string[]) => names.join('、'),
  none: '无',
  unrecorded: '未记载',
  signature: (who: string) => `${who}（签名）：`,
  signedOn: '年　　月　　日',
  matter: '事项',
  time: '时间',
  place: '地点',
  convener: '召集单位',
  chair: '主持人',
  recorder: '记录人',
  attendance: '人数',
  counts: (due: number, came: number) => `应到 ${due} 人，实到 ${came} 人`,
  came: '到会人员',
  absent: '未到人员',
  observers: '旁听人员',
  people: (count: number) => `${count} 人`,
  group: (who: string, count: number, names: string) => `${who}（${count} 人）：${names}`,
  minutes: {
    title: (procedure: string) => `${procedure}笔录`,
    faces: '文中宋体字为系统按会议进程自动记入的事项，楷体字由记录人记录。',
    opening: '会前与开场',
    numbered: (number: string, title: string) => `${number}、${title}`,
    nothing: '（本项无记录）',
    skipped: '（本项未进行）',
    withdrawn: '（本项已撤下）',
    confirmed: (who: string, name: string, when: string) => `${who}${name}于${when}确认以上记录。`,
    frozen: (when: string) => `以上记录于${when}定稿。`,
    attendants: '以上记录已经本人核阅，与会议情况相符。参会人员（签名）：',
  },
  summary: {
    title: (procedure: string) => `${procedure.replace(/会?$/u, '会议')}纪要`,
    basics: '基本情况',
    held: (time: string, body: string, place: string, procedure: string, matter: string) =>
      `${time}，${body}在${place}召开${procedure}，听取对“${matter}”的意见和建议。`,
    led: (chair: string | null, recorder: string | null) =>
      `${chair === null ? '会议主持人未记载' : `会议由${chair}主持`}，${recorder === null ? '记录人未记载' : `${recorder}记录`}。`,
    present: (due: number, came: number, absent: number) => `应到 ${due} 人，实到 ${came} 人，未到 ${absent} 人。`,
    observers: (count: number) => `另有旁听人员 ${count} 人。`,
    who: (name: string, groups: readonly string[]) => `${name}：${groups.join('；')}。`,
    course: '会议情况',
    opinions: '听证代表意见扼要陈述',
    heard: (speakers: number, count: number, stances: readonly (readonly [string, number])[]) =>
      `会议听取了 ${speakers} 人的意见和建议，共 ${count} 条，其中${figures(stances)}。`,
    point: (number: number, said: string) => `${number}.${said}`,
    noOpinions: '会议没有逐条记录听证代表的意见。',
    uptake: (uptake: string, reason: string | null) =>
      `采纳情况：${uptake}。${reason === null ? '' : `理由：${reason.replace(/[。.．\s]+$/u, '')}。`}`,
    unmarked: '尚未注明',
    answers: '负责单位解答情况',
    unanswered: (count: number) => `另有 ${count} 个问题没有答复。`,
    soundings: '意向征询情况',
    sounding: (question: string, result: string) => `会议就“${question}”征询意向。${result}`,
    proposal: '倾向性方案',
    taken: (count: number, uptakes: readonly (readonly [string, number])[]) =>
      `代表意见采纳情况：共 ${count} 条，其中${figures(uptakes)}。`,
    noProposal: { final: '会议没有形成倾向性方案。', open: '会议尚未提出倾向性方案。' },
    reference: '以上意见供政府及其职能部门和社会单位决策参考。',
    copies: '抄送',
    copiesTo: '街道办事处',
    completed: (day: string) => `${day}定稿`,
    notCompleted: '尚未定稿',
  },
  supplements: {
    title: '补正',
    opening: '会前与开场',
    heading: (n: number, when: string, section: string) => `补正${n}（${when}，“${section}”一节）`,
    replaced: (quote: string, words: string) => `原文“${quote}”，应为“${words}”。`,
    added: (words: string) => `补记：${words}`,
    reason: (reason: string) => `理由：${reason.replace(/[。.．\s]+$/u, '')}。`,
    who: (capacity: string, name: string) => `${capacity}${name}`,
    and: (names: readonly string[]) => names.join('、'),
    confirmed: (who: string) => `${who}确认。`,
  },
  sheet: {
    title: (procedure: string) => `${procedure}签到表`,
    columns: ['序号', '姓名', '单位/楼栋', '身份', '签到时间', '签名'],
    remote: '（线上）',
    checked: (by: string) => `（线上，已核对：${by}）`,
    before: (due: number) => `应到 ${due} 人，实到${blank}人，请假${blank}人，缺席${blank}人。`,
    after: (due: number, came: number, observers: number) =>
      `应到 ${due} 人，实到 ${came} 人${observers > 0 ? `；另有旁听 ${observers} 人` : ''}。`,
  },
  entry: {
    title: (procedure: string) => `${procedure}入会卡`,
    scan: '扫码入会',
    open: (address: string) => `扫码入会；没有摄像头的，打开 ${address}`,
    type: (code: string) => `输入入会码 ${code}`,
    label: (name: string) => `${name}的入会二维码`,
  },
  cards: { title: (procedure: string) => `${procedure}桌签` },
  seal: {
    title: '记录印证',
    version: '记录编号与版本',
    versionSaid: (meeting: string, version: number) => `${meeting}，第 ${version} 条`,
    head: '记录校验值（SHA-256）',
    text: '正文校验值（SHA-256）',
    signature: '印证签名（Ed25519，前 32 位）',
    key: '公钥（Ed25519）',
    at: '印证时间',
    how: (page: string) =>
      `核对方法：打开 ${page}，找到同一会议、同一版本的印证，逐位比对以上数值；存有记录的单位可运行 npm run verify-record 核对全部记录。`,
  },
};
