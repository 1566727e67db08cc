/**
 * What the steps of a procedure demand of the meeting's course, read from its data alone: which may not be left out in
 * silence, and what each must leave in the record. Every refusal names the rule's source.
 */
import type { Agreement } from './agreement.ts';
import type { MeetingCalled } from './acts/called.ts';
import { refuse, type Refusal } from './decision.ts';
import type { Mediation } from './mediation.ts';
import { opinionsIn, unmarkedIn, type Opinions } from './opinions.ts';
import type { OutcomeKind, Step } from './procedures/course.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { Procedure } from './procedures/schema.ts';
import type { Rule } from './procedures/stated.ts';
import { openQuestions, type Questions } from './questions.ts';
import type { Voting } from './voting.ts';

interface Item {
  item: string;
  title: string;
  /** The procedure's step that it carries out; null for one that the host added. */
  step: string | null;
  progress: 'pending' | 'current' | 'done' | 'skipped' | 'withdrawn';
}

/** What the guards look at. */
export interface Guarded {
  called: MeetingCalled;
  agenda: {
    order: readonly string[];
    items: Readonly<Record<string, Item>>;
    /** Why a step leaves nothing of what is demanded of it, by item. */
    omitted: Readonly<Record<string, string>>;
  };
  voting: Voting;
  opinions: Opinions;
  questions: Questions;
  proposal: object | null;
  mediation: Mediation;
  agreement: Pick<Agreement, 'status'>;
}

/** The procedure's rule that an item carries out; undefined for one that the host added. */
export const stepOf = ({ agenda }: Procedure, { step }: Pick<Item, 'step'>): Rule<Step> | undefined =>
  step === null ? undefined : agenda?.find(({ value }) => value.id === step);

/** Where a rule stands, as parameters of a refusal: the document's title in the record's language, and the place in it. */
export function sourceOf({ procedure, language }: MeetingCalled, rule: Rule<unknown>): Record<string, string> {
  const [source] = rule.sources;
  const document = source && procedure.documents[source.document];
  return source && document ? { document: document.title[language], place: source.place } : {};
}

const inRecord = ({ voting }: Guarded, { item }: Item): boolean =>
  Object.values(voting.votes).some((vote) => vote.item === item && vote.status === 'published');

/**
 * Whether what a step must leave is in the record. Null: it leaves text that people type in the minutes, which no rule can
 * judge; such a step has its outcome when it was held.
 */
const outcomes: Record<OutcomeKind, ((meeting: Guarded, item: Item) => boolean) | null> = {
  opinions: ({ opinions }, { item }) => opinionsIn(opinions).some((opinion) => opinion.item === item),
  answers: ({ questions }) => openQuestions(questions).length === 0 && questions.answerOrder.length > 0,
  proposal: ({ proposal }) => proposal !== null,
  sounding: inRecord,
  vote: inRecord,
  opened: null,
  heard: null,
  statements: null,
  questions: null,
  discussion: null,
  summary: null,
  election: null,
  rating: null,
  // None, with each party's answer; or one that the parties agreed on.
  agreement: ({ mediation, agreement }) => mediation.ended !== null || agreement.status === 'frozen',
  examination: null,
  findings: null,
  dangers: null,
  credentials: null,
  method: null,
  oath: null,
  announcement: null,
  assignments: null,
};

/** What a step that was held still owes the record; null: nothing, or its omission is on record. */
export function missingOutcome(meeting: Guarded, item: Item): OutcomeKind | null {
  if (Object.hasOwn(meeting.agenda.omitted, item.item)) return null;
  const outcome = stepOf(meeting.called.procedure, item)?.value.outcome ?? null;
  const isThere = outcome && outcomes[outcome];
  return isThere && !isThere(meeting, item) ? outcome : null;
}

/** [H2] A step whose outcome is missing holds the meeting back until it is there or its omission is on record. */
export function outcomeMissing(meeting: Guarded, item: Item): Refusal | undefined {
  const outcome = missingOutcome(meeting, item);
  const step = stepOf(meeting.called.procedure, item);
  if (!outcome || !step) return undefined;
  const open = outcome === 'answers' ? { open: openQuestions(meeting.questions).length } : {};
  return refuse('outcome-missing', {
    item: item.item,
    title: item.title,
    outcome,
    ...open,
    ...sourceOf(meeting.called, step),
  });
}

/** The rule by which an item may not be left out in silence; undefined where there is none. */
export function requiredStep({ procedure }: MeetingCalled, item: Item): Rule<Step> | undefined {
  const step = stepOf(procedure, item);
  return step?.value.required ? step : undefined;
}

/** [H2] Why the meeting cannot close yet, as far as its steps go: a required one that was not held, an outcome missing. */
export function closingTooEarly(meeting: Guarded): Refusal | undefined {
  const items = meeting.agenda.order.flatMap((id) => meeting.agenda.items[id] ?? []);
  for (const item of items) {
    const rule = item.progress === 'pending' ? requiredStep(meeting.called, item) : undefined;
    if (rule) return refuse('step-not-held', { item: item.item, title: item.title, ...sourceOf(meeting.called, rule) });
  }
  return items
    .filter(({ progress }) => progress === 'done' || progress === 'current')
    .map((item) => outcomeMissing(meeting, item))
    .concat(withoutOutcome(meeting))
    .find((refusal) => refusal !== undefined);
}

/** A mediation ends in an agreement, or the parties are told of the other channels (People's Mediation Law art. 26). */
function withoutOutcome({ called, mediation, agreement }: Guarded): Refusal | undefined {
  const hasOne = mediation.ended !== null || agreement.status === 'frozen';
  return settlesByAgreement(called.procedure) && !hasOne ? refuse('mediation-without-outcome') : undefined;
}

/** The document of a procedure that must contain this part, if there is one. */
const documentWith = ({ leaves }: Procedure, part: string) =>
  leaves?.find(({ value }) => value.contains?.some(({ id }) => id === part));

/**
 * [H2] Where the procedure's document must hold a tendency proposal, the minutes are not confirmed before one stands; where
 * it must give the opinions too, not before it is said of each whether the proposal takes it up.
 */
export function proposalOwed({ called, opinions, proposal }: Guarded): Refusal | undefined {
  const rule = documentWith(called.procedure, 'tendency-proposal');
  if (!rule) return undefined;
  const title = rule.value.title[called.language];
  if (!proposal) return refuse('proposal-missing', { title, ...sourceOf(called, rule) });
  const unmarked = unmarkedIn(opinions);
  if (unmarked.length === 0 || !documentWith(called.procedure, 'opinions')) return undefined;
  // That the proposal must take the opinions into account is the decision's rule, where the procedure has one.
  const [taking = rule] = called.procedure.decisions?.filter(({ value }) => value.kind === 'sounding') ?? [];
  return refuse('opinions-unmarked', { count: unmarked.length, ...sourceOf(called, taking) });
}

/** [H2] Where it stands how this meeting comes to an outcome, for a vote asked for outside of a session. */
export function sourceOfDecisions(called: MeetingCalled): Record<string, string> {
  const [rule] = called.procedure.decisions ?? [];
  return rule ? sourceOf(called, rule) : {};
}
