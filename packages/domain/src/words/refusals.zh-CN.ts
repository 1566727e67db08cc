import { agreementRefusalsZh } from './agreement.zh-CN.ts';
import { dutyRefusalsZh } from './duties.zh-CN.ts';
import { fileRefusalsZh } from './files.zh-CN.ts';
import { dayFromIso, writtenDay } from '../days.ts';
import type { ChannelName } from './notice-shape.ts';
import { channelsZh, shortZh } from './notice.zh-CN.ts';
import { mediationRefusalsZh } from './mediation.zh-CN.ts';
import type { DomainWords, RefusalParams } from './shape.ts';
import { basisZh, opinionRefusalsZh } from './opinions.zh-CN.ts';
import { registerRefusalsZh } from './register.zh-CN.ts';
import { resultRefusalsZh } from './result.zh-CN.ts';
import { capacitiesZh, phasesZh } from './lists.zh-CN.ts';

const tooShortDo = '请等到规定的日期，或者先把公告办齐；确需现在开会的，由主持人写明理由，理由记入会议记录。';

function tooShort(p: RefusalParams): string {
  const earliest = dayFromIso(String(p['earliest'] ?? ''));
  const day = Number.isNaN(earliest) ? null : writtenDay(earliest, 'zh-CN');
  const missing = typeof p['missing'] === 'string' && Object.hasOwn(channelsZh, p['missing']) ? p['missing'] : null;
  if (p['document-zh-CN'] === undefined || (missing === null && day === null)) return '会前公告未满规定的期限';
  return shortZh({
    days: typeof p['days'] === 'number' ? p['days'] : null,
    clear: p['clear'] === 1,
    document: String(p['document-zh-CN']),
    place: String(p['place'] ?? ''),
    missing: missing as ChannelName | null,
    earliest: day,
    people: typeof p['people'] === 'number' ? p['people'] : 0,
  });
}

const item = (title: string | number | undefined) => (title === undefined ? '这项议程' : `“${title}”`);
const person = (name: string | number | undefined) => name ?? '此人';

function phase(name: string | number | undefined): string {
  const known: Readonly<Record<string, string>> = phasesZh;
  const words = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  return words === undefined ? '会议现在的状态下不能进行这一步。' : `会议现在是“${words}”状态，不能进行这一步。`;
}

