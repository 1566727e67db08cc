import type { PaperWords } from './words-shape.ts';

/** in favour 3, against 2 */
const figures = (counts: readonly (readonly [string, number])[]) =>
  counts.map(([what, count]) => `${what} ${count}`).join(', ');

export const paperWordsEn: PaperWords = {
  demonstration: 'Demonstration',
  draft: 'Draft, not confirmed by chair and recorder',
  circulated: 'Circulated for reading, not confirmed by chair and recorder',
  line: (name, said) => `${name}: ${said}`,
  names: (names) => names.join(', '),
  none: 'None',
  unrecorded: 'Not recorded',
  signature: (who) => `${who} (signature):`,
  signedOn: 'Date:',
  matter: 'Matter',
  time: 'Time',
  place: 'Place',
  convener: 'Convened by',
  chair: 'Chair',
  recorder: 'Recorder',
  attendance: 'Attendance',
  counts: (due, came) => `${came} of ${due} came`,
  came: 'Who came',
  absent: 'Who did not come',
  observers: 'Observers',
  people: (count) => String(count),
  group: (who, count, names) => `${who} (${count}): ${names}`,
  minutes: {
    title: (procedure) => `Minutes: ${procedure}`,
    faces:
      'What has a line at its left was recorded by the system as it happened; the rest was written by the recorder.',
    opening: 'Before the first item',
    numbered: (number, title) => `${number}. ${title}`,
    nothing: '(nothing recorded under this item)',
    skipped: '(this item was not taken)',
    withdrawn: '(this item was withdrawn)',
    confirmed: (who, name, when) => `${name} (${who}) confirmed these minutes on ${when}.`,
    frozen: (when) => `The text was made final on ${when}.`,
    attendants: 'I have read these minutes and they agree with what happened. Signatures of those who attended:',
  },
  summary: {
    title: (procedure) => `Summary minutes: ${procedure}`,
    basics: 'Basic facts',
    held: (time, body, place, procedure, matter) =>
      `${body} held a meeting (${procedure}) on ${time}, at ${place}, to hear opinions and suggestions on “${matter}”.`,
    led: (chair, recorder) => `Chair: ${chair ?? 'not recorded'}. Recorder: ${recorder ?? 'not recorded'}.`,
    present: (due, came, absent) => `${came} of ${due} came, ${absent} did not.`,
    observers: (count) => ` Observers: ${count}.`,
    who: (name, groups) => `${name}: ${groups.join('; ')}.`,
    course: 'Course of the meeting',
    opinions: 'Opinions of the representatives in brief',
    heard: (speakers, count, stances) =>
      `The meeting heard ${speakers === 1 ? '1 person' : `${speakers} people`}, with ${count === 1 ? '1 opinion' : `${count} opinions`} in all: ${figures(stances)}.`,
    noOpinions: 'Opinions of the representatives were not recorded one by one.',
    uptake: (uptake, reason) =>
      `Outcome: ${uptake}.${reason === null ? '' : ` Reason: ${reason.replace(/[.。\s]+$/u, '')}.`}`,
    unmarked: 'not settled yet',
    answers: 'Answers of the responsible unit',
    unanswered: (count) => (count === 1 ? '1 question was not answered.' : `${count} questions were not answered.`),
    soundings: 'Soundings',
    sounding: (question, result) => `The meeting was sounded on “${question}”. ${result}`,
    proposal: 'Tendency proposal',
    taken: (count, uptakes) =>
      `What became of the ${count === 1 ? 'opinion' : `${count} opinions`}: ${figures(uptakes)}.`,
    noProposal: {
      final: 'The meeting formed no tendency proposal.',
      open: 'No tendency proposal has been stated yet.',
    },
    reference: 'The above is for the reference of the government, its departments and the units concerned.',
    copies: 'Copies to',
    copiesTo: 'the sub-district office',
    completed: (day) => `Final since ${day}`,
    notCompleted: 'Not final yet',
  },
  supplements: {
    title: 'Supplements',
    opening: 'Before the first item',
    heading: (n: number, when: string, section: string) => `Supplement ${n} (${when}, on “${section}”)`,
    replaced: (quote: string, words: string) => `In place of “${quote}” rightly “${words}”.`,
    added: (words: string) => `To be added: ${words}`,
    reason: (reason: string) => `Reason: ${reason.replace(/[.。\s]+$/u, '')}.`,
    who: (capacity: string, name: string) => `${name} (${capacity})`,
    and: (names: readonly string[]) => names.join(' and '),
    confirmed: (who: string) => `Confirmed by ${who}.`,
  },
  sheet: {
    title: (procedure) => `Sign-in sheet: ${procedure}`,
    columns: ['No.', 'Name', 'Unit / building', 'Capacity', 'Came at', 'Signature'],
    remote: ' (remote)',
    before: (due) => `Due: ${due}. Came: ______ Excused: ______ Absent: ______`,
    after: (due, came, observers) =>
      `${came} of ${due} came${observers > 0 ? `; besides, observers: ${observers}` : ''}.`,
  },
  cards: { title: (procedure) => `Name cards: ${procedure}` },
  seal: {
    title: 'Record seal',
    version: 'Record and version',
    versionSaid: (meeting, version) => `${meeting}, entry ${version}`,
    head: 'Hash of the record (SHA-256)',
    text: 'Hash of the text (SHA-256)',
    signature: 'Signature (Ed25519, first 32 digits)',
    key: 'Public key (Ed25519)',
    at: 'Sealed at',
    how: (page) =>
      `To check: open ${page}, find the seal of the same meeting and version, and compare these figures digit by digit; whoever keeps the record can run npm run verify-record to check all of it.`,
  },
};
