/** For tests: a procedure that is silent on everything but what a test says. */
import type { Step } from './course.ts';
import type { Duty } from './duties.ts';
import type { People } from './people.ts';
import { procedureSchema, type Procedure } from './schema.ts';
import { citing, words, type Rule } from './stated.ts';

/** A procedure with the document `rules` and nothing stated, save what the test gives. */
export function aProcedure(said: Partial<Procedure> = {}): Procedure {
  return {
    id: 'meeting',
    version: 1,
    basedOn: null,
    name: words('会议', 'Meeting'),
    checkedAgainstLaw2026: null,
    documents: { rules: { title: words('规则', 'Rules'), kind: 'regulation', remark: null } },
    occasions: null,
    purpose: null,
    organisers: null,
    conveners: null,
    chairs: null,
    recording: null,
    attends: null,
    listsSettled: null,
    composition: null,
    leave: null,
    matters: null,
    referrals: null,
    reservedMatters: null,
    topics: null,
    rhythm: null,
    petitions: null,
    approvals: null,
    notices: null,
    form: null,
    phases: null,
    length: null,
    agenda: null,
    guards: null,
    quorum: null,
    decisions: null,
    urgentHandling: null,
    resolutions: null,
    effects: null,
    confidentiality: null,
    duties: null,
    assignments: null,
    leaves: null,
    reminders: null,
    ...said,
  };
}

/** Why the schema refuses a procedure, one line for each reason; an empty list: it takes it. */
export function complaints(procedure: unknown): string[] {
  const parsed = procedureSchema.safeParse(procedure);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const cite = citing('rules');

/** A rule with the words it stands on; `on` names the occasions. */
export function says<Value>(quote: string, value: Value, on: string[] | null = null): Rule<Value> {
  return cite('一', quote, value, { on });
}

/** One kind of people; the English words are the Chinese ones, since tests do not read them. */
export function people(chinese: string, body: People['body'] = null, role: People['role'] = null): People {
  return { body, role, words: words(chinese, chinese) };
}

/** A step that is held once, is required, and asks for nothing. */
export function aStep(id: string, chinese: string, said: Partial<Step> = {}): Step {
  return {
    id,
    title: words(chinese, id),
    phase: null,
    plannedMinutes: null,
    required: true,
    acts: null,
    repeats: 'once',
    outcome: null,
    papers: null,
    ...said,
  };
}

/** A duty of nobody in particular, without a time. */
export function aDuty(id: string, kind: Duty['kind'], said: Partial<Duty> = {}): Duty {
  return {
    id,
    kind,
    words: words(id, id),
    by: null,
    to: null,
    channels: null,
    deadline: null,
    usual: false,
    when: null,
    document: null,
    ...said,
  };
}