export const refusalsZh: DomainWords['refusals'] = {
  malformed: () => ({ says: '提交的内容有误，没有保存。', do: '请检查填写的内容后再试；仍不行时请刷新页面。' }),
  'too-large': () => ({ says: '提交的内容太大，没有保存。', do: '请缩短文字或换一个较小的文件。' }),
  'too-fast': () => ({ says: '操作太频繁，这一次没有受理。', do: '请稍等片刻再试。' }),
  'not-found': () => ({ says: '没有找到所要的内容。', do: '请核对链接或编号；如有疑问，请询问会议工作人员。' }),
  'not-signed-in': () => ({ says: '您还没有登录，或登录已经失效。', do: '请重新登录，或重新打开您的个人链接。' }),
  'wrong-origin': () => ({ says: '这个请求不是从本系统的页面发出的，未予受理。', do: '请从会议链接重新进入后再试。' }),
  'protocol-outdated': () => ({ says: '系统已经更新，您的页面还是旧版。', do: '请刷新页面。' }),

  'wrong-password': () => ({
    says: '登录名或密码不对。',
    do: '请核对后再试；连续输错，须等候的时间会越来越长。忘记密码的，请联系社区管理员。',
  }),
  'password-overdue': () => ({
    says: '您的密码已满半年，须更换后才能继续。',
    do: '请设置新密码：至少 8 位，字母、数字、符号至少含两种。',
  }),
  'wrong-code': () => ({ says: '没有使用这个入会码的会议。', do: '请看会场大屏，核对六位数字后再输。' }),
  'link-void': () => ({ says: '这个个人链接已经失效。', do: '请使用最近发给您的链接，或请记录人重新发一个。' }),
  'link-in-use': () => ({
    says: '这个个人链接已在另一台设备上使用。',
    do: '请在那台设备上参会；这台设备也要用的，请点“请记录人准许”。',
  }),
  'no-such-request': () => ({ says: '这个入会请求已经处理过了，或者已经撤回。', do: '不必再处理；请看现有的请求。' }),
  'wrong-screen-code': () => ({
    says: '没有显示这个连接码的投影设备。',
    do: '请看那台设备现在显示的六个字符再输；连接码只能用一次，十分钟更换一次。',
  }),
  'no-such-screen': () => ({
    says: '没有可以显示的投影，或者选定的投影已经断开。',
    do: '请先打开或连接投影，再选择显示到哪里。',
  }),
  'queue-full': () => ({ says: '待放内容已经排满。', do: '请先显示或移除几项，再加入新的。' }),

  'not-entitled': () => ({ says: '您在本次会议中没有进行这一步的权限。', do: '如确有需要，请向主持人或记录人提出。' }),
  'wrong-phase': (p) => ({
    says: phase(p.phase),
    do: `请看页面上方的会议状态；会议进行中才能办理的，请等主持人开会或复会。${basisZh(p)}`,
  }),
  'password-needed': () => ({ says: `接任${capacitiesZh.chair}须输入您本人的密码。`, do: '请输入密码后再试。' }),

  'notice-too-short': (p) => ({ says: `${tooShort(p)}，现在不能开会。`, do: tooShortDo }),
  'no-such-notice': () => ({
    says: '本次会议不需要登记这项公告或通知。',
    do: '请刷新页面，按列出的各项登记；即时召集的会议不另行公告。',
  }),
  'notice-in-future': () => ({
    says: '张贴或送达的时间晚于现在，没有登记。',
    do: '请在实际张贴、送达之后，按当时的时间登记。',
  }),
  'notice-before-change': () => ({
    says: '这一时间早于会议变更，当时张贴、送达的只能是原公告，没有登记。',
    do: '请在变更后的公告张贴、送达之后，按当时的时间登记。',
  }),
  'planned-in-past': () => ({ says: '新的会议时间已经过去，没有变更。', do: '请填写今后的日期和时间。' }),
  'observers-full': () => ({
    says: '旁听名额已满，没有登记。',
    do: '有人取消时名额会空出来，可以过后再看；也可以向公告上的联系人询问。',
  }),
  'observers-closed': () => ({
    says: '这次会议现在不接受旁听登记。',
    do: '请看会议的状态；如有疑问，请向公告上的联系人询问。',
  }),
  'observers-by-one': (p) => ({
    says: `这台设备已经登记了 ${p.most ?? '几'} 人，不能再登记。`,
    do: '其他人请用自己的手机登记，或请公告上的联系人代为登记。',
  }),
  'meeting-incomplete': () => ({ says: '会议的准备还不完整，不能召集。', do: '请补齐标出的各项，再召集会议。' }),
  'items-pending': (p) => ({
    says: `还有 ${p.count ?? '若干'} 项议程没有处理${p.title === undefined ? '' : `，第一项是“${p.title}”`}，会议不能结束。`,
    do: '请进行、跳过或撤下这些议程，再结束会议。',
  }),
  'result-unpublished': (p) => ({
    says:
      p.question === undefined
        ? '还有一项结果没有宣布，会议不能结束。'
        : `“${p.question}”的结果还没有宣布，会议不能结束。`,
    do: '请先宣布结果；结果有误的，请作废并说明理由。',
  }),
  'vote-running': () => ({ says: '还有一项表态正在进行。', do: '请先截止并核定结果，或予以作废，再进行这一步。' }),
  'chair-already-yours': () => ({ says: '您已经是主持人。', do: '不必再接任，可以直接主持会议。' }),

  'no-such-item': () => ({ says: '议程中没有这一项。', do: '请刷新页面，从当前的议程中选择。' }),
  'item-withdrawn': (p) => ({ says: `${item(p.title)}已经撤下，不能再进行。`, do: '仍要讨论的，请另加一项议程。' }),
  'item-finished': (p) => ({
    says: `${item(p.title)}已经开始或已经结束，不能再跳过、撤下或调整顺序。`,
    do: '不再继续的，请直接进入下一项议程。',
  }),
  'step-not-last': () => ({
    says: '这一步已经不能撤销：在它之后议程又有变动，或者已经请人发言、开始表态、休会。',
    do: '请看当前议程；需要回到某一项时，直接选择那一项即可。',
  }),
  'no-current-item': () => ({ says: '现在没有正在进行的议程。', do: '请先进入一项议程，再进行这一步。' }),

  'clock-not-running': () => ({ says: '现在没有正在进行的计时。', do: '需要计时的，请重新开始计时。' }),
  'clock-not-paused': () => ({ says: '现在没有暂停的计时。', do: '需要计时的，请重新开始计时。' }),

  'observers-silent': () => ({ says: '旁听人员不发言。', do: '确需听取其意见的，请由代表转述，或另行安排。' }),
  'speaker-absent': (p) => ({
    says: `${person(p.name)}没有签到，或者已经离会，现在不能发言。`,
    do: '人在会上的，请先签到或由主持人、记录人补登记到会，再申请发言。',
  }),
  'no-such-floor-request': () => ({
    says: '这个发言申请已经撤回，或者已经请其发言。',
    do: '请看现在的发言次序；仍要发言的，请重新申请。',
  }),
  'speech-over': () => ({ says: '这次发言已经结束。', do: '需要继续的，请主持人再次请其发言。' }),

  'no-such-seat': () => ({ says: '参会名单中没有此人。', do: '请先将此人加入名单，再办理签到。' }),
  'not-present': () => ({ says: '您已登记离会，现在不能表态。', do: '请重新签到；表态截止前仍可表态。' }),
  'person-already-listed': (p) => ({
    says: `${person(p.name)}已在参会名单中。`,
    do: '不必再加，请在名单中找到此人办理签到。',
  }),
  'not-remote': (p) => ({
    says: `${person(p.name)}现在不是线上参加，无须核对身份。`,
    do: '请先核对签到方式；线上参加的，改为“线上”签到后再核对。',
  }),
  'own-identity': () => ({ says: '自己的身份不能由自己核对。', do: '请主持人、记录人或其他工作人员核对。' }),
  'presence-differs': (p) => ({
    says:
      p.count === undefined
        ? '您确认的人数与签到登记不一致。'
        : `签到登记的实到人数是 ${p.count} 人，与您确认的人数不一致。`,
    do: '请对照名单，为漏签的人补签到，为已离开的人登记离会，再确认人数。',
  }),
  'presence-unconfirmed': () => ({ says: '还没有确认实到人数。', do: '请先清点并确认实到人数，再发起表态。' }),
  'not-replaceable': (p) => ({
    says: `${p.name ?? '此人'}现在不能由别人代替。`,
    do: '主持人、旁听人员、已经到会的和已有人代替的，不能安排代替；代替的人也不能以旁听身份参加。主持人不能到会的，请另行接任主持人。',
  }),
  'place-taken': (p) => ({
    says: `${p.name ?? '此人'}的席位由${p.by ?? '别人'}代替出席，${p.by ?? '代替的人'}已经到会。`,
    do: '请与工作人员联系：先把代替的人登记为离会，再由本人签到。',
  }),
  'privacy-notice-outdated': () => ({ says: '个人信息处理告知已经更新。', do: '请刷新页面，阅读新的告知后再签到。' }),

  'roll-empty': () => ({ says: '现在没有可以表态的人到会。', do: '请等代表签到，或先为到会的代表补签到。' }),
  'no-such-vote': () => ({ says: '没有这项表态。', do: '请刷新页面，查看当前的表态。' }),
  'vote-not-open': () => ({
    says: '这项表态已经截止。',
    do: '没有来得及表态的，请在计票时向主持人说明，由工作人员代录。',
  }),
  'vote-not-closed': () => ({
    says: '现在还不能计票或核定结果。',
    do: '表态还在进行的，请先截止；已经核定的，不必再办。',
  }),
  'vote-not-counting': () => ({
    says: '现在不在计票，不能代录。',
    do: '请先截止表态并开始计票，再代录；结果核定后不再代录。',
  }),
  'vote-not-established': () => ({
    says: '结果还没有核定，或者这项表态已经作废，不能宣布。',
    do: '请先核定结果，再宣布。',
  }),
  'vote-already-published': () => ({
    says: '结果已经宣布，不能作废。',
    do: '结果有误的，请在会上说明，并记入会议记录。',
  }),
  'not-on-roll': () => ({
    says: '不在这项表态的应表态名单中：名单在表态开始时已经固定。',
    do: '如名单有误，请向主持人提出；主持人可以作废后重新发起。',
  }),
  'already-cast': () => ({
    says: '此人已经用自己的设备表态，不能再代录。',
    do: '一人只能表态一次，以本人设备上的表态为准。',
  }),
  'variants-unfit': () => ({
    says: '列出的方案、可选项数或者档次与征询方式不符。',
    do: '请核对征询方式：就方案征询的，列出二至八个方案；可选项数不超过方案数；分档表态的，列出二至五个档次。',
  }),
  'variants-alike': () => ({ says: '有两个方案或者两个档次写得完全相同。', do: '请改写其中一个，让人能够分清。' }),
  'marks-unfit': () => ({ says: '这样表态与本次征询的方式不符。', do: '请刷新页面，按页面上的选项重新表态。' }),
  'no-such-variant': () => ({ says: '本次征询没有这个方案或者档次。', do: '请刷新页面，按页面上的选项重新表态。' }),
  'too-many-variants': (p) => ({
    says: p.most === undefined ? '选择的方案过多。' : `选择的方案过多，本次至多选 ${p.most} 项。`,
    do: '请取消多选的方案，再确认。',
  }),
  'grade-missing': (p) => ({
    says: p.count === undefined ? '还有方案没有选定档次。' : `还有 ${p.count} 个方案没有选定档次。`,
    do: '请给每个方案各选一个档次，或者选择弃权。',
  }),

  'minutes-not-drafting': () => ({
    says: '会议记录已不在起草阶段，不能再修改。',
    do: '需要改动的，请提出修改意见；定稿后用补充说明更正。',
  }),
  'minutes-not-circulated': () => ({ says: '会议记录还没有送与会人员核对。', do: '请先送核对，再进行这一步。' }),
  'minutes-empty': () => ({
    says: '会议记录里还没有写下大家说了什么。',
    do: '系统自动写入的签到、议程、表态等不算；请至少在一项议程下写明发言或说明的要点，再送核阅或定稿。',
  }),
  'minutes-changed': () => ({
    says: '您看过之后，会议记录又有改动，这次没有确认。',
    do: '请阅读现在的文本，再进行确认。',
  }),
  'no-such-amendment': () => ({ says: '没有这条修改意见。', do: '请刷新页面，查看现有的修改意见。' }),
  'amendments-undecided': () => ({
    says: '还有修改意见没有处理。',
    do: '请先逐条决定是否采纳，再确认会议记录。',
  }),
  'reason-needed': () => ({ says: '不采纳或只采纳一部分，须说明理由。', do: '请写明理由，提出人会看到。' }),

  ...opinionRefusalsZh,
  ...agreementRefusalsZh,
  ...mediationRefusalsZh,
  ...dutyRefusalsZh,
  ...fileRefusalsZh,
  ...registerRefusalsZh,
  ...resultRefusalsZh,

  'character-missing': (p) => ({
    says:
      p.character === undefined
        ? '字库里缺少文件中的一个字，文件没有生成。'
        : `字库里没有“${p.character}”（${p.code ?? '编码不详'}）这个字${p.text === undefined ? '' : `，它出现在“${p.text}”一处`}，文件没有生成。`,
    do: '请核对这个字；确实要用的，请打印会议记录的网页，并告知系统管理员补充字库。',
  }),
  'document-failed': () => ({
    says: '文件没有生成。',
    do: '请再试一次；仍不行的，请打印会议记录的网页，并告知系统管理员。',
  }),
  'documents-busy': () => ({ says: '正在生成的文件太多，这一份没有受理。', do: '请稍等片刻再试。' }),

  'try-again': () => ({ says: '这一步没有保存成功。', do: '请再试一次。' }),
  stopping: () => ({ says: '服务正在停止或重新启动，这一步没有受理。', do: '请稍候，页面会自动重新连接，然后再试。' }),
  'disk-full': () => ({
    says: '服务器存储空间已满，这一步没有保存。',
    do: '请通知管理人员清理空间，然后再试。已经保存的内容不受影响。',
  }),
};
