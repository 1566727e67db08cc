/** Between people: support of parents, injury, money lent; and what fits any dispute. */
import { clause, type ClauseModule } from './module.ts';

export const parents: ClauseModule = {
  id: 'parents',
  name: { 'zh-CN': '赡养', en: 'Support of parents' },
  clauses: [
    clause(
      'parents-support',
      '{who}自{from}起，每月{dayOfMonth}日前向{whom}支付赡养费{amount}，以{way}方式支付。',
      'From {from} on {who} shall pay {whom} support of {amount} every month, by day {dayOfMonth} of the month, by {way}.',
    ),
    clause(
      'parents-medical',
      '{whom}的医疗费用，扣除医疗保险报销部分后，由{who}、{third}各承担{share}，凭票据于收到票据后{days}日内付清。',
      '{who} and {third} shall each pay {share} of the medical costs of {whom} that insurance does not cover, against receipts and within {days} days of getting them.',
    ),
    clause(
      'parents-home',
      '{whom}自{from}起随{who}居住，由{who}照料日常生活。',
      'From {from} on {whom} shall live with {who}, who shall look after daily needs.',
    ),
    clause(
      'parents-turns',
      '{who}、{third}轮流照料{whom}，每次{period}，自{from}起由{who}先行照料。',
      '{who} and {third} shall look after {whom} in turn, {period} each time, starting with {who} from {from} on.',
    ),
    clause(
      'parents-visits',
      '{who}每月至少看望{whom}{times}次。',
      '{who} shall visit {whom} at least {times} times every month.',
    ),
  ],
};

export const injury: ClauseModule = {
  id: 'injury',
  name: { 'zh-CN': '损害赔偿', en: 'Injury and damage' },
  clauses: [
    clause(
      'injury-damages',
      '{who}于{date}前一次性赔偿{whom}医疗费、误工费、护理费等损失共计{amount}，以{way}方式支付。',
      '{who} shall pay {whom} {amount} for medical costs, lost earnings, care and other loss in one sum by {date}, by {way}.',
    ),
    clause(
      'injury-on-the-spot',
      '{who}于签名当日当场赔偿{whom}{amount}，{whom}确认收讫。',
      '{who} shall pay {whom} {amount} on the spot on signing; {whom} confirms receipt.',
    ),
    clause(
      'injury-waiver',
      '{whom}收到上述款项后，不再就本次损害向{who}主张其他赔偿。',
      'On receipt of the above sum {whom} shall not claim anything further from {who} for this damage.',
    ),
    clause(
      'injury-apology',
      '{who}于签名当日向{whom}当面赔礼道歉，{whom}予以谅解。',
      '{who} shall apologise to {whom} in person on signing, and {whom} accepts the apology.',
    ),
  ],
};

export const debt: ClauseModule = {
  id: 'debt',
  name: { 'zh-CN': '欠款', en: 'Money owed' },
  clauses: [
    clause(
      'debt-pay',
      '{who}确认尚欠{whom}{amount}，于{date}前一次性还清，以{way}方式支付。',
      '{who} confirms that {amount} is owed to {whom} and shall pay it in one sum by {date}, by {way}.',
    ),
    clause(
      'debt-instalments',
      '{who}分两期向{whom}偿还欠款：{date}前支付{amount}，{date2}前支付{amount2}。',
      '{who} shall repay {whom} in two instalments: {amount} by {date} and {amount2} by {date2}.',
    ),
    clause(
      'debt-note',
      '{whom}于收到全部款项当日将欠条原件交还{who}。',
      '{whom} shall return the note of debt to {who} on the same day the whole sum arrives.',
    ),
  ],
};

/**
 * For the end of every agreement. How many copies are made is a line of the form, and no clause. Sources: People's Mediation
 * Law art. 29 (effect), 32 (court), 33 (judicial confirmation within thirty days).
 */
export const closing: ClauseModule = {
  id: 'closing',
  name: { 'zh-CN': '结尾条款', en: 'Closing clauses' },
  clauses: [
    clause('closing-nothing-more', '{all}就本纠纷再无其他争议。', '{all} have no further dispute over this matter.'),
    clause(
      'closing-effect',
      '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。',
      'This agreement takes effect on the day on which all parties have signed, sealed or put their fingerprints to it, the people’s mediator has signed it and the seal of the people’s mediation committee is set.',
    ),
    clause(
      'closing-court',
      '因履行本协议或者就本协议内容发生争议的，当事人可以向人民法院起诉。',
      'If a dispute arises over the performance or content of this agreement, a party may go to court.',
    ),
    clause(
      'closing-confirmation',
      '{all}同意自本协议生效之日起三十日内共同向人民法院申请司法确认。',
      '{all} agree to apply together for judicial confirmation within thirty days of this agreement taking effect.',
    ),
  ],
};
