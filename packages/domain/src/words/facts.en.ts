/** What the record says of each fact, as a clerk writes it: third person, past tense, ending in a full stop. */
import { fileKindsEn } from './files.en.ts';
import { agreementFactsEn } from './agreement-facts.en.ts';
import { dutyFactsEn } from './duties-facts.en.ts';
import { mediationEn } from './mediation.en.ts';
import { mediationFactsEn } from './mediation-facts.en.ts';
import type { DomainWords, FactParams } from './shape.ts';
import { servedEn, shortEn } from './notice.en.ts';
import { capacitiesEn, identityWaysEn, particularsEn, waysEn } from './lists.en.ts';
import { opinionFactsEn } from './opinion-facts.en.ts';
import { resultFactsEn } from './result-facts.en.ts';
import { soundingEn } from './soundings.en.ts';

/** Words that someone typed, set before our own full stop: theirs is left out. */
const said = (words: string) => words.replace(/[.。\s]+$/u, '');

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function length(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [counted(minutes, 'minute', 'minutes')] : []),
    ...(rest > 0 ? [counted(rest, 'second', 'seconds')] : []),
  ];
  return parts.join(' ');
}

function opened({ question, roll, remote, variants, ...asked }: FactParams['vote-opened']): string {
  const how = soundingEn.how(asked);
  const begins =
    `A named sounding was opened on “${said(question)}”${how === '' ? '' : ` (${how})`}, ` +
    `with ${roll} entitled to give their view` +
    (remote ? `, ${remote.count} of them remote (identity checked: ${remote.checked}).` : '.');
  return variants
    ? `${begins} ${variants.map((words, n) => soundingEn.listed(n + 1, said(words))).join('; ')}.`
    : begins;
}

