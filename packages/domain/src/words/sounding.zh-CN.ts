/** 意向征询结果的写法。 */
import type { SoundingResult } from './shape.ts';

export const decidesNothingZh = '意向征询不作决定。';

export const resultZh = ({ roll, returned, yes, no, abstain }: SoundingResult) =>
  `应表态 ${roll} 人，已表态 ${returned} 人：赞成 ${yes} 人，不赞成 ${no} 人，弃权 ${abstain} 人。${decidesNothingZh}`;
