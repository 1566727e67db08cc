import type { Language } from '../language.ts';
import { en } from './en.ts';
import { factsEn } from './facts.en.ts';
import { factsZh } from './facts.zh-CN.ts';
import type { DomainWords } from './shape.ts';
import { zhCN } from './zh-CN.ts';

const languages: Readonly<Record<Language, DomainWords>> = {
  'zh-CN': { ...zhCN, facts: factsZh },
  en: { ...en, facts: factsEn },
};

/** All words in one language, those of the record among them. */
export const wordsOf = (language: Language): DomainWords => languages[language];
