/** For tests and bench: the stage on which a seeded hearing is played. The course says what people do; the stage, how it reaches the room. */
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Capacity } from '@yishiting/domain/capacities';
import type { Meeting } from '@yishiting/domain/meeting';
import type { Answer } from '@yishiting/domain/protocol';

/** Seats by the part their holders play. */
export interface Cast {
  chair: string;
  recorder: string;
  /** Of the responsible unit. */
  unit: string;
  members: readonly string[];
  attendees: readonly string[];
  observers: readonly string[];
  /** Members who hold no device: the desk speaks for them. */
  byHand: readonly string[];
}

export interface Stage {
  readonly cast: Cast;
  readonly random: () => number;
  /** The meeting as committed. */
  meeting(): Meeting;
  /** Resolves with the answer, also when the connection broke in between; for who never comes back it stays open. */
  gives(seat: string, command: MeetingCommand): Promise<Answer>;
  /** Somebody who writes the minutes types a paragraph. */
  types(seat: string, section: string, words: string): void;
  /** Resolves when all that was typed is shown as saved. */
  saved(): Promise<void>;
  /** Time goes by in the meeting: ms. */
  passes(ms: number): void;
  /** Resolves when all of these are done, or when the chair has waited long enough for those whose line is cut. */
  patience(answers: readonly Promise<unknown>[]): Promise<void>;
  /** Of the minutes as woven and committed. */
  hash(): Promise<string>;
}

/** Who is called to a hearing with so many devices in the room; `byHand` come besides. */
export function calledPeople(devices: number): { name: string; capacities: Capacity[]; part: keyof Cast }[] {
  const few = Math.max(1, Math.round(devices * 0.04));
  const many = (part: keyof Cast, capacity: Capacity, name: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `${name}${n + 1}`, capacities: [capacity], part }));
  return [
    { name: '王建国', capacities: ['chair'], part: 'chair' },
    { name: '周敏', capacities: ['recorder'], part: 'recorder' },
    { name: '刘工', capacities: ['responsible-unit'], part: 'unit' },
    ...many('members', 'member', '代表', devices - 3 - few - 2 * few),
    ...many('attendees', 'attendee', '列席', few),
    ...many('observers', 'observer', '旁听', 2 * few),
    ...many('byHand', 'member', '无手机代表', 2 * few),
  ];
}

/** The cast of those who were called, `seatOf` by name. */
export function castOf(people: ReturnType<typeof calledPeople>, seatOf: (name: string) => string): Cast {
  const of = (part: keyof Cast) => people.filter((one) => one.part === part).map(({ name }) => seatOf(name));
  const [chair, recorder, unit] = (['chair', 'recorder', 'unit'] as const).map((part) => of(part)[0]!);
  return {
    ...{ chair: chair!, recorder: recorder!, unit: unit! },
    ...{ members: of('members'), attendees: of('attendees'), observers: of('observers'), byHand: of('byHand') },
  };
}
