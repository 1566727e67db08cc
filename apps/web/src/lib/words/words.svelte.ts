import { dayOf, writtenHour, writtenMoment, writtenWeekday } from '@yishiting/domain/days';
import type { PageWords } from '@yishiting/domain/words/shape';
import { getContext, setContext } from 'svelte';
import type { StaffWords, Words } from './shape.ts';

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];
export const typeSizes = ['normal', 'large', 'largest'] as const;
export type TypeSize = (typeof typeSizes)[number];

/** What is said in one language: the words of pages, and those of codes, capacities and states. */
export interface Spoken {
  language: Language;
  words: Words;
  domain: PageWords;
}

/** Only the language that is read is loaded: a phone on a slow line need not fetch the other. */
const loading: Record<Language, () => Promise<Spoken>> = {
  'zh-CN': async () => {
    const [pages, domain] = await Promise.all([import('./zh-CN.ts'), import('@yishiting/domain/words/zh-CN')]);
    return { language: 'zh-CN', words: pages.zhCN, domain: domain.zhCN };
  },
  en: async () => {
    const [pages, domain] = await Promise.all([import('./en.ts'), import('@yishiting/domain/words/en')]);
    return { language: 'en', words: pages.en, domain: domain.en };
  },
};
export const speak = (language: Language): Promise<Spoken> => loading[language]();

/** The words of staff pages are loaded by the routes of those pages alone (staff.ts). */
const loadingForStaff: Record<Language, () => Promise<StaffWords>> = {
  'zh-CN': async () => (await import('./staff.zh-CN.ts')).staffZhCN,
  en: async () => (await import('./staff.en.ts')).staffEn,
};
export async function speakForStaff(language: Language): Promise<Spoken & { words: StaffWords }> {
  const [spoken, words] = await Promise.all([speak(language), loadingForStaff[language]()]);
  return { ...spoken, words };
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`yishiting ${name}`);
  } catch {
    return null;
  }
}
function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`yishiting ${name}`, value);
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}

/** The language chosen here before, else the browser's, else Chinese. */
export function firstLanguage(): Language {
  if (typeof navigator === 'undefined') return 'zh-CN';
  const chosen = remembered('language');
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  const preferred = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return preferred?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function firstTypeSize(): TypeSize {
  const chosen = typeof navigator === 'undefined' ? null : remembered('type');
  return typeSizes.find((size) => size === chosen) ?? 'normal';
}

/** The reader's language and size of type; changing either changes the page at once. */
export class Reading {
  #spoken = $state.raw() as Spoken;
  /** The choice that was made last: an earlier one that is loaded later changes nothing. */
  #chosen: Language;
  /** What is loaded with a language: the words of staff pages only once one of these was opened. */
  #speak: (language: Language) => Promise<Spoken> = speak;
  typeSize = $state<TypeSize>(firstTypeSize());

  constructor(spoken: Spoken) {
    this.#spoken = spoken;
    this.#chosen = spoken.language;
  }
  get language(): Language {
    return this.#spoken.language;
  }
  get words(): Words {
    return this.#spoken.words;
  }
  /** Words of codes, capacities and states. */
  get domain(): PageWords {
    return this.#spoken.domain;
  }

  /** The page stays in its language while the other cannot be fetched. */
  async choose(language: Language): Promise<void> {
    this.#chosen = language;
    const speaking = this.#speak;
    const spoken = await speaking(language).catch(() => null);
    if (spoken === null || this.#chosen !== language) return;
    if (speaking !== this.#speak) return this.choose(language);
    this.#spoken = spoken;
    remember('language', language);
  }

  /** Loads the words of staff pages; fails when they cannot be fetched. From then on this is a StaffReading. */
  async forStaff(): Promise<void> {
    this.#speak = speakForStaff;
    while (!this.hasStaffWords) {
      const spoken = await speakForStaff(this.language);
      if (spoken.language === this.language) this.#spoken = spoken;
    }
  }
  get hasStaffWords(): boolean {
    return 'chair' in this.words;
  }

  chooseType(size: TypeSize): void {
    this.typeSize = size;
    remember('type', size);
  }

  /** 2026年3月10日（星期二）上午9:00 / Tuesday, 10 March 2026, 9:00 */
  date(at: number, timeZone = 'Asia/Shanghai'): string {
    return writtenMoment(at, timeZone, this.language);
  }

  /** 2026年3月10日（星期二） / Tuesday, 10 March 2026 */
  day(at: number, timeZone = 'Asia/Shanghai'): string {
    return writtenWeekday(dayOf(at, timeZone), this.language);
  }

  /** 上午9:00 / 9:00 */
  time(at: number, timeZone = 'Asia/Shanghai'): string {
    return writtenHour(at, timeZone, this.language);
  }
}

/** The reading of staff pages: the words of everybody's pages and their own. */
export type StaffReading = Reading & { readonly words: StaffWords };

const key = Symbol('reading');

export function setReading(reading: Reading): Reading {
  return setContext(key, reading);
}

/** The language and words of the page. */
export function getReading(): Reading {
  const reading = getContext<Reading | undefined>(key);
  if (!reading) throw new Error('getReading() is called outside the layout, which calls setReading(data.reading)');
  return reading;
}

/** The language and words of a staff page, whose +page.ts has loaded them. */
export function getStaffReading(): StaffReading {
  const reading = getReading();
  if (!reading.hasStaffWords)
    throw new Error('getStaffReading() is called on a page whose +page.ts does not export the load of words/staff.ts');
  return reading as StaffReading;
}
