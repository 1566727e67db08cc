/** By what signs the words of a clause are told apart; what each language has to say for the lint (clause-lint.ts). */
import type { Language } from './language.ts';

export interface ClausePatterns {
  /** Somebody who is to do something. */
  party: RegExp;
  /** To be done once: it wants a day. */
  once: RegExp;
  /** Forbidden or demanded from now on: it wants somebody, but no day. */
  standing: RegExp;
  /** Said of a case that may come: 逾期未付的，… */
  conditional: RegExp;
  /** Money is owed. */
  money: RegExp;
  /** How much is said otherwise: by a share, a bill, another clause; or nothing is owed. */
  measured: RegExp;
  /** Speaks of another clause, or of the agreement itself: who and when stand there. */
  refers: RegExp;
  /** A day, or “on signing”. */
  when: RegExp;
  /** Words that only seem to say when, and one of them that is at home in rules of conduct. */
  vagueTime: RegExp;
  conduct: RegExp | null;
  vagueDuty: RegExp;
  /** People's Mediation Law practice: words that change the law. */
  bothCompensations: RegExp | null;
  earnestMoney: RegExp | null;
  support: RegExp | null;
  status: RegExp;
  inheritance: RegExp;
  rights: RegExp;
  utilities: RegExp;
  /** Forbids or undoes it. */
  forbids: RegExp;
  /** A price of one unit needs no capitals: before the amount, and after it. */
  unit: readonly [before: RegExp, after: RegExp];
}

