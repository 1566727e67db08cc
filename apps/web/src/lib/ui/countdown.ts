/** A countdown as the record keeps it: instants and rests in ms. */
export type Counting = { status: 'off' } | { status: 'running'; endsAt: number } | { status: 'paused'; left: number };

/** Milliseconds left at `now` (the server's clock), negative when overdrawn; null when no time is running. */
export function leftOf(clock: Counting, now: number): number | null {
  if (clock.status === 'off') return null;
  return clock.status === 'paused' ? clock.left : clock.endsAt - now;
}

/** 2:05, 1:02:00; overdrawn time with a plus, since it is time on top: +0:12. */
export function spell(left: number): string {
  const seconds = left < 0 ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
  const pad = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const text = hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
  return left < 0 ? `+${text}` : text;
}
