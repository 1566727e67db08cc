/** Who supervises and who reviews, as far as these meetings differ: the schema must be able to say it. */
import { expect, it } from 'vitest';
import { aDuty, aProcedure, aStep, complaints, people, says } from './a-procedure.ts';
import type { Procedure } from './schema.ts';
import { words } from './stated.ts';

const sayable = (said: Partial<Procedure>) => expect(complaints(aProcedure(said))).toEqual([]);

it('supervision 居务监督委员会: three to five, some versed in accounts, relatives barred', () => {
  sayable({
    composition: [
      says('由3-5人组成', { kind: 'size', of: 'members', least: 3, most: 5 }),
      says('应有1-2名具备财会知识的成员', {
        kind: 'of-whom',
        quality: words('具备财会知识', 'Versed in accounts'),
        least: 1,
        most: 2,
      }),
      says('经社区居民代表会议选举产生', { kind: 'elected-by', procedure: 'representatives', body: null }),
      says('设主任1名', { kind: 'leader', title: words('主任', 'Head'), number: 1, chosen: null }),
      says('社区党组织和居委会的成员及其配偶、直系亲属不得担任', {
        kind: 'barred',
        who: [
          people('社区党组织成员', 'party-organisation', 'member'),
          people('居委会成员', 'residents-committee', 'member'),
        ],
        relations: ['spouse', 'direct-relative'],
      }),
    ],
    agenda: [
      says(
        '对方案进行审查、补充和完善',
        aStep('examine', '审查方案', { repeats: 'per-matter', outcome: 'examination' }),
      ),
    ],
    duties: [
      says(
        '对居民反映的问题应当及时调查，给出答复',
        aDuty('answer', 'answer', { deadline: { kind: 'at-once', after: { event: 'held' } } }),
      ),
      says(
        '每季度要对财务帐目进行一次清理审查',
        aDuty('audit', 'audit', { deadline: { kind: 'each', period: 'quarter' } }),
      ),
    ],
  });
});

it('cadre-review 民主评议: grades unnamed, bears on employment and pay', () => {
  sayable({
    rhythm: [says('定期对社区干部进行评议', { kind: 'regularly' })],
    attends: [says('组织居民代表', { who: people('居民代表'), capacity: 'member', presence: 'takes-part' })],
    decisions: [
      says('进行评议', {
        kind: 'rating',
        grades: null,
        givenBy: null,
        way: null,
        inWriting: false,
        signedByEveryMember: false,
      }),
    ],
    effects: [
      says('与社区干部的使用及其享受的工资（补贴）挂钩', words('与使用和工资挂钩', 'Bears on employment and pay')),
    ],
  });
});