const zh: ClausePatterns = {
  party:
    /[甲乙丙丁戊己庚辛壬癸]方|第\d+方|[双各三四五六]方|一方|当事人|本人|物业|公司|业[主委]|住户|租户|租客|承租|出租|房东|委会|委员会|社区|父亲|母亲|子女|儿子|女儿|饲养人/u,
  once: /(?:支付|给付|付给|付清|交清|缴清|还清|退还|返还|归还|偿还|赔偿|补偿|赔付|补[交缴]|修复|修缮|维修|检修|更换|拆除|拆掉|清理|清除|清运|清空|搬[离走出]|移[走开]|恢复|安装|加装|改装|整改|道歉|腾退|腾空|交还|交付|办理|开具|出具|粉刷|重做|降至)(?!费|金|款|基金|资金|责任|义务|数额|标准|方案|质量|单位|人员|记录|结果|发票|票据|事宜|时间|时[，,]|后)/u,
  standing:
    /不得|不再|不准|不应|禁止|每[日天周月年季晚次逢]|每个?(?:星期|季度|月)|今后|以后|此后|日常|长期|随时|轮流|期间|自[^，。；]{0,24}起|保持|保证|定期/u,
  conditional: /(?:如|若|如果|一旦|倘若|发现|出现|遇)[^，,。；]{0,40}[，,]|[的时][，,]/u,
  money:
    /(?:支付|给付|付给|付清|交清|缴清|缴纳|交纳|还清|退还|返还|归还|偿还|赔付|补[交缴])[^，。；]{0,24}[款金费钱租]|(?:赔偿|补偿)(?!款|金|费|责任|数额|标准|方案|事宜)/u,
  measured:
    /不再|不得|不要求|放弃|无需|无须|免除|不承担|不予|百分之|[%％]|分之|一半|半数|平均|均摊|平摊|各自|比例|凭|据实|实际发生|标准|代为|同款|同等|同型号|同规格|同品种|已(?:经)?(?:支付|付清|结清)/u,
  refers: /上述|前述|前款|该款|该笔|该费用|本条|第[一二三四五六七八九十\d]+[条项]|本协议/u,
  when: /\d{4}年|\d{1,2}月\d{1,2}日|[一二三四五六七八九十]月[一二三四五六七八九十]+日|[年月]底|月末|当[日天场]|即日|[今明][日天]|签(?:字|名|订|署|收)[^，。；]{0,6}(?:时|后|之日|当)|[\d一二两三四五六七八九十百]+个?(?:工作)?(?:小时|星期|[日天周月年])(?:之?内|以内|之?前)|已(?:经)?(?:支付|付清|履行|结清|完成|赔偿|修复|拆除|清理|收到|退还)|______/u,
  vagueTime:
    /尽快|尽早|及时|适时|早日|抓紧|近期|近日|不日|择日|(?:适当|合适|恰当)的?时(?:候|机|间)|合理期限|合理时间|方便(?:的时候|时)|有条件[时后]|有钱[时后了]|时机成熟|过几天|过段时间|过一段时间|条件允许/u,
  conduct: /及时/u,
  vagueDuty:
    /妥善(?:处理|解决|安置|处置|安排)|酌情|适当的?(?:赔偿|补偿|补助|减免|费用|处理|帮助|照顾)|尽量|尽可能|尽力|相应的?(?:赔偿|补偿|费用|处理)|一定的?(?:数额|金额|费用|补偿|赔偿|经济)|合理的?(?:赔偿|补偿|费用)|另行(?:协商|商定|约定)|[视看]情况|若干|[元日天月年米次]左右|(?:大约|大概)\d/u,
  bothCompensations: /赔偿.*补偿|补偿.*赔偿/su,
  earnestMoney: /定金.*订金|订金/su,
  support:
    /抚养.*扶养|扶养.*抚养|抚养[^，。；]{0,4}(?:父母|父亲|母亲|老人|双亲)|(?:父母|父亲|母亲|老人)[^，。；]{0,4}由[^，。；]{0,10}抚养|(?:扶养|赡养)[^，。；]{0,4}(?:子女|孩子|女儿|儿子|未成年)|(?:抚养|赡养)[^，。；]{0,4}(?:配偶|妻子|丈夫)/su,
  status:
    /离婚|结婚|复婚|婚姻关系|婚约|(?:亲子|父子|父女|母子|母女)关系|抚养权|监护权|(?:收养|送养)(?!的?(?:流浪)?(?:犬|狗|猫|宠物|动物))/u,
  inheritance: /继承|遗产|遗嘱|遗赠/u,
  rights:
    /(?:所有权|产权|物权|(?:土地|宅基地|经营)[^，。；]{0,4}权|地役权|居住权|专利权?|商标权?|著作权|版权|知识产权)[^，。；]{0,10}(?:归|属|由[^，。；]{0,8}(?:享有|取得|所有))|确认[^，。；]{0,20}(?:所有权|产权|物权|使用权)|(?:房屋?|住宅|车库|车位|储藏[室间]|土地|宅基地|院落|商铺)[^，。；]{0,20}归[^，。；]{0,8}所有/u,
  utilities: /停止供[水热气暖电]|停[水热气暖电]|断[水气暖电]|切断[^，。；]{0,4}[水热气暖电]/u,
  forbids: /不得|不再|不准|禁止|恢复|因停/u,
  unit: [
    /每(?:平方米|平米|立方米|吨|度|米|公里|公斤|斤|千瓦时|小时)[^，。；\d]{0,6}$/u,
    /^\s*[/／每](?:平方米|平米|立方米|吨|度|米|公里|公斤|斤|千瓦时|小时|㎡|月)/u,
  ],
};

