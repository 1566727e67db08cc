/**
 * A procedure: one kind of meeting as data. It names rules that domain code implements and never contains an expression.
 * A meeting copies its procedure whole into its record, so everything it refers to, its documents included, stands inside.
 */
import { z } from 'zod';
import {
  approvalSchema,
  leaveSchema,
  listSettledSchema,
  matterSchema,
  noticeSchema,
  occasionSchema,
  petitionSchema,
  referralSchema,
  reservedMatterSchema,
  rhythmSchema,
  topicsSchema,
} from './calling.ts';
import type { Duty } from './duties.ts';
import {
  confidentialitySchema,
  guardSchema,
  lengthSchema,
  phaseSchema,
  recordingSchema,
  stepSchema,
} from './course.ts';
import { decisionSchema, quorumSchema, resolutionsSchema, urgentHandlingSchema } from './deciding.ts';
import { assignmentSchema, documentLeftSchema, dutySchema } from './duties.ts';
import { anyOrAllSchema, attendanceRuleSchema, compositionRuleSchema } from './people.ts';
import { documentCitedSchema, rule, rules, slugSchema, wordsSchema, type Rule } from './stated.ts';

export const procedureIdSchema = slugSchema;

const shape = z.strictObject({
  /** Stable name in data and addresses, such as `hearing`. */
  id: procedureIdSchema,
  /** Raised by one with every change; a meeting keeps the version it was called under. */
  version: z.int().min(1),
  /** The procedure and version that a community copied and changed; null: an original. */
  basedOn: z.strictObject({ id: procedureIdSchema, version: z.int().min(1) }).nullable(),
  name: wordsSchema,
  /**
   * For figures that follow the law on residents' committees as it was before 2026: false until someone has read the law
   * in force since 2026-01-01 against them, which the screen says. null: no figure rests on that law.
   */
  checkedAgainstLaw2026: z.boolean().nullable(),
  /** The documents that the sources cite, by key. */
  documents: z.record(slugSchema, documentCitedSchema),
  /** Situations that change the rules; a rule's `on` names them. null: the rules are the same on every occasion. */
  occasions: z.array(occasionSchema).min(1).nullable(),
  /** What the meeting is for. */
  purpose: rule(wordsSchema).nullable(),

  /** The bodies that hold the meeting (组织); the meeting's record belongs to the one that calls it. */
  organisers: rules(anyOrAllSchema),
  /** Who calls it (召集). */
  conveners: rules(anyOrAllSchema),
  /** Who leads it (主持). */
  chairs: rules(anyOrAllSchema),
  /** How it is recorded. */
  recording: rule(recordingSchema).nullable(),
  /** Who attends, in which capacity. */
  attends: rules(attendanceRuleSchema),
  /** Who settles beforehand who takes part and who votes. */
  listsSettled: rules(listSettledSchema),
  /** How the body that meets is made up. */
  composition: rules(compositionRuleSchema),
  /** Whom a member asks for leave. */
  leave: rule(leaveSchema).nullable(),

  /** What may be treated. */
  matters: rules(matterSchema),
  /** What may not be decided here and goes to another procedure. */
  referrals: rules(referralSchema),
  /** What may be decided here only. */
  reservedMatters: rules(reservedMatterSchema),
  /** Where its topics come from. */
  topics: rule(topicsSchema).nullable(),
  /** How often it is held. */
  rhythm: rules(rhythmSchema),
  /** Who can bring an extraordinary meeting about. */
  petitions: rules(petitionSchema),
  /** Whose consent is needed. */
  approvals: rules(approvalSchema),
  /** Which notices go out, when and to whom. */
  notices: rules(noticeSchema),
  /** In what form it is held, such as a round-table discussion. */
  form: rule(wordsSchema).nullable(),

  /** Its parts in order. */
  phases: rules(phaseSchema),
  /** How long it lasts at least. */
  length: rules(lengthSchema),
  /** Its steps in order. */
  agenda: rules(stepSchema),
  /** What must come before what, beyond the order of the steps. */
  guards: rules(guardSchema),
  /** How many must be present. */
  quorum: rules(quorumSchema),
  /** How it comes to an outcome. */
  decisions: rules(decisionSchema),
  /** What was handled urgently without a quorum. */
  urgentHandling: rule(urgentHandlingSchema).nullable(),
  /** Who alone may change its resolutions. */
  resolutions: rule(resolutionsSchema).nullable(),
  /** What its outcome is used for or bears on, shown beside it. */
  effects: rules(wordsSchema),
  /** Who may know what was said. */
  confidentiality: rule(confidentialitySchema).nullable(),

  /** What must be done, before the meeting and after it. */
  duties: rules(dutySchema),
  /** To whom what was settled is handed. */
  assignments: rules(assignmentSchema),
  /** What it leaves behind. */
  leaves: rules(documentLeftSchema),
  /** Rules of conduct that no program can check, shown to the host at the right time. */
  reminders: rules(wordsSchema),
});

