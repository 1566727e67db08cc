/** The countdown on the wall. It is kept as instants: nothing ticks over the wire and a restart changes nothing. */
import { accept, refuse, unchanged, type Decision } from './decision.ts';
import type { ClockCommand } from './acts/clock.ts';
import type { Recorded } from './acts/event.ts';

export type Clock =
  | { status: 'off' }
  /** Runs out at `endsAt` (ms since 1970); past that the screen shows the time overdrawn. */
  | { status: 'running'; seconds: number; endsAt: number }
  /** `left` in ms, negative when overdrawn. */
  | { status: 'paused'; seconds: number; left: number };

export function decideClock({ clock }: { clock: Clock }, command: ClockCommand): Decision {
  switch (command.type) {
    case 'start-clock':
      return accept({ type: 'clock-started', seconds: command.seconds });
    case 'pause-clock':
      if (clock.status === 'paused') return unchanged();
      return clock.status === 'running' ? accept({ type: 'clock-paused' }) : refuse('clock-not-running');
    case 'resume-clock':
      if (clock.status === 'running') return unchanged();
      return clock.status === 'paused' ? accept({ type: 'clock-resumed' }) : refuse('clock-not-paused');
    case 'stop-clock':
      return clock.status === 'off' ? unchanged() : accept({ type: 'clock-stopped' });
  }
}

const paused = (clock: Clock, at: number): Clock =>
  clock.status === 'running' ? { status: 'paused', seconds: clock.seconds, left: clock.endsAt - at } : clock;

export function evolveClock(clock: Clock, { event, at }: Recorded): Clock {
  switch (event.type) {
    case 'clock-started':
      return { status: 'running', seconds: event.seconds, endsAt: at + event.seconds * 1000 };
    case 'clock-paused':
    case 'meeting-adjourned':
      return paused(clock, at);
    case 'clock-resumed':
      return clock.status === 'paused' ? { status: 'running', seconds: clock.seconds, endsAt: at + clock.left } : clock;
    case 'step-undone':
      return event.undone === 'item-begun' ? { status: 'off' } : clock;
    // A time belongs to the item for which it was given.
    case 'clock-stopped':
    case 'item-begun':
    case 'meeting-closed':
      return { status: 'off' };
    default:
      return clock;
  }
}
