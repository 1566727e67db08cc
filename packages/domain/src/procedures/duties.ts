/** What a meeting leaves behind: documents, and duties with who owes them to whom and by when. */
import { z } from 'zod';
import { capacitySchema } from '../capacities.ts';
import { noticeChannels } from './calling.ts';
import { anyOrAllSchema } from './people.ts';
import { slugSchema, wordsSchema } from './stated.ts';

/** From what a period counts: an event of the meeting, or the day on which another duty was done. */
const startSchema = z.union([
  /** `held`: the day of the meeting (会议召开) · `closed`: its end (会议结束). */
  z.strictObject({ event: z.enum(['held', 'closed', 'agreement-effective']) }),
  z.strictObject({ duty: slugSchema }),
]);

/** By when. Days count as Civil Code art. 201 and 203 say: the day of the event does not count, rest days push the last day on. */
export const deadlineSchema = z.discriminatedUnion('kind', [
  /** Within so many days after. A week is seven days. */
  z.strictObject({ kind: z.literal('within'), days: z.int().min(1), after: startSchema }),
  /** At least so many days before the meeting. */
  z.strictObject({ kind: z.literal('before'), days: z.int().min(1) }),
  /** Before the meeting, with no number of days. */
  z.strictObject({ kind: z.literal('before-meeting') }),
  /** At once, or in good time, with no number of days (及时, 第一时间). */
  z.strictObject({ kind: z.literal('at-once'), after: startSchema }),
  /** A fixed day of the month that follows, which rest days do not move (下月5日前). */
  z.strictObject({ kind: z.literal('day-of-next-month'), day: z.int().min(1).max(28) }),
  /** Again and again in each period. */
  z.strictObject({ kind: z.literal('each'), period: z.enum(['half-month', 'month', 'quarter', 'half-year', 'year']) }),
]);
export type Deadline = z.infer<typeof deadlineSchema>;

/** Something that must be done before or after the meeting, with a person, a due day and a proof. */
export const dutySchema = z.strictObject({
  /** Stable name inside the procedure; another duty's time may count from it. */
  id: slugSchema,
  /**
   * `draw-up` a document · `file` 备案 · `archive` 存档 · `post` on the board · `report` upward · `feed-back` to those
   * concerned · `notify` · `copy` 抄送 · `hand-in` · `inspect` · `gather` opinions · `answer` · `follow-up` until closed ·
   * `carry-out` · `announce` · `audit`.
   */
  kind: z.enum([
    'draw-up',
    'file',
    'archive',
    'post',
    'report',
    'feed-back',
    'notify',
    'copy',
    'hand-in',
    'inspect',
    'gather',
    'answer',
    'follow-up',
    'carry-out',
    'announce',
    'audit',
  ]),
  /** What is to be done, as one reads it on the board of duties. */
  words: wordsSchema,
  /** Who owes it; null: not stated, the host names someone. */
  by: anyOrAllSchema.nullable(),
  /** To whom; null: to nobody in particular. */
  to: anyOrAllSchema.nullable(),
  /** By what way; null: not stated. */
  channels: z.array(z.enum(noticeChannels)).min(1).nullable(),
  /** By when; null: no time is stated, the host sets one on record. */
  deadline: deadlineSchema.nullable(),
  /** True where the regulation says "as a rule" (一般): late is shown, with the word. */
  usual: z.boolean(),
  /** In which case only it is owed, as the host answers it; null: always. */
  when: wordsSchema.nullable(),
  /** Of which document of this procedure it treats; null: of none. */
  document: slugSchema.nullable(),
});
export type Duty = z.infer<typeof dutySchema>;

/** A document that the meeting must leave behind. */
export const documentLeftSchema = z.strictObject({
  /** Stable name inside the procedure; duties name the document they treat of. */
  id: slugSchema,
  /** Its title, as printed on it. */
  title: wordsSchema,
  /** What it must contain, in this order; null: not stated. */
  contains: z
    .array(z.strictObject({ id: slugSchema, words: wordsSchema }))
    .min(1)
    .nullable(),
  /** Whether it is a paper; false: an entry in the record suffices. */
  inWriting: z.boolean(),
  /** Whose signatures it needs: one of that capacity, or every one; null: not stated. */
  signatures: z
    .array(z.strictObject({ capacity: capacitySchema, every: z.boolean() }))
    .min(1)
    .nullable(),
});
export type DocumentLeft = z.infer<typeof documentLeftSchema>;

/** To whom what was settled is handed, one by one. */
export const assignmentSchema = z.strictObject({
  /** What is handed out. */
  each: z.enum(['decision', 'matter', 'danger', 'agreed-work']),
  /** Who carries it out; several departments may have to act together. */
  to: z.enum(['named-people', 'member-units', 'one-department', 'departments-jointly']),
  /** In which case; null: always. */
  when: wordsSchema.nullable(),
});
export type Assignment = z.infer<typeof assignmentSchema>;
