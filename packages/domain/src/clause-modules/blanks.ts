/** The blanks of clause modules: what belongs into each, and what it is called where somebody fills it in. */
import type { Language } from '../language.ts';

/** `party` a side (甲方), `money` an amount (see written in amounts.ts), `day` a written day, `together` 双方 or 各方, `text` a few words. */
export type BlankKind = 'party' | 'money' | 'day' | 'together' | 'text';

export interface Blank {
  kind: BlankKind;
  label: Readonly<Record<Language, string>>;
}

const blank = (kind: BlankKind, zh: string, en: string): Blank => ({ kind, label: { 'zh-CN': zh, en } });

export const blanks = {
  who: blank('party', '由谁做', 'Who does it'),
  whom: blank('party', '对谁', 'For whom'),
  third: blank('party', '另一方', 'The other party'),
  all: blank('together', '双方或者各方', 'Both or all parties'),
  amount: blank('money', '金额', 'Sum'),
  amount2: blank('money', '第二笔金额', 'Second sum'),
  date: blank('day', '日期', 'Day'),
  date2: blank('day', '第二个日期', 'Second day'),
  from: blank('day', '开始日期', 'From'),
  until: blank('day', '结束日期', 'Until'),
  place: blank('text', '地点、部位', 'Place'),
  thing: blank('text', '物品、事项', 'Thing'),
  way: blank('text', '付款方式', 'Way of payment'),
  hours: blank('text', '时段', 'Hours'),
  hours2: blank('text', '第二个时段', 'Second hours'),
  period: blank('text', '费用所属期间', 'Period'),
  size: blank('text', '尺寸', 'Size'),
  share: blank('text', '比例', 'Share'),
  days: blank('text', '天数', 'Number of days'),
  dayOfMonth: blank('text', '每月几日', 'Day of the month'),
  times: blank('text', '次数', 'Times'),
} as const satisfies Record<string, Blank>;
export type BlankName = keyof typeof blanks;
