/** Disputes between homes: water, noise, works in a flat, building and passage. */
import { clause, type ClauseModule } from './module.ts';

export const leaks: ClauseModule = {
  id: 'leaks',
  name: { 'zh-CN': '漏水', en: 'Leaks' },
  clauses: [
    clause(
      'leak-repair',
      '{who}于{date}前完成{place}的防水修复，修复费用由{who}承担。',
      '{who} shall repair the waterproofing of {place} by {date} and bear the cost of it.',
    ),
    clause(
      'leak-access',
      '{whom}于{date}为{who}检修、施工提供入户条件，{who}施工后清理现场。',
      '{whom} shall give {who} access for inspection and works on {date}; {who} shall leave the place clean.',
    ),
    clause(
      'leak-test',
      '{who}于{date}前完成闭水试验，{whom}、{third}到场查看，确认不再渗漏。',
      '{who} shall have a water test completed by {date}; {whom} and {third} shall be present and confirm that nothing leaks.',
    ),
    clause(
      'leak-restore',
      '{who}于{date}前将{whom}受损的{thing}修复至渗漏前的状况，费用由{who}承担。',
      '{who} shall restore the damaged {thing} of {whom} to its state before the leak by {date} and bear the cost of it.',
    ),
    clause(
      'leak-damages',
      '{who}于{date}前一次性赔偿{whom}{thing}损失{amount}，以{way}方式支付。',
      '{who} shall pay {whom} {amount} for the damage to {thing} in one sum by {date}, by {way}.',
    ),
    clause(
      'leak-common-pipe',
      '{who}于{date}前检修{place}的公共管道，并将检修结果书面告知{whom}。',
      '{who} shall inspect and repair the common pipe at {place} by {date} and tell {whom} the result in writing.',
    ),
  ],
};

export const noise: ClauseModule = {
  id: 'noise',
  name: { 'zh-CN': '噪音', en: 'Noise' },
  clauses: [
    clause(
      'noise-hours',
      '{who}每日{hours}不得在{place}进行{thing}。',
      '{who} shall not do any {thing} at {place} during the hours of {hours} on any day.',
    ),
    clause(
      'noise-insulation',
      '{who}于{date}前为{thing}加装隔音、减振设施，费用由{who}承担。',
      '{who} shall fit {thing} with sound and vibration damping by {date} and bear the cost of it.',
    ),
    clause('noise-move', '{who}于{date}前将{thing}移至{place}。', '{who} shall move {thing} to {place} by {date}.'),
    clause(
      'noise-again',
      '{whom}认为噪音再次扰民的，先联系{third}到场查看，不上门争吵，不以敲打、撞击等方式回应。',
      'If {whom} is disturbed again, {whom} shall first ask {third} to come and see, and shall not quarrel at the door or answer with noise.',
    ),
  ],
};

export const decoration: ClauseModule = {
  id: 'decoration',
  name: { 'zh-CN': '装修', en: 'Works in a flat' },
  clauses: [
    clause(
      'works-hours',
      '{who}在{place}装修期间，只在{hours}进行有噪音的施工，其余时间不得敲打、钻孔、切割。',
      'During the works at {place} {who} shall do noisy work in the hours of {hours} only, and shall not hammer, drill or cut at other times.',
    ),
    clause(
      'works-restore',
      '{who}于{date}前将{place}被拆改的{thing}恢复原状，由{third}到场查验，费用由{who}承担。',
      '{who} shall restore the altered {thing} at {place} by {date}, to be inspected there by {third}, and bear the cost of it.',
    ),
    clause(
      'works-rubble',
      '{who}于{date}前将堆放在{place}的装修垃圾清运完毕，费用由{who}承担。',
      '{who} shall clear away the rubble left at {place} by {date} and bear the cost of it.',
    ),
    clause(
      'works-damages',
      '{who}于{date}前一次性赔偿{whom}因装修造成的{thing}损失{amount}，以{way}方式支付。',
      '{who} shall pay {whom} {amount} in one sum by {date}, by {way}, for the damage done to {thing} by the works.',
    ),
    clause(
      'works-deposit',
      '{who}于{date}前退还{whom}装修押金{amount}，以{way}方式支付。',
      '{who} shall return to {whom} the deposit for the works, {amount}, by {date}, by {way}.',
    ),
  ],
};

export const building: ClauseModule = {
  id: 'building',
  name: { 'zh-CN': '相邻建房、采光通行', en: 'Neighbours’ building, light and passage' },
  clauses: [
    clause(
      'building-remove',
      '{who}于{date}前拆除{place}的{thing}，清理现场，费用由{who}承担。',
      '{who} shall remove the {thing} at {place} by {date}, leave the place clean and bear the cost of it.',
    ),
    clause(
      'building-height',
      '{who}于{date}前将{place}的{thing}高度降至{size}以下，费用由{who}承担。',
      '{who} shall lower the {thing} at {place} to less than {size} by {date} and bear the cost of it.',
    ),
    clause(
      'building-passage',
      '{who}保证{place}的通道净宽不少于{size}，不得堆放物品、设置障碍。',
      '{who} shall keep the passage at {place} at least {size} wide and shall not pile up goods or put up obstacles there.',
    ),
    clause(
      'building-drain',
      '{who}于{date}前改装{place}的排水管，屋檐滴水和排水不得流入{whom}一侧。',
      '{who} shall have the drain at {place} changed by {date}; no water from roof or drain shall run to the side of {whom}.',
    ),
    clause(
      'building-works',
      '{whom}同意{who}自{from}起至{until}止在{place}搭设脚手架施工，{who}完工当日拆除并清理现场，造成损坏的由{who}负责修复。',
      '{whom} allows {who} to put up scaffolding at {place} from {from} until {until}; {who} shall remove it on the day the works end, leave the place clean and make good any damage.',
    ),
  ],
};
