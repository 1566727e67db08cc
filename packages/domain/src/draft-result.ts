/**
 * The result's text for the public board, drafted from the record as an official would put it together; revised by hand
 * before it goes out. Loaded by the page on which it is written alone. Whose opinion it was is never said, and names that
 * somebody typed into one are masked: what a board needs is the opinion and what became of it.
 */
import type { NoticeWords } from './acts/notice.ts';
import { dayOf, writtenDay } from './days.ts';
import type { Language } from './language.ts';
import { mostText } from './notice-text.ts';
import { rollOf } from './papers/roll.ts';
import { procedures } from './procedures/catalogue.ts';
import { forEverybody } from './public-text.ts';
import { uptakes } from './stances.ts';
import type { View } from './view.ts';
import type { ResultMaterial, ResultWording } from './words/draft-result-shape.ts';
import { draftResultEn } from './words/draft-result.en.ts';
import { draftResultZh } from './words/draft-result.zh-CN.ts';
import { pageWordsOf } from './words/pages.ts';

const wordings: Readonly<Record<Language, ResultWording>> = { 'zh-CN': draftResultZh, en: draftResultEn };

/** The draft in the language of the record; `view` as those who lead see it once the minutes are final. */
export function draftResult(view: View): NoticeWords {
  const wording = wordings[view.language];
  const words = pageWordsOf(view.language);
  const material = materialOf(view, wording);
  const body = wording.body(material, words).join('\n').slice(0, mostText.body);
  return { title: wording.title(material).slice(0, mostText.title), body, signature: material.organ };
}

function materialOf(view: View, { masked }: ResultWording): ResultMaterial {
  const { language, community, body, matter, place, procedure, votes, proposal } = view;
  const told = teller(view, masked);
  const { effects } = procedures[procedure.id] ?? {};
  return {
    ...{ matter, place },
    procedure: procedure.name[language],
    organ: view.desk?.notice.text?.signature ?? pageWordsOf(language).notice.organ(community.name, body),
    held: writtenDay(dayOf(view.openedAt ?? view.plannedAt, community.timeZone), language),
    roll: rollFor(view),
    stances: stancesOf(view),
    soundings: votes.order.flatMap((id) => {
      const vote = votes.byId[id];
      if (!vote?.counts || vote.status !== 'published') return [];
      const variants = vote.variants?.map(told) ?? null;
      return [{ ...vote, counts: vote.counts, question: told(vote.question), variants }];
    }),
    proposal: (proposal?.text ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(told),
    effects: (effects ?? []).map(({ value }) => value[language]),
    opinions: byUptake(view, told),
  };
}

/** A text without the names of those who were there, and without what may not stand on a board. */
function teller({ matter, place, people, community, body }: View, masked: (name: string) => string) {
  const known = [matter, place, community.name, body];
  const names = people.order.map((seat) => people.bySeat[seat]?.name ?? '');
  const masking = names.filter((name) => name.length > 1 && !known.some((text) => text.includes(name)));
  return (text: string): string => {
    const unnamed = masking.reduce((said, name) => said.replaceAll(name, masked(name)), text);
    return forEverybody(unnamed, { known, observers: [] });
  };
}

function rollFor(view: View): ResultMaterial['roll'] {
  const { due, came } = rollOf(view);
  const isMember = ({ capacities }: (typeof due)[number]) => capacities.includes('member');
  const representatives = due.some(isMember);
  const counted = (people: typeof due) => (representatives ? people.filter(isMember) : people).length;
  return { representatives, due: counted(due), came: counted(came) };
}

function stancesOf({ opinions }: View): ResultMaterial['stances'] {
  const counts: ResultMaterial['stances'] = {};
  for (const one of Object.values(opinions.byId)) counts[one.stance] = (counts[one.stance] ?? 0) + 1;
  return counts;
}

function byUptake({ opinions }: View, told: (text: string) => string): ResultMaterial['opinions'] {
  const listed = opinions.order.flatMap((id) => opinions.byId[id] ?? []);
  return uptakes.flatMap((uptake) => {
    const all = listed.flatMap(({ category, gist, mark }) =>
      mark?.uptake === uptake
        ? [{ category: category && told(category), gist: told(gist), reason: mark.reason && told(mark.reason) }]
        : [],
    );
    return all.length === 0 ? [] : [{ uptake, all }];
  });
}
