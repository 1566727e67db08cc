import { firstLanguage, Reading, speak } from '#lib/words/words.svelte.ts';

// The language, the size of type and the live state are the reader's own: the server has nothing to render for them.
export const ssr = false;

// Loaded once, since nothing here depends on the page: what the reader chooses later is the reading's own.
export const load = async () => ({ reading: new Reading(await speak(firstLanguage())) });
