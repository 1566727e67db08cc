import { get, type Replied } from './request.ts';

/** As long as whoever types pauses between two words, ms. */
const pause = 250;

/**
 * Asks once nobody types any more. An answer that comes late belongs to an earlier word and is not told.
 * @returns stops, for an effect
 */
export function askSoon<T>(path: string, onanswer: (replied: Replied<T>) => void): () => void {
  let wanted = true;
  const timer = setTimeout(async () => {
    const replied = await get<T>(path);
    if (wanted) onanswer(replied);
  }, pause);
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
