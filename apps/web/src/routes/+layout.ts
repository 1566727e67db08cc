import { firstLanguage, speak } from '#lib/words/words.svelte.ts';

// The language, the size of type and the live state are the reader's own: the server has nothing to render for them.
export const ssr = false;

export const load = async () => ({ spoken: await speak(firstLanguage()) });
