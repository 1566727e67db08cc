/** 入会卡: a card to cut out for each seat, with the code that enters, and what to type without a camera. */
import { spacedCode, typedAddress } from '../typing.ts';
import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
import { paperHead, type Paper } from './paper.ts';
import { writtenMoment } from '../days.ts';
import { paperWords } from './words.ts';

/** A QR code drawn as one path in a square of `size` modules, each one unit wide. */
export interface QrCode {
  size: number;
  path: string;
}

export interface EntryCard {
  name: string;
  /** Capacities, and for whom they stand. */
  who: string[];
  qr: QrCode;
  /** What the code leads to, for those who do not see it. */
  label: string;
}

export interface EntryCardsPaper extends Paper {
  matter: string;
  /** Time and place. */
  facts: string[];
  /** How one enters, line by line. */
  how: string[];
  cards: EntryCard[];
}

/**
 * The cards; null for whoever does not lead. Names and capacities come from the meeting, and nothing on a card from
 * whoever asks for it but the link.
 * @param links a code for each seat, in the order of the cards; seats the meeting does not have are left out
 * @param reach where phones find the server, and the short code while people may join
 */
export function entryCardsPaper(
  view: View,
  links: readonly { seat: string; qr: QrCode }[],
  { now, reach }: { now: number; reach: { origin: string; joinCode: string | null } },
): EntryCardsPaper | null {
  if (!view.desk) return null;
  const { language, community, people } = view;
  const [all, words] = [paperWords[language], paperWords[language].entry];
  const { mediation } = pageWordsOf(language);
  const cards = links.flatMap(({ seat, qr }): EntryCard[] => {
    const person = people.bySeat[seat];
    if (!person) return [];
    const held = all.names(person.capacities.map((capacity) => mediation.as(capacity, person.side)));
    const who = person.standing ? [held, person.standing] : [held];
    return [{ name: person.name, who, qr, label: words.label(person.name) }];
  });
  return {
    ...paperHead(view, words.title(view.procedure.name[language]), now),
    // A card lies about: what parties settle between themselves does not stand on it.
    matter: view.mediation ? view.procedure.name[language] : view.matter,
    facts: [
      all.line(all.time, writtenMoment(view.plannedAt, community.timeZone, language)),
      all.line(all.place, view.place),
    ],
    how:
      reach.joinCode === null
        ? [words.scan]
        : [words.open(typedAddress(reach.origin)), words.type(spacedCode(reach.joinCode))],
    cards,
  };
}
