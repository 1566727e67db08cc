/** Figures of a run, and how they are printed: as ratios to what ran in turn with them. */

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** The value below which this share of the numbers lies; NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const line = sorted(numbers);
  return line[Math.min(line.length - 1, Math.ceil(share * line.length) - 1)] ?? NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export interface Comparison {
  /** As in «500 ballots at one instant, p99 of the answer». */
  what: string;
  /** As in «the same without a database». */
  peer: string;
  /** One number a round, of the same round as the peer's. */
  ours: readonly number[];
  theirs: readonly number[];
  unit: string;
  /** The ratio we aim at, at most. */
  aim?: number;
}

const short = (value: number): string => (value < 100 ? value.toPrecision(3) : value.toFixed());

/** One line: the median of the rounds' ratios with the middle half of them, and what the numbers were on this machine. */
export function line({ what, peer, ours, theirs, unit, aim }: Comparison): string {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? NaN));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  const aimed = aim === undefined ? '' : `, aim ≤ ${aim}`;
  const here = `${short(median(ours))} to ${short(median(theirs))} ${unit} here`;
  return `${what}: ${middle} × ${peer} (${low} … ${high} in ${ratios.length} rounds${aimed}; ${here})`;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
