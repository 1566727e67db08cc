/** How an opinion stands to the matter, and whether the proposal takes it up; apart from their schemas, which a phone does not load. */
export const stances = ['for', 'conditional', 'against', 'suggestion'] as const;
export type Stance = (typeof stances)[number];

/** Whether the tendency proposal takes an opinion up: 采纳, 部分采纳, 未采纳. */
export const uptakes = ['taken', 'partly', 'not-taken'] as const;
export type Uptake = (typeof uptakes)[number];
