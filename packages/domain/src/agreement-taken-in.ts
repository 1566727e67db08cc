/** The texts that the server has taken in for a command about the agreement, before it is decided. */
export interface TakenIn {
  /** Salted digest of the text that came with the command. */
  digest?: string;
  /** For freezing: the digests of the parts of which the whole was made, in their order, and the hash of the whole. */
  whole?: { parts: readonly string[]; hash: string };
}
