/** Whom a procedure speaks of: bodies, offices, who attends in which capacity, and how a body must be made up. */
import { z } from 'zod';
import { capacitySchema } from '../capacities.ts';
import { slugSchema, wordsSchema } from './stated.ts';

/** The kinds of bodies that regulations name; a body in the register bears one of them. */
export const bodyKinds = [
  'party-organisation', // 社区党组织
  'residents-committee', // 社区居委会
  'two-committees', // 党组织和居委会
  'mediation-committee', // 治保调解委员会
  'working-committee', // 居委会下属工作委员会
  'consultative-committee', // 社区议事协商委员会
  'members-assembly', // 社区成员(代表)会议
  'representatives-meeting', // 居民代表会议
  'residents-meeting', // 居民会议
  'residents-group', // 居民小组
  'supervision-committee', // 居务监督委员会(小组)
  'review-group', // 考核评议小组
  'election-committee', // 社区选举委员会
  'mediation-office', // 综治办、调处中心
  'unit', // 辖区单位
  'police-office', // 社区警务室
  'street-office', // 街道办事处
  'street-party-committee', // 街道党工委
  'government-department', // 政府有关部门
  'township-party-committee', // 乡镇党委
  'township-government', // 乡镇政府
  'township-congress', // 乡镇人民代表大会
  'presidium', // 乡镇人大主席团
  'credentials-committee', // 代表资格审查委员会
] as const;
export const bodyKindSchema = z.enum(bodyKinds);
export type BodyKind = z.infer<typeof bodyKindSchema>;

/** Units by which a regulation counts people: for quorums, decisions, petitions and numbers of representatives. */
export const electorates = [
  'members', // 委员、成员
  'representatives', // 居民代表、成员代表
  'deputies', // 人大代表
  'party-members', // 党员
  'adult-residents', // 十八周岁以上的居民
  'households', // 户
  'residents-groups', // 居民小组
] as const;
export const electorateSchema = z.enum(electorates);
export type Electorate = z.infer<typeof electorateSchema>;

/** One kind of people, as the regulation names them and as the register can find them. */
export const peopleSchema = z.strictObject({
  /** The body they belong to; null: they belong to none (parties, residents, people concerned). */
  body: bodyKindSchema.nullable(),
  /** Their part in that body; null: the body itself, or people of no body. */
  role: z.enum(['head', 'member', 'representative', 'staff']).nullable(),
  /** What they are called. */
  words: wordsSchema,
});
export type People = z.infer<typeof peopleSchema>;

/** `anyOf`: one of them suffices (或); `allOf`: together, or each of them (和). */
export const anyOrAllSchema = z.union([
  z.strictObject({ anyOf: z.array(peopleSchema).min(1) }),
  z.strictObject({ allOf: z.array(peopleSchema).min(1) }),
]);
export type AnyOrAll = z.infer<typeof anyOrAllSchema>;

/** Who attends. */
export const attendanceRuleSchema = z.strictObject({
  who: peopleSchema,
  /** The capacity in which they sit; null: not stated, the host says it when calling. */
  capacity: capacitySchema.nullable(),
  /**
   * `takes-part`: named among those who take part · `must-when-invited`: must come when invited (应列席) ·
   * `where-needed`: should be there where the matter needs it (必要时应) · `may-be-invited`: 可邀请 ·
   * `may`: may attend or may be chosen (可) · `freely`: comes without being asked (自由旁听).
   */
  presence: z.enum(['takes-part', 'must-when-invited', 'where-needed', 'may-be-invited', 'may', 'freely']),
});
export type AttendanceRule = z.infer<typeof attendanceRuleSchema>;

/** By what someone may be too close to someone else to hold a seat. */
export const relationSchema = z.enum(['spouse', 'direct-relative']);
export type Relation = z.infer<typeof relationSchema>;

const count = z.int().min(0);
const perSchema = z.strictObject({
  /** The unit that sends them. */
  per: electorateSchema,
  /** How many such units together send them (50 for "per 50 households"). */
  units: z.int().min(1),
  /** How many they send at least and at most; null: no upper limit is stated. */
  least: count,
  most: count.nullable(),
});

/** How the body that meets must be made up; each rule is checked when the meeting is called. */
export const compositionRuleSchema = z.discriminatedUnion('kind', [
  /** The number of those whom `of` names; null: that limit is not stated. */
  z.strictObject({ kind: z.literal('size'), of: electorateSchema, least: count.nullable(), most: count.nullable() }),
  /** How many come from each unit; where the regulation gives alternatives, any one of them holds. */
  z.strictObject({ kind: z.literal('sent-by'), anyOf: z.array(perSchema).min(1) }),
  /** How many of the members must have a quality, such as being versed in accounts. */
  z.strictObject({ kind: z.literal('of-whom'), quality: wordsSchema, least: count, most: count.nullable() }),
  /** Of which kinds of people the body is made. */
  z.strictObject({ kind: z.literal('drawn-from'), who: z.array(peopleSchema).min(1) }),
  /** Who may not be a member, and whose relatives may not. */
  z.strictObject({
    kind: z.literal('barred'),
    who: z.array(peopleSchema).min(1),
    relations: z.array(relationSchema),
  }),
  /** By which procedure or body the members are elected; exactly one of the two where known. */
  z.strictObject({ kind: z.literal('elected-by'), procedure: slugSchema.nullable(), body: bodyKindSchema.nullable() }),
  /** Who leads the body and how that person is found: elected by the members, or held by office. */
  z.strictObject({
    kind: z.literal('leader'),
    title: wordsSchema,
    number: z.int().min(1).nullable(),
    chosen: z.enum(['elected-by-members', 'by-office']).nullable(),
  }),
  /** For how many years members serve, and whether they may serve again. */
  z.strictObject({ kind: z.literal('term'), years: z.int().min(1), again: z.boolean().nullable() }),
  /** A vacant seat is filled by whoever sent the one who left. */
  z.strictObject({ kind: z.literal('vacancy'), filledBy: peopleSchema }),
]);
export type CompositionRule = z.infer<typeof compositionRuleSchema>;
