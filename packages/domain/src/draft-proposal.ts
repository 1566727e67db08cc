/** Apart from the other words, so that only the page on which a proposal is written loads it. */
import type { Language } from './language.ts';
import { draftEn } from './words/draft.en.ts';
import { draftZh } from './words/draft.zh-CN.ts';
import type { ProposalMaterial } from './words/shape.ts';

/**
 * A text to begin the tendency proposal with, put together from opinions and soundings as an official would; blanks stand
 * where somebody must decide. It is nobody's word until the chair has edited and stated it.
 * @param language that of the record
 */
export function draftProposal(language: Language, material: ProposalMaterial): string {
  return { 'zh-CN': draftZh, en: draftEn }[language](material);
}
