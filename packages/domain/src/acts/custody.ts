/** What happens to the record as a whole, apart from the meeting: facts that no command of a seat leads to. */
import { z } from 'zod';
import { id, safeInteger } from '../text.ts';

/** The seat under which the installation itself acts, as `system`; it belongs to nobody. */
export const systemSeat = '00000000-0000-0000-0000-000000000000';

/** What is kept of a person beside the name, and can be erased. */
export const particularKinds = ['phone', 'identity-number', 'address', 'remark'] as const;

/**
 * On which ground a file is erased, as Article 47 of the Personal Information Protection Law (个人信息保护法) lists them: its
 * purpose is achieved or gone, its term is over, the person withdrew consent, it was handled against law or agreement, or
 * another law says so.
 */
export const erasureGrounds = ['no-longer-needed', 'term-over', 'consent-withdrawn', 'unlawful', 'other-law'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

export const custodyEventSchemas = [
  /**
   * The record up to here was restored from a backup and goes on from here. `backup`: its id; `fork`: the how-manieth
   * restore of the installation it was. A record that went on elsewhere from the same backup differs from here on.
   */
  z.strictObject({ type: z.literal('record-restored'), backup: id, fork: safeInteger.min(1) }),
  /** A person's particulars were erased from the register; what this record says of them stays. */
  z.strictObject({ type: z.literal('particulars-erased'), person: id, kinds: z.array(z.enum(particularKinds)).min(1) }),
  /**
   * The bytes of a file of this meeting were erased, with its name and the salt; what the record says of it stays. The reason
   * in words may name what was erased: it stands in the row.
   */
  z.strictObject({ type: z.literal('file-erased'), file: id, ground: z.enum(erasureGrounds).optional() }),
] as const;
export type CustodyEvent = z.infer<(typeof custodyEventSchemas)[number]>;
