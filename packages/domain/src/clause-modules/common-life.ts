/** Disputes about what is shared: parking, property fees, common parts, animals. */
import { clause, type ClauseModule } from './module.ts';

export const parking: ClauseModule = {
  id: 'parking',
  name: { 'zh-CN': '停车', en: 'Parking' },
  clauses: [
    clause(
      'parking-clear',
      '{who}于{date}前将停放在{place}的{thing}移走。',
      '{who} shall move the {thing} parked at {place} away by {date}.',
    ),
    clause(
      'parking-not-there',
      '{who}今后不得在{place}停放车辆，不得堵塞通道。',
      '{who} shall not park vehicles at {place} in future, nor block the passage.',
    ),
    clause(
      'parking-lock',
      '{who}于{date}前拆除{place}的地锁，恢复地面原状，费用由{who}承担。',
      '{who} shall remove the parking lock at {place} by {date}, make good the ground and bear the cost of it.',
    ),
    clause(
      'parking-turns',
      '{who}、{whom}轮流使用{place}的车位：{who}使用时段为{hours}，{whom}使用时段为{hours2}。',
      '{who} and {whom} shall use the parking space at {place} in turn: {who} in the hours of {hours}, {whom} in the hours of {hours2}.',
    ),
    clause(
      'parking-damages',
      '{who}于{date}前一次性赔偿{whom}车辆维修费{amount}，以{way}方式支付。',
      '{who} shall pay {whom} {amount} for the repair of the vehicle in one sum by {date}, by {way}.',
    ),
  ],
};

export const fees: ClauseModule = {
  id: 'fees',
  name: { 'zh-CN': '物业费', en: 'Property fees' },
  clauses: [
    clause(
      'fees-pay',
      '{who}于{date}前向{whom}付清{period}的物业费{amount}，以{way}方式支付。',
      '{who} shall pay {whom} the property fees for {period}, {amount}, by {date}, by {way}.',
    ),
    clause(
      'fees-instalments',
      '{who}分两期向{whom}支付{period}的物业费：{date}前支付{amount}，{date2}前支付{amount2}。',
      '{who} shall pay {whom} the property fees for {period} in two instalments: {amount} by {date} and {amount2} by {date2}.',
    ),
    clause(
      'fees-reduced',
      '{who}同意减免{whom}{period}的物业费{amount}，减免后{whom}于{date}前付清{amount2}。',
      '{who} waives {amount} of the property fees of {whom} for {period}; {whom} shall pay the remaining {amount2} by {date}.',
    ),
    clause(
      'fees-receipt',
      '{who}于收到款项当日向{whom}出具收款凭证。',
      '{who} shall give {whom} a receipt on the same day the payment arrives.',
    ),
    clause(
      'fees-service',
      '{who}于{date}前完成{place}的{thing}整改，并将结果在小区公告栏公布。',
      '{who} shall rectify the {thing} at {place} by {date} and post the result on the notice board.',
    ),
  ],
};

export const commonParts: ClauseModule = {
  id: 'common-parts',
  name: { 'zh-CN': '公共部位占用', en: 'Use of common parts' },
  clauses: [
    clause(
      'common-clear',
      '{who}于{date}前清空堆放在{place}的{thing}；逾期未清空的，由{third}代为清理，清理费用由{who}承担。',
      '{who} shall clear the {thing} left at {place} by {date}; if this is not done in time, {third} may do it at the cost of {who}.',
    ),
    clause(
      'common-keep-free',
      '{who}今后不得在{place}堆放物品、停放电动自行车，不得占用疏散通道。',
      '{who} shall not pile up goods or park electric bicycles at {place} in future, nor occupy escape routes.',
    ),
    clause(
      'common-remove',
      '{who}于{date}前拆除在{place}安装的{thing}，恢复原状，费用由{who}承担。',
      '{who} shall remove the {thing} fitted at {place} by {date}, make good the place and bear the cost of it.',
    ),
    clause(
      'common-charging',
      '{who}自{from}起不得在{place}为电动自行车充电，改到{thing}充电。',
      '{who} shall not charge electric bicycles at {place} from {from} on and shall use {thing} instead.',
    ),
  ],
};

export const pets: ClauseModule = {
  id: 'pets',
  name: { 'zh-CN': '饲养宠物', en: 'Pets' },
  clauses: [
    clause(
      'pets-leash',
      '{who}今后携犬外出时使用牵引绳，由成年人牵引，主动避让老人和儿童。',
      'In future {who} shall keep the dog on a leash, led by an adult, whenever it is taken out, and give way to old people and children.',
    ),
    clause(
      'pets-droppings',
      '{who}饲养的宠物在公共部位排便的，{who}当场清理。',
      'Whenever the animal of {who} fouls a common part, {who} shall clean it up on the spot.',
    ),
    clause(
      'pets-noise',
      '{who}每日{hours}将{thing}关在室内，不得放任其吠叫扰民。',
      'Every day in the hours of {hours} {who} shall keep the {thing} indoors and not let it disturb others.',
    ),
    clause(
      'pets-bite',
      '{who}于{date}前一次性赔偿{whom}医疗费、误工费等损失共计{amount}，以{way}方式支付。',
      '{who} shall pay {whom} {amount} for medical costs, lost earnings and other loss in one sum by {date}, by {way}.',
    ),
    clause(
      'pets-registered',
      '{who}于{date}前办理{thing}的登记和免疫，并将凭证交{third}查看。',
      '{who} shall have the {thing} registered and vaccinated by {date} and show the papers to {third}.',
    ),
    clause(
      'pets-away',
      '{who}于{date}前将{thing}搬离{place}，今后不再在该处饲养。',
      '{who} shall move the {thing} away from {place} by {date} and no longer keep it there.',
    ),
  ],
};
