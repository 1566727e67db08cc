/** What a language must bring so that the public result can be drafted in it. */
import type { Stance, Uptake } from '../stances.ts';
import type { PageWords, SoundingResult } from './shape.ts';

/** What a language makes the text of; everything already as everybody may read it. */
export interface ResultMaterial {
  matter: string;
  procedure: string;
  organ: string;
  place: string;
  /** 2026年11月25日 */
  held: string;
  /** Representatives, where there are any, else everybody who takes part. */
  roll: { representatives: boolean; due: number; came: number };
  stances: Partial<Record<Stance, number>>;
  soundings: readonly ({ question: string; variants: readonly string[] | null } & SoundingResult)[];
  /** Paragraphs of the tendency proposal. */
  proposal: readonly string[];
  /** What the procedure says the outcome is good for. */
  effects: readonly string[];
  opinions: readonly {
    uptake: Uptake;
    all: readonly { category: string | null; gist: string; reason: string | null }[];
  }[];
}

export interface ResultWording {
  title: (said: ResultMaterial) => string;
  body: (said: ResultMaterial, words: PageWords) => string[];
  /** A name that somebody typed, as a board shows it. */
  masked: (name: string) => string;
}
