/** The demonstration's case: a hearing on a lift for one staircase of an old building. People and places are invented. */
import type { Capacity } from '@yishiting/domain/capacities';
import type { NoticeArranged } from '@yishiting/domain/acts/notice';

export interface DemonstrationPerson {
  name: string;
  capacities: Capacity[];
  /** For whom or what the person stands, as called out. */
  standing: string;
  /** With an account, and staff of the body. */
  login?: string;
}

export interface DemonstrationCase {
  code: string;
  community: string;
  body: string;
  matter: string;
  description: string;
  place: string;
  people: DemonstrationPerson[];
  notice: NoticeArranged;
  /** Minutes planned for each step of the procedure, by its id. */
  minutes: Record<string, number>;
}

const member = (name: string, standing: string): DemonstrationPerson => ({ name, capacities: ['member'], standing });
const other = (capacity: Capacity, name: string, standing: string): DemonstrationPerson => ({
  name,
  capacities: [capacity],
  standing,
});

/** Yuan. What the lift costs, item by item. */
export const costs = [
  ['电梯设备及安装', 280_000],
  ['井道基础及钢结构', 260_000],
  ['水、电、燃气管线迁改', 50_000],
  ['勘察、设计、监理及检验', 30_000],
] as const;
/** Yuan. What the district's finance pays towards it. */
export const subsidy = 200_000;
/** Yuan a year: electricity, maintenance, yearly inspection, insurance. */
export const running = 6_000;
/** Households on each floor of the staircase. */
export const perFloor = 2;
/** What a household of each floor bears, as a multiple of ten thousand shares: the ground floor bears nothing. */
export const shares = [
  ['一层', 0],
  ['二层', 4],
  ['三层', 8],
  ['四层', 12],
  ['五层', 16],
  ['六层', 20],
] as const;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
export const total = sum(costs.map(([, yuan]) => yuan));
/** Yuan that the households bear together. */
export const borne = total - subsidy;
const allShares = perFloor * sum(shares.map(([, share]) => share));
/** Yuan for one household of a floor, once and each year. */
export const perHousehold = (share: number): number => (borne * share) / allShares;
export const perYear = (share: number): number => (running * share) / allShares;

const wan = (yuan: number): string => `${yuan / 10_000}万元`;
const floors = shares.map(([floor, share]) =>
  share === 0
    ? `${floor}：不分摊`
    : `${floor}：每户${wan(perHousehold(share))}，${perFloor}户共${wan(perFloor * perHousehold(share))}；运行费每户每年${perYear(share)}元`,
);

const description = `一、项目概况
南门里小区3号楼建于1996年，地上六层，砖混结构，未设电梯。本次拟在2单元北侧加装电梯一部，采用平层入户方案，设六站六门。2单元每层${perFloor}户，共${perFloor * shares.length}户，常住38人，其中60周岁以上老人15人、持残疾人证者2人。

二、前期工作
3号楼2单元业主联名提出申请后，社区党组织和居委会逐户上门征求意见：书面同意10户，有顾虑2户，均为一层住户，主要关心采光、通风和运行噪声。设计单位已完成现场勘察和初步方案，井道与一层窗户净距3.2米。

三、费用预算
${costs.map(([item, yuan]) => `${item}：${wan(yuan)}`).join('\n')}
合计：${wan(total)}。其中区财政补贴${wan(subsidy)}，其余${wan(borne)}由2单元业主分摊。

四、分摊方案（征求意见稿）
${floors.join('\n')}
合计分摊${wan(borne)}；电费、维护保养、年度检验和保险等运行费用每年${running}元，按同一比例分摊。

五、请听证代表重点发表意见的事项
1. 加装方案是否可行、必要，选址是否妥当；
2. 费用分摊比例是否合理，对一层住户如何补偿；
3. 施工期间的通行、安全和管线迁改安排；
4. 建成后的管理、维护和运行费用如何落实。`;

export const nanmen: DemonstrationCase = {
  code: 'nanmen-demo',
  community: '南门街道示范社区',
  body: '南门街道示范社区居民委员会',
  matter: '南门里小区3号楼2单元加装电梯',
  description,
  place: '社区党群服务中心二楼议事厅',
  // A number that belongs to nobody.
  notice: { own: null, contact: '林晓燕', phone: '010-00000000', observers: 10 },
  people: [
    { name: '周建国', capacities: ['chair'], standing: '社区党组织书记、居委会主任', login: '周建国' },
    { name: '林晓燕', capacities: ['recorder'], standing: '居委会委员', login: '林晓燕' },
    member('王秀兰', '3号楼2单元六层住户'),
    member('李桂芬', '3号楼2单元三层住户'),
    member('陈国栋', '3号楼2单元一层住户'),
    member('赵明', '1号楼居民代表'),
    member('孙丽华', '2号楼居民代表'),
    member('吴志强', '4号楼居民代表'),
    member('郑海涛', '5号楼居民代表'),
    member('冯玉珍', '6号楼居民代表'),
    member('刘芳', '社区党组织代表'),
    member('何卫东', '社区成员会议代表'),
    member('黄美玲', '社区议事协商委员会代表'),
    member('马俊', '辖区单位代表，南门小学'),
    other('responsible-unit', '徐立', '设计单位'),
    other('responsible-unit', '韩冰', '电梯安装单位'),
    other('attendee', '曹敏', '南门街道办事处'),
    other('attendee', '谢文斌', '物业服务企业'),
    other('supervisor', '潘国华', '居务监督委员会'),
    other('observer', '唐秀英', '旁听居民'),
    other('observer', '邓小军', '旁听居民'),
  ],
  minutes: { introduction: 10, presentation: 15, opinions: 40, answers: 20, summary: 10 },
};
