/**
 * The browser as it names itself, for the record of a signature.
 * @param agent the request's user agent
 * @returns at most 300 characters without control characters; empty where it says nothing
 */
export const deviceOf = (agent: string | undefined): string =>
  (agent ?? '').replace(/[^\x20-\x7e]/gu, '').slice(0, 300);
