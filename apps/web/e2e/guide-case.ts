/** The invented hearing of the guide's pictures, once in each language of the record. */
import type { Language } from '@yishiting/domain/language';

/** Somebody on the list: name, capacity, and for whom they stand. */
type Listed = readonly [
  name: string,
  capacity: 'recorder' | 'member' | 'responsible-unit' | 'observer',
  standing: string,
];

export interface GuideCase {
  community: string;
  body: string;
  chair: string;
  chairs: string;
  matter: string;
  description: string;
  place: string;
  contact: string;
  people: readonly Listed[];
  /** What is said, in the order in which it is needed. */
  gists: readonly [string, string];
  question: string;
  variants: readonly [string, string, string];
  answer: string;
  proposal: string;
  typed: string;
  /** The plan that is put on the wall: its title, and a row for each part of the work. */
  plan: { file: string; title: string; rows: readonly (readonly [what: string, size: string, cost: string])[] };
  /** Where the minutes are filed. */
  street: string;
}

export const guideCases: Record<Language, GuideCase> = {
  'zh-CN': {
    community: '桂花社区',
    body: '桂花社区居民委员会',
    chair: '郑国强',
    chairs: '居委会主任',
    matter: '桂花里小区中心广场改造',
    description: `一、基本情况
桂花里小区中心广场建于2003年，面积860平方米，地砖破损，雨后积水，夜间照明不足。拟重铺地面，改造排水，增设照明、座椅和无障碍坡道。

二、经费
所需48万元由街道社区更新专项经费列支，居民不分摊。

三、请代表重点发表意见的事项
1. 健身场地和停车位如何划分；
2. 广场舞的时间和音量如何约定；
3. 施工期间的通行安排。`,
    place: '社区党群服务中心二楼议事厅',
    contact: '林晓燕',
    people: [
      ['林晓燕', 'recorder', '社区工作者'],
      ['李桂芬', 'member', '1号楼居民代表'],
      ['陈国栋', 'member', '3号楼居民代表'],
      ['赵明', 'member', '5号楼居民代表'],
      ['钱秀英', 'member', '7号楼居民代表'],
      ['吴志强', 'member', '9号楼居民代表'],
      ['周丽', 'member', '辖区单位代表'],
      ['冯敏', 'member', '辖区单位代表'],
      ['刘建平', 'responsible-unit', '街道城市建设管理科'],
      ['孙德福', 'observer', ''],
    ],
    gists: ['赞成改造；儿童活动区应离车行道远一些，并设护栏。', '广场舞的音箱离7号楼太近，晚上八点半以后应当停止。'],
    question: '广场东侧的场地如何使用',
    variants: ['全部作健身和儿童活动场地', '一半健身，一半停车', '维持现状'],
    answer: '工期45天，分两段施工，始终保留一侧通行；每晚六点以后不施工。',
    proposal:
      '广场东侧设儿童活动区和健身场地，不设停车位；儿童活动区与车行道之间设护栏。广场舞于每晚八点半以前结束，音箱设在广场西侧。施工分两段进行，保留一侧通行。',
    typed: '主持人说明了广场改造的由来和本次听证的议程。',
    plan: {
      file: '改造方案和预算.pdf',
      title: '桂花里小区中心广场改造方案和预算',
      rows: [
        ['地面重铺（透水砖）', '860平方米', '21.5万元'],
        ['排水沟和雨水口', '74米', '6.2万元'],
        ['照明', '18盏', '5.4万元'],
        ['座椅、无障碍坡道', '12组、2处', '4.9万元'],
        ['健身和儿童活动设施', '9件', '10.0万元'],
        ['合计', '', '48.0万元'],
      ],
    },
    street: '南门街道办事处',
  },
  en: {
    community: 'Osmanthus Community',
    body: 'Residents’ Committee of Osmanthus Community',
    chair: 'Zheng Guoqiang',
    chairs: 'head of the residents’ committee',
    matter: 'Rebuilding the central square of Osmanthus Court',
    description: `1. The facts
The central square, 860 square metres, was laid in 2003. Its tiles are broken, water stands on it after rain, and it is badly lit at night. It is to get a new floor, drains, lamps, benches and a ramp.

2. The money
The 480,000 yuan come from the street office’s fund for renewal; residents pay nothing.

3. What representatives are asked about
(1) How to divide the ground between exercise and parking;
(2) Hours and loudness of the evening dances;
(3) Ways through while the work is going on.`,
    place: 'Meeting hall, second floor of the community centre',
    contact: 'Lin Xiaoyan',
    people: [
      ['Lin Xiaoyan', 'recorder', 'community worker'],
      ['Li Guifen', 'member', 'residents of building 1'],
      ['Chen Guodong', 'member', 'residents of building 3'],
      ['Zhao Ming', 'member', 'residents of building 5'],
      ['Qian Xiuying', 'member', 'residents of building 7'],
      ['Wu Zhiqiang', 'member', 'residents of building 9'],
      ['Zhou Li', 'member', 'units in the area'],
      ['Feng Min', 'member', 'units in the area'],
      ['Liu Jianping', 'responsible-unit', 'street office, construction section'],
      ['Sun Defu', 'observer', ''],
    ],
    gists: [
      'In favour; the children’s area should lie away from the driveway and have a railing.',
      'The loudspeakers stand too near building 7; the dances should end by half past eight.',
    ],
    question: 'How should the eastern side of the square be used?',
    variants: ['All of it for exercise and children', 'Half for exercise, half for parking', 'Leave it as it is'],
    answer:
      'The work takes 45 days in two stages; one side always stays open, and nothing is done after six in the evening.',
    proposal:
      'The eastern side gets a children’s area and ground for exercise, and no parking; a railing stands between the children’s area and the driveway. Evening dances end by half past eight, with the loudspeakers on the western side. The work is done in two stages, one side staying open.',
    typed: 'The chair explained how the plan came about and announced the agenda.',
    plan: {
      file: 'Plan and costs.pdf',
      title: 'Plan and costs: the central square of Osmanthus Court',
      rows: [
        ['New floor (permeable bricks)', '860 m²', '215,000 yuan'],
        ['Drains and gullies', '74 m', '62,000 yuan'],
        ['Lamps', '18', '54,000 yuan'],
        ['Benches, ramps', '12 and 2', '49,000 yuan'],
        ['Exercise and children’s equipment', '9', '100,000 yuan'],
        ['In all', '', '480,000 yuan'],
      ],
    },
    street: 'Nanmen Street Office',
  },
};
