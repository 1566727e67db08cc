/** The record seal as printed: enough to hold the paper against the list of seals, by whoever has it in hand. */
import type { RecordSeal } from '../record-seal.ts';
import type { View } from '../view.ts';
import { writtenMoment } from '../days.ts';
import { paperWords } from './words.ts';

export interface SealPart {
  title: string;
  rows: [name: string, value: string][];
  how: string;
}

/** @param page where the community's seals are listed */
export function sealPart(view: View, { seal, page }: { seal: RecordSeal; page: string }): SealPart {
  const { language, community, minutes } = view;
  const words = paperWords[language].seal;
  const text: SealPart['rows'] = minutes?.hash ? [[words.text, minutes.hash]] : [];
  return {
    title: words.title,
    rows: [
      [words.version, words.versionSaid(seal.meeting, seal.version)],
      ...text,
      [words.head, seal.head],
      [words.signature, seal.signature.slice(0, 32)],
      [words.key, seal.key],
      [words.at, writtenMoment(seal.at, community.timeZone, language)],
    ],
    how: words.how(page),
  };
}
