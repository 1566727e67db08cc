/** The stage of the bench: the seeded hearing is played straight into the room, one act a breath, so that each is told by itself. */
import { randomUUIDv7 } from 'node:crypto';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer } from '@yishiting/domain/protocol';
import type { LiveRoom } from '../live/rooms.ts';
import { breath } from '../room/hall.ts';
import type { Cast, Stage } from '../testing/course/stage.ts';
import { pause } from './figures.ts';

export class Played implements Stage {
  readonly cast: Cast;
  readonly random: () => number;
  #live: LiveRoom;
  #now: () => number;
  #passes: (ms: number) => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    live: LiveRoom,
    { cast, random, clock }: Pick<Stage, 'cast' | 'random'> & { clock: { now(): number; pass(ms: number): void } },
  ) {
    this.#live = live;
    this.cast = cast;
    this.random = random;
    this.#now = () => clock.now();
    this.#passes = (ms) => clock.pass(ms);
  }

  meeting() {
    return this.#live.room.meeting;
  }

  gives(seat: string, command: MeetingCommand): Promise<Answer> {
    const answer = this.#last.then(() => this.#submit(seat, command));
    this.#last = answer.then(() => pause(breath + 5));
    return answer;
  }

  #submit(seat: string, command: MeetingCommand): Promise<Answer> {
    const { person, name } = this.meeting().attendance.people[seat]!;
    const circumstances = { actor: { seat, person, name, staff: false }, newId: () => randomUUIDv7() };
    const commandId = randomUUIDv7().replaceAll('-', '');
    return this.#live.room.submit({ commandId, command, receivedAt: this.#now(), circumstances });
  }

  /** Nobody types here: the minutes have a bench of their own. */
  types(): void {}

  async saved(): Promise<void> {}

  passes(ms: number): void {
    this.#passes(ms);
  }

  async patience(answers: readonly Promise<unknown>[]): Promise<void> {
    await Promise.all(answers);
  }

  hash(): Promise<string> {
    return Promise.reject(new Error('The part that is played ends before the minutes'));
  }
}