export const factsEn: DomainWords['facts'] = {
  'meeting-called': ({ procedure, matter, time, place, notice, attachments }) =>
    `${procedure} called for ${time} at ${said(place)}; matter: ${said(matter)}. ` +
    (notice.way === 'served'
      ? `Notice was given at ${notice.servedAt}.`
      : notice.way === 'to-be-served'
        ? 'The text of the notice was settled, to be posted and served from then on.'
        : `It was called at once, without notice beforehand; on this it was said: ${said(notice.waiver)}.`) +
    (attachments.length === 0 ? '' : ` Attached: ${attachments.map((title) => `“${title}”`).join(', ')}.`),
  'notice-served': servedEn,
  'meeting-changed': ({ time, place, reason, noticed }) =>
    [
      ...(time ? [`The meeting was moved from ${time.from} to ${time.to}`] : []),
      ...(place ? [`${time ? 'its' : 'Its'} place was changed from “${place.from}” to “${place.to}”`] : []),
    ].join(', and ') + `; reason: ${said(reason)}.${noticed ? ' A new notice was to be posted and served.' : ''}`,
  'meeting-called-off': ({ time, reason }) => `The meeting was called off at ${time}; reason: ${said(reason)}.`,
  arrived: ({ name, way }) => `${name} arrived (${waysEn[way]}).`,
  departed: ({ name }) => `${name} left.`,
  'person-added': ({ name, capacities, side, substitutes }) => {
    const as = capacities.map((one) => mediationEn.as(one, side)).join(', ');
    return substitutes === null
      ? `${name} was added to those taking part (${as}).`
      : `${name} (${as}) came in for ${substitutes}.`;
  },
  'place-returned': ({ name, from }) => `${name} takes part in person after all; ${from} no longer stands in.`,
  'reply-given': ({ name, coming }) => (coming ? `${name} said they would come.` : `${name} said they could not come.`),
  'presence-confirmed': ({ count }) => `The chair confirmed ${count} present.`,
  'chair-taken': ({ name, from }) =>
    from === null ? `${name} took the chair.` : `${name} took the chair from ${from}.`,
  'identity-checked': ({ name, how, note, by }) =>
    `The identity of ${name}, who takes part remotely, was checked by ${by} (${identityWaysEn[how]}${note === null ? '' : `; ${said(note)}`}).`,
  'identity-check-withdrawn': ({ name, reason }) =>
    `The check of the identity of ${name} was withdrawn; reason: ${said(reason)}.`,
  'meeting-opened': ({ time, due, present, leave, deviation }) =>
    `The meeting opened at ${time}; ${present} of ${due} were present` +
    (leave === 0 ? '.' : `, ${leave} excused and ${due - present - leave} not yet there.`) +
    (deviation === null
      ? ''
      : ` The notice had been too short: ${deviation.from.map(shortEn).join('; ')}. The chair’s reason: ${said(deviation.reason)}.`),
  'meeting-adjourned': ({ time, reason }) =>
    reason === null
      ? `The chair adjourned the meeting at ${time}.`
      : `The chair adjourned the meeting at ${time}; reason: ${said(reason)}.`,
  'meeting-resumed': ({ time }) => `The meeting resumed at ${time}.`,
  'meeting-closed': ({ time, present }) => `The meeting closed at ${time}, with ${present} still present.`,
  'item-begun': ({ title }) => `The meeting went on to “${title}”.`,
  'item-skipped': ({ title, reason }) =>
    reason ? `The chair skipped “${title}”; reason: ${said(reason)}.` : `The chair skipped “${title}”.`,
  'step-undone': ({ step, title }) =>
    `The chair took back the ${{ 'item-begun': 'step to', 'item-skipped': 'skipping of', 'item-moved': 'moving of' }[step]} “${title}”.`,
  'item-added': ({ title }) => `“${title}” was added to the agenda.`,
  'item-withdrawn': ({ title, reason }) => `“${title}” was withdrawn from the agenda; reason: ${said(reason)}.`,
  'item-moved': ({ title, after }) =>
    after === null
      ? `“${title}” was moved to the first place on the agenda.`
      : `On the agenda “${title}” was moved to follow “${after}”.`,
  'clock-started': ({ seconds }) => `The time was set to ${length(seconds)}.`,
  'clock-paused': () => 'The clock was stopped for a while.',
  'clock-resumed': () => 'The clock went on.',
  'clock-stopped': () => 'The clock was taken off.',
  'floor-asked': ({ name, kind }) =>
    kind === 'speech' ? `${name} asked for the floor.` : `${name} asked to raise a point of order.`,
  'floor-request-withdrawn': ({ name }) => `The request of ${name} for the floor was withdrawn.`,
  'floor-request-moved': ({ name }) => `The chair changed the turn of ${name}.`,
  'floor-given': ({ name, kind }) => (kind === 'speech' ? `${name} spoke.` : `${name} raised a point of order.`),
  'speech-paused': () => 'The speech was interrupted.',
  'speech-resumed': () => 'The speech went on.',
  'speech-ended': () => 'The speech ended.',
  'speech-extended': ({ seconds }) => `The chair gave the speaker ${length(seconds)} more.`,
  'speaking-time-set': ({ title, seconds }) =>
    seconds === null
      ? `The chair lifted the limit on speeches to “${title}”.`
      : `The chair limited each speech to “${title}” to ${length(seconds)}.`,
  'vote-opened': opened,
  'ballot-cast': ({ name }) => `${name} gave a view.`,
  'ballot-changed': ({ name }) => `${name} changed the view given, before the sounding was closed.`,
  'vote-closed': () => 'The chair closed the sounding.',
  'counting-begun': () => 'Counting began.',
  'hand-entered': ({ name, reason }) => `The view of ${name} was entered by hand; reason: ${said(reason)}.`,
  'vote-established': () => 'The result of the sounding was established.',
  'vote-published': ({ names, ...result }) =>
    `The chair announced the result of the sounding. ${soundingEn.result(result)}` +
    (names ? ` ${said(soundingEn.named(names, result.grades).join('; '))}.` : ''),
  'vote-annulled': ({ reason }) => `The sounding was annulled; reason: ${said(reason)}.`,
  ...opinionFactsEn,
  'minutes-shared': ({ shared }) =>
    shared
      ? 'The draft of the minutes was opened to those taking part.'
      : 'The draft of the minutes was closed to those who do not write it.',
  'writer-admitted': ({ name }) => `${name} was admitted to write in the minutes.`,
  'writer-dismissed': ({ name }) => `${name} no longer writes in the minutes.`,
  'minutes-circulated': () => 'The minutes were circulated to those who attended.',
  'amendment-proposed': ({ name, section, words }) =>
    `${name} proposed an amendment to the minutes (${section === null ? 'opening' : `“${section}”`}): ${said(words)}.`,
  'amendment-decided': ({ name, taken, reason }) =>
    `The amendment proposed by ${name} was ${taken ? 'taken into the minutes' : 'not taken into the minutes'}` +
    (reason === null ? '.' : `; reason: ${said(reason)}.`),
  'minutes-confirmed': ({ name, as }) =>
    `${name} confirmed the minutes as ${as.map((capacity) => capacitiesEn[capacity]).join(' and ')}.`,
  'minutes-frozen': ({ hash }) => `The minutes were fixed; SHA-256 of their text: ${hash}.`,
  ...resultFactsEn,
  'attachment-added': ({ title, kind }) => `${fileKindsEn[kind]} “${title}” was put before the meeting.`,
  'attachment-withdrawn': ({ title, reason }) => `“${title}” was withdrawn; reason: ${said(reason)}.`,
  'photo-taken': () => 'A photo of the meeting was taken.',
  'photo-discarded': () => 'A photo of the meeting was taken away again.',
  ...agreementFactsEn,
  ...dutyFactsEn,
  ...mediationFactsEn,
  'file-erased': () => 'A file of the meeting was erased; the record stays as it is.',
  'record-restored': ({ fork }) =>
    `The record up to here was restored from a backup (restore no. ${fork}) and goes on from here.`,
  'particulars-erased': ({ name, kinds }) =>
    `Particulars of ${name} (${kinds.map((kind) => particularsEn[kind]).join(', ')}) were erased from the register; the record stays as it is.`,
};
