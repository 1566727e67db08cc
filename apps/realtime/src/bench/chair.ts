/** Leads a large meeting from within: what the chair does is not what is measured. */
import { randomUUIDv7 } from 'node:crypto';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { privacyNotice } from '@yishiting/domain/acts/attendance';
import { presentIn } from '@yishiting/domain/attendance';
import { wallClock } from '../clock.ts';
import type { LiveRoom } from '../live/rooms.ts';
import type { House } from './houses.ts';
import type { CalledMeeting } from './meetings.ts';

export class Chair {
  readonly live: LiveRoom;
  #meeting: CalledMeeting;

  private constructor(live: LiveRoom, meeting: CalledMeeting) {
    this.live = live;
    this.#meeting = meeting;
  }

  /** Opens the meeting with every member present, at its first item. */
  static async open(house: House, meeting: CalledMeeting): Promise<Chair> {
    const live = await house.rooms.open(meeting.place);
    if (!live) throw new Error('The room does not open');
    const chair = new Chair(live, meeting);
    const arrive = { type: 'check-in', way: 'here', privacyNotice } as const;
    await Promise.all(meeting.members.map(({ seat }) => chair.gives(arrive, seat)));
    await chair.gives({ type: 'open-meeting' });
    await chair.gives({ type: 'begin-item', item: meeting.items[0]! });
    return chair;
  }

  async gives(command: MeetingCommand, seat = this.#meeting.chair.seat): Promise<void> {
    const actor = { seat, person: this.#meeting.chair.person, name: '王建国', staff: false };
    const commandId = randomUUIDv7().replaceAll('-', '');
    const circumstances = { actor, newId: () => randomUUIDv7() };
    const answer = await this.live.room.submit({ commandId, command, receivedAt: wallClock.now(), circumstances });
    if (answer.answer === 'refused') throw new Error(`${command.type}: ${answer.code}`);
  }

  /** @returns the vote, open for every member */
  async opensVote(): Promise<string> {
    const count = presentIn(this.live.room.meeting.attendance).length;
    await this.gives({ type: 'confirm-presence', count });
    await this.gives({
      type: 'open-vote',
      question: '是否同意加装电梯？',
      purpose: 'sounding',
      method: 'yes-no-abstain',
    });
    return this.live.room.meeting.voting.order.at(-1)!;
  }

  /** Closes and establishes it, and sees that every ballot that was answered is in it. */
  async closesVote(vote: string, ballots: number): Promise<void> {
    await this.gives({ type: 'close-vote', vote });
    await this.gives({ type: 'establish-vote', vote });
    const established = this.live.room.meeting.voting.votes[vote];
    const counts = established?.status === 'established' ? established.counts : null;
    const counted = counts && 'yes' in counts ? counts.yes : 0;
    if (counted !== ballots) throw new Error(`${ballots} ballots were answered, ${counted} are counted`);
    await this.gives({ type: 'publish-vote', vote });
  }
}