/** Parses a procedure and refuses one that refers to a document, occasion, phase or duty which it does not have. */
export const procedureSchema = shape.superRefine((procedure, context) => {
  for (const { path, message } of findContradictions(procedure)) context.addIssue({ code: 'custom', path, message });
});
export type Procedure = z.infer<typeof shape>;
export type ProcedureId = Procedure['id'];

type Contradiction = { path: (string | number)[]; message: string };

/** Every reference of the procedure that leads nowhere and every id that stands twice; an empty list: it holds together. */
function findContradictions(procedure: Procedure): Contradiction[] {
  return [...brokenCitations(procedure), ...brokenReferences(procedure), ...repeatedIds(procedure)];
}

/** Every rule of a procedure with the place where it stands, such as `['duties', 2]`. */
export function rulesIn(procedure: Procedure): { path: (string | number)[]; stated: Rule<unknown> }[] {
  const { documents: _documents, ...fields } = procedure;
  return Object.entries(fields).flatMap(([field, content]) => {
    const several = Array.isArray(content);
    return (several ? content : [content]).flatMap((stated, place) =>
      typeof stated === 'object' && stated !== null && 'sources' in stated
        ? [{ path: several ? [field, place] : [field], stated }]
        : [],
    );
  });
}

/** Sources must name a document, and `on` an occasion, of the procedure itself. */
function brokenCitations(procedure: Procedure): Contradiction[] {
  const occasions = new Set((procedure.occasions ?? []).map(({ id }) => id));
  const found: Contradiction[] = [];
  for (const { path, stated } of rulesIn(procedure)) {
    for (const [number, { document }] of stated.sources.entries())
      if (!Object.hasOwn(procedure.documents, document))
        found.push({ path: [...path, 'sources', number, 'document'], message: `no document ${document}` });
    for (const occasion of stated.on ?? [])
      if (!occasions.has(occasion)) found.push({ path: [...path, 'on'], message: `no occasion ${occasion}` });
  }
  return found;
}

/** Steps must lie in a phase that exists, duties count from a duty and treat of a document that exist. */
function brokenReferences({ agenda, phases, duties, leaves }: Procedure): Contradiction[] {
  const phaseIds = new Set((phases ?? []).map(({ value }) => value.id));
  const dutyIds = new Set((duties ?? []).map(({ value }) => value.id));
  const documentIds = new Set((leaves ?? []).map(({ value }) => value.id));
  const found: Contradiction[] = [];
  for (const [place, { value }] of (agenda ?? []).entries())
    if (value.phase !== null && !phaseIds.has(value.phase))
      found.push({ path: ['agenda', place, 'value', 'phase'], message: `no phase ${value.phase}` });
  for (const [place, { value }] of (duties ?? []).entries()) {
    const earlier = earlierDuty(value);
    if (earlier !== null && (earlier === value.id || !dutyIds.has(earlier)))
      found.push({ path: ['duties', place, 'value', 'deadline'], message: `no other duty ${earlier}` });
    if (value.document !== null && !documentIds.has(value.document))
      found.push({ path: ['duties', place, 'value', 'document'], message: `no document left ${value.document}` });
  }
  return found;
}

/** The duty from which this one's time counts, if any. */
function earlierDuty({ deadline }: Duty): string | null {
  if (deadline?.kind !== 'within' && deadline?.kind !== 'at-once') return null;
  return 'duty' in deadline.after ? deadline.after.duty : null;
}

/** The same id twice in a list would make references ambiguous. */
function repeatedIds(procedure: Procedure): Contradiction[] {
  const lists = {
    occasions: procedure.occasions?.map(({ id }) => id),
    matters: procedure.matters?.map(({ value }) => value.id),
    phases: procedure.phases?.map(({ value }) => value.id),
    agenda: procedure.agenda?.map(({ value }) => value.id),
    duties: procedure.duties?.map(({ value }) => value.id),
    leaves: procedure.leaves?.map(({ value }) => value.id),
  };
  return Object.entries(lists).flatMap(([field, ids = []]) =>
    ids
      .map((id, place) => ({ id, place }))
      .filter(({ id, place }) => ids.indexOf(id) < place)
      .map(({ id, place }) => ({ path: [field, place], message: `the id ${id} stands twice` })),
  );
}
