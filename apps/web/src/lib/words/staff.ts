import type { Reading } from './words.svelte.ts';

/** The load of a staff page: `export { forStaff as load } from '#lib/words/staff.ts'` in its +page.ts. */
export const forStaff = async ({ parent }: { parent: () => Promise<{ reading: Reading }> }): Promise<void> =>
  (await parent()).reading.forStaff();