const en: ClausePatterns = {
  party:
    /\bpart(?:y|ies)\b|\b(?:company|committee|owners?|tenants?|landlord|residents?|father|mother|son|daughter)\b/iu,
  once: /\b(?:shall|will|must|agrees? to|undertakes? to|is to|are to)\s+(?:jointly |also )?(?:pay|repay|refund|return|compensate|reimburse|repair|restore|replace|remove|clear|demolish|dismantle|move|vacate|install|fit|clean|apologi[sz]e|hand over|register|issue|lower|complete|have|inspect|test|rectify|give)\b/iu,
  standing:
    /\bnot\b|\bno longer\b|\bno\b(?!\.)|\b(?:every|each) (?:day|week|month|year|quarter|night|evening|time)\b|\bdaily\b|\bmonthly\b|\bat all times\b|\bin future\b|\bin turn\b|\bduring\b|\bkeep\b|\bfrom\b[^.;]{0,30}\bon(?:wards)?\b|\bstarting\b/iu,
  conditional: /\b(?:if|should|whenever|where|when|unless|in case)\b/iu,
  money: /\b(?:pay|repay|refund|reimburse|compensate)\b/iu,
  measured:
    /\bnot\b|\bwaives?\b|\bno (?:further )?(?:payment|compensation)\b|%|\bper cent\b|\bhalf\b|\bequal(?:ly)?\b|\bin proportion\b|\bagainst (?:the )?(?:receipts?|invoices?|bills?)\b|\bactual\b|\bon behalf\b|\bhas (?:already )?paid\b/iu,
  refers: /\b(?:above|aforesaid|foregoing)\b|\bclauses? \d+\b|\bthis agreement\b|\bthe said\b/iu,
  when: /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[ ,]+(?:\d{1,2}, )?\d{4}|\b\d{4}-\d{2}-\d{2}\b|\bon (?:the day of )?(?:sign|receipt|complet)|\bon the spot\b|\btoday\b|\btomorrow\b|\bwithin (?:\d+|an?|one|two|three|four|five|six|seven|ten|fifteen|thirty) (?:working )?(?:hours?|days?|weeks?|months?|years?)\b|\bhas already\b|\bon the same day\b|______/iu,
  vagueTime:
    /\bas soon as (?:possible|practicable)\b|\bsoon\b|\bpromptly\b|\btimely\b|\bin (?:good|due) (?:time|course)\b|\bat (?:a|an|the) (?:suitable|appropriate|convenient) time\b|\bwithin a reasonable (?:time|period)\b|\bwhen (?:convenient|possible|able)\b|\bshortly\b|\bwithout (?:undue )?delay\b|\bearly\b/iu,
  conduct: /\bpromptly\b|\bwithout (?:undue )?delay\b/iu,
  vagueDuty:
    /\b(?:appropriate|suitable|reasonable|certain|corresponding) (?:compensation|payment|sum|amount|costs?|measures?|help)\b|\bbest efforts\b|\bas far as possible\b|\bhandle (?:it |the matter )?properly\b|\b(?:agreed|negotiated|discussed) (?:separately|later)\b|\bapproximately \d|\babout (?:RMB|¥|\d)/iu,
  bothCompensations: null,
  earnestMoney: null,
  support: null,
  status:
    /\bdivorces?\b|\bmarriage\b|\bmarry\b|\bparentage\b|\bpaternity\b|\bcustody\b|\bguardianship\b|\badopt(?:s|ed|ion)? (?:a |the |of )?(?:the )?(?:child|son|daughter|baby)/iu,
  inheritance: /\binherit(?:s|ance|ed)?\b|\bestate of\b|\bthe estate\b|\b(?:last )?will and testament\b|\bbequeath/iu,
  rights:
    /\b(?:ownership|title|property rights?|right of residence|easement|patents?|copyrights?|trade ?marks?)\b[^.;]{0,40}\b(?:belongs?|vests?|passes|transferred|confirmed)\b|\bconfirms?\b[^.;]{0,40}\b(?:ownership|title|copyright|patent)\b|\b(?:house|flat|apartment|garage|parking space|land)\b[^.;]{0,30}\bbelongs? to\b/iu,
  utilities:
    /\b(?:cut(?:s|ting)? off|stop(?:s|ping)?|disconnect(?:s|ing)?|turn(?:s|ing)? off)\b[^.;]{0,20}\b(?:water|heat|heating|gas|electricity)\b/iu,
  forbids: /\bnot\b|\bno longer\b|\brestores?\b/iu,
  unit: [/\bper [a-z ]{1,20}$/iu, /^\s*(?:per|\/|a|an)\s*(?:square|cubic|ton|kilo|hour|month|unit)/iu],
};

export const clausePatterns: Readonly<Record<Language, ClausePatterns>> = { 'zh-CN': zh, en };
