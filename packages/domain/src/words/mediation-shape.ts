/** What a language must bring for mediations. */
import type { rightsNotice, PartyAnswer } from '../acts/mediation.ts';
import type { ServingWay } from '../acts/notice.ts';
import type { Capacity } from '../capacities.ts';

/** What parties are told before a mediation (人民调解法 art. 23, 24, 31–33): each part with its heading and its sentences. */
export interface RightsNotice {
  title: string;
  parts: { heading: string; items: string[] }[];
}

/** A party's answer with the name as called. */
export type AnswerGiven = PartyAnswer & { name: string };

export interface MediationWording {
  /** 甲方: 1 is the first. */
  side: (n: number) => string;
  /** In what capacity somebody sits, a party with the side: 甲方当事人. */
  as: (capacity: Capacity, side?: number | null) => string;
  /** Every version that an acknowledgment can name. */
  rightsNotices: { [V in typeof rightsNotice]: RightsNotice };
  next: Record<PartyAnswer['next'], string>;
  /** The other channels that the law names (art. 26), as a party names one. */
  channels: readonly string[];
  servingWays: Record<ServingWay, string>;
  /** The one line that those outside are shown; `now`: it is in session. */
  notPublic: (said: { procedure: string; now: boolean }) => string;
}

export type MediationCode =
  'not-a-mediation' | 'not-a-party' | 'side-missing' | 'rights-notice-outdated' | 'answer-missing' | 'answered-twice';
