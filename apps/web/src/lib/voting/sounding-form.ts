/** A sounding while the chair prepares it: kept on this device, and made into the command that opens it. */
import { methods, variantLimits, type Method, type VotingCommand } from '@yishiting/domain/acts/voting';

export interface SoundingForm {
  question: string;
  method: Method;
  variants: string[];
  most: number;
  grades: string[];
}

const { fewest, most } = variantLimits;

/** A form with nothing in it but the grades that are offered. */
export const emptyForm = (grades: readonly string[]): SoundingForm => ({
  question: '',
  method: 'yes-no-abstain',
  variants: ['', ''],
  most: 2,
  grades: [...grades],
});

const texts = (given: unknown, others: string[]): string[] =>
  Array.isArray(given) && given.every((one) => typeof one === 'string') ? given : others;

/** The form as it was kept; what cannot be read is as in an empty one. */
export function readForm(text: string | null, grades: readonly string[]): SoundingForm {
  const empty = emptyForm(grades);
  let kept: Partial<Record<keyof SoundingForm, unknown>>;
  try {
    kept = JSON.parse(text ?? '{}') ?? {};
  } catch {
    return empty;
  }
  return {
    question: typeof kept.question === 'string' ? kept.question : empty.question,
    method: methods.find((method) => method === kept.method) ?? empty.method,
    variants: texts(kept.variants, empty.variants),
    most: typeof kept.most === 'number' ? kept.most : empty.most,
    grades: texts(kept.grades, empty.grades),
  };
}

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** How many variants may be allowed to be chosen: two and more, and never more than there are. */
export function choosable({ variants }: Pick<SoundingForm, 'variants'>): number[] {
  const count = Math.min(Math.max(filled(variants).length, fewest), most);
  return Array.from({ length: count - 1 }, (_, n) => n + 2);
}

/** The command that opens it; null while something is missing. Fields left empty are left out. */
export function commandOf(form: SoundingForm): (VotingCommand & { type: 'open-vote' }) | null {
  const { method, question } = form;
  if (question.trim() === '') return null;
  const asked = { type: 'open-vote', question, purpose: 'sounding', method } as const;
  if (method === 'yes-no-abstain') return asked;
  const variants = filled(form.variants);
  if (variants.length < fewest) return null;
  if (method === 'choose-one') return { ...asked, variants };
  if (method === 'choose-several') return { ...asked, variants, most: Math.min(form.most, variants.length) };
  const grades = filled(form.grades);
  return grades.length < variantLimits.fewestGrades ? null : { ...asked, variants, grades };
}
