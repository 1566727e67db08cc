/** Who someone is in a meeting, which screens look on, and which standing posts give power outside it: three lists that never share a name. */
import { z } from 'zod';

/**
 * In what capacity a seat takes part, in canonical order. A seat holds a set of them: in a committee of five the chair
 * votes, and so does the recorder. On which side a party stands (1 … n) belongs to the seat, not to the capacity.
 */
export const capacities = [
  'chair', // 主持人
  'recorder', // 记录人
  'member', // 代表、成员: has a say and, where the procedure votes, a vote
  'party', // 当事人
  'mediator', // 调解员
  'responsible-unit', // 负责单位: presents and answers
  'attendee', // 列席: attends and may be heard, without a vote
  'observer', // 旁听: follows in silence
  'supervisor', // 监督
  'scrutineer', // 监票人
  'teller', // 计票人
  'witness', // 见证
] as const;
export const capacitySchema = z.enum(capacities);
export type Capacity = z.infer<typeof capacitySchema>;

/** Screens without a person behind them: the wall of the room, and the public page. */
export const audiences = ['projector', 'public'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

/** Standing offices that a person holds from … to … outside any meeting. A post is no capacity and shows no meeting by itself. */
export const posts = [
  'keeper', // of the installation: backup and communities; reads no meeting
  'administrator', // of a community
  'staff', // of a body
  'seal-keeper', // sets the body's seal
  'supervisor-post', // supervises; in a meeting its holder sits in the capacity `supervisor`
] as const;
export const postSchema = z.enum(posts);
export type Post = z.infer<typeof postSchema>;

/** The same set of capacities in canonical order, each once. */
export function inCanonicalOrder(held: Iterable<Capacity>): Capacity[] {
  const set = new Set(held);
  return capacities.filter((capacity) => set.has(capacity));
}

/**
 * One stable key for a set of capacities, such as `chair+member`: views and their patches are made once per key.
 * Order and repetition do not matter; the empty set has the key ``. No key of capacities equals an audience's name.
 */
export function capacityKey(held: Iterable<Capacity>): string {
  return inCanonicalOrder(held).join('+');
}
