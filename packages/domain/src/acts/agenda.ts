/** The agenda: what can be asked, and what is then recorded. Items have ids; an item is skipped or withdrawn, never deleted. */
import { z } from 'zod';
import { outcomeKindSchema } from '../procedures/course.ts';
import { id, line, safeInteger } from '../text.ts';

const minutes = safeInteger.min(1).max(1440).nullable();

export const agendaCommandSchemas = [
  /** Next, back and jumping are the same: the item is named, so that a double tap begins nothing twice. */
  z.strictObject({ type: z.literal('begin-item'), item: id }),
  /** `reason`: required where the procedure demands the step. */
  z.strictObject({ type: z.literal('skip-item'), item: id, reason: line(300).optional() }),
  /** Puts on record why a step that was held leaves nothing of what the procedure demands of it. */
  z.strictObject({ type: z.literal('omit-outcome'), item: id, reason: line(300) }),
  /** `step` is the version of the step as the view names it, so that two people cannot undo two steps by accident. */
  z.strictObject({ type: z.literal('undo-step'), step: safeInteger }),
  z.strictObject({ type: z.literal('add-item'), title: line(200), minutes, after: id.nullable() }),
  z.strictObject({ type: z.literal('withdraw-item'), item: id, reason: line(300) }),
  /** Directly after another item, or (null) to the first place; only what has not begun is moved. */
  z.strictObject({ type: z.literal('move-item'), item: id, after: id.nullable() }),
] as const;
export type AgendaCommand = z.infer<(typeof agendaCommandSchemas)[number]>;

/** Steps that can be undone until something weighty followed. */
export const undoableSteps = ['item-begun', 'item-skipped', 'item-moved'] as const;
export type UndoableStep = (typeof undoableSteps)[number];

export const agendaEventSchemas = [
  z.strictObject({ type: z.literal('item-begun'), item: id }),
  z.strictObject({ type: z.literal('item-skipped'), item: id, reason: line(300).optional() }),
  z.strictObject({
    type: z.literal('outcome-omitted'),
    item: id,
    outcome: outcomeKindSchema,
    reason: line(300),
  }),
  z.strictObject({
    type: z.literal('step-undone'),
    step: safeInteger,
    /** What the step had been: the undoing of a beginning takes its clock away, that of a skip does not. */
    undone: z.enum(undoableSteps),
    item: id,
  }),
  z.strictObject({ type: z.literal('item-added'), item: id, title: line(200), minutes, after: id.nullable() }),
  z.strictObject({ type: z.literal('item-withdrawn'), item: id, reason: line(300) }),
  z.strictObject({ type: z.literal('item-moved'), item: id, after: id.nullable() }),
] as const;
