/** How often the tests with random rounds turn; see rounds.mjs. */
export declare const table: Record<string, { test: number; soak: number }>;
/** @throws for a name that is not in the table */
export declare function rounds(name: string): number;
