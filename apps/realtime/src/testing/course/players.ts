import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer } from '@yishiting/domain/protocol';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { Cast, Stage } from './stage.ts';

/** A command was refused, or left nothing, although the course knows that it must be taken. */
class Unexpected extends Error {}

/** What must be there by now; it was answered as accepted. */
export function now<T>(there: T | undefined | null, what: string): T {
  if (there === undefined || there === null)
    throw new Unexpected(`accepted, and not in the meeting as committed: ${what}`);
  return there;
}

/** The people of a seeded hearing, with what they do by chance. */
export class Players {
  readonly stage: Stage;
  /** What others than chair and recorder gave and nobody waited for. */
  readonly underWay: Promise<Answer>[] = [];

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** As it is now: the chair may be taken by another. */
  get cast(): Cast {
    return this.stage.cast;
  }

  get meeting() {
    return this.stage.meeting();
  }

  /** An integer from 0 to below n. */
  any(n: number): number {
    return Math.floor(this.stage.random() * n);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.any(from.length)]!;
  }

  /** Each with this chance, in an order by chance. */
  some<T>(from: readonly T[], chance: number): T[] {
    return from
      .map((one) => ({ one, taken: this.stage.random() < chance, place: this.stage.random() }))
      .filter(({ taken }) => taken)
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one);
  }

  happens(chance: number): boolean {
    return this.stage.random() < chance;
  }

  /** From so many seconds to so many go by. */
  seconds(from: number, to: number): void {
    this.stage.passes(1_000 * (from + this.any(to - from + 1)));
  }

  /**
   * Does what must be taken, or may be refused with one of these codes: others come and go meanwhile.
   * @returns whether it was taken
   */
  async leads(command: MeetingCommand, unless: readonly RefusalCode[] = [], seat = this.cast.chair): Promise<boolean> {
    const answer = await this.stage.gives(seat, command);
    if (answer.answer !== 'refused') return true;
    if (unless.includes(answer.code)) return false;
    throw new Unexpected(`${command.type} was refused: ${answer.code} ${JSON.stringify(answer.params ?? {})}`);
  }

  notes(command: MeetingCommand, unless: readonly RefusalCode[] = []): Promise<boolean> {
    return this.leads(command, unless, this.cast.recorder);
  }

  /** Gives it without waiting; it may be refused. */
  tries(seat: string, command: MeetingCommand): Promise<Answer> {
    const answer = this.stage.gives(seat, command);
    this.underWay.push(answer);
    return answer;
  }

  writes(seat: string, section: string, words: string): void {
    this.stage.types(seat, section, words);
  }

  isHere = (seat: string): boolean => this.meeting.attendance.people[seat]?.presence.status === 'present';

  /** The items of the agenda, in its order. */
  get items(): string[] {
    return this.meeting.agenda.order;
  }
}
