/** A second community beside the first, to show that they are apart: nobody of one finds anything of the other. */
import type { DemonstrationCase } from './nanmen.ts';

export const beiyuan: DemonstrationCase = {
  code: 'beiyuan-demo',
  community: '北苑社区',
  body: '北苑社区居民委员会',
  matter: '北苑小区东门外停车位施划方案',
  description: `一、项目概况
北苑小区东门外道路宽9米，两侧无序停车，消防车辆通行受阻。拟在道路东侧施划平行式停车位26个，西侧设置禁停标线，保留不少于4米的消防通道。

二、请听证代表重点发表意见的事项
1. 停车位的位置和数量；
2. 夜间停放的管理办法。`,
  place: '北苑社区居委会会议室',
  notice: { own: null, contact: '郭婷', phone: '010-00000000', observers: null },
  people: [
    { name: '沈建华', capacities: ['chair'], standing: '居委会主任', login: '沈建华' },
    { name: '郭婷', capacities: ['recorder'], standing: '社区工作者' },
    { name: '彭志远', capacities: ['member'], standing: '东区居民代表' },
    { name: '蒋玉梅', capacities: ['member'], standing: '西区居民代表' },
    { name: '丁海', capacities: ['responsible-unit'], standing: '街道城市管理办公室' },
  ],
  minutes: { introduction: 5, presentation: 10, opinions: 30, answers: 15, summary: 10 },
};
