import { agreementRefusalsEn } from './agreement.en.ts';
import { dutyRefusalsEn } from './duties.en.ts';
import { fileRefusalsEn } from './files.en.ts';
import { dayFromIso, writtenDay } from '../days.ts';
import type { ChannelName } from './notice-shape.ts';
import { channelsEn, shortEn } from './notice.en.ts';
import { mediationRefusalsEn } from './mediation.en.ts';
import type { DomainWords, RefusalParams } from './shape.ts';
import { basisEn, opinionRefusalsEn } from './opinions.en.ts';
import { registerRefusalsEn } from './register.en.ts';
import { resultRefusalsEn } from './result.en.ts';
import { phasesEn } from './lists.en.ts';

const tooShortDo =
  'Wait for that day, or complete the notice first. If the meeting must open now, the chair gives the reason, which stands in the record and in the minutes.';

function tooShort(p: RefusalParams): string {
  const earliest = dayFromIso(String(p['earliest'] ?? ''));
  const day = Number.isNaN(earliest) ? null : writtenDay(earliest, 'en');
  const missing = typeof p['missing'] === 'string' && Object.hasOwn(channelsEn, p['missing']) ? p['missing'] : null;
  if (p['document-en'] === undefined || (missing === null && day === null))
    return 'The notice of the meeting was too short';
  return shortEn({
    days: typeof p['days'] === 'number' ? p['days'] : null,
    clear: p['clear'] === 1,
    document: String(p['document-en']),
    place: String(p['place'] ?? ''),
    missing: missing as ChannelName | null,
    earliest: day,
    people: typeof p['people'] === 'number' ? p['people'] : 0,
  });
}

const item = (title: string | number | undefined) => (title === undefined ? 'This item' : `“${title}”`);

function phase(name: string | number | undefined): string {
  const known: Readonly<Record<string, string>> = phasesEn;
  const words = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  return words === undefined
    ? 'This step has no place in the present state of the meeting.'
    : `The meeting is ${words}; this step has no place now.`;
}

function pending(count: string | number | undefined, title: string | number | undefined): string {
  const first = title === undefined ? '' : `, the first being “${title}”`;
  const items = count === 1 ? '1 item has' : `${count ?? 'Some'} items have`;
  return `${items} not been dealt with${first}, so the meeting cannot close.`;
}

export const refusalsEn: DomainWords['refusals'] = {
  malformed: () => ({
    says: 'Something in what was sent is not right, and nothing was saved.',
    do: 'Check what you entered and try again; if that does not help, reload the page.',
  }),
  'too-large': () => ({
    says: 'What was sent is too large, and nothing was saved.',
    do: 'Shorten the text or choose a smaller file.',
  }),
  'too-fast': () => ({
    says: 'Too many actions in a short time; this one was not taken.',
    do: 'Wait a moment and try again.',
  }),
  'not-found': () => ({
    says: 'Nothing was found here.',
    do: 'Check the link or number; if in doubt, ask the staff of the meeting.',
  }),
  'not-signed-in': () => ({
    says: 'You are not signed in, or your sign-in has ended.',
    do: 'Sign in again, or open your personal link again.',
  }),
  'wrong-origin': () => ({
    says: 'This request did not come from a page of this system and was not taken.',
    do: 'Enter again through the link to the meeting.',
  }),
  'protocol-outdated': () => ({
    says: 'The system was updated and your page is an older one.',
    do: 'Reload the page.',
  }),

  'wrong-password': () => ({
    says: 'The sign-in name or the password is wrong.',
    do: 'Check both and try again; after several wrong ones the wait grows longer. If you forgot your password, ask the administrator of your community.',
  }),
  'password-overdue': () => ({
    says: 'Your password is more than half a year old and has to be changed before you go on.',
    do: 'Set a new one: at least 8 characters, with at least two of letters, digits and symbols.',
  }),
  'wrong-code': () => ({
    says: 'No meeting has this code.',
    do: 'Look at the screen in the room and enter its six digits again.',
  }),
  'link-void': () => ({
    says: 'This personal link is no longer valid.',
    do: 'Use the link that was given to you last, or ask the recorder for a new one.',
  }),
  'link-in-use': () => ({
    says: 'This personal link is in use on another device.',
    do: 'Take part on that device; to use this one too, choose “Ask the recorder to admit me”.',
  }),
  'no-such-request': () => ({
    says: 'This request to be let in was dealt with already, or is no longer made.',
    do: 'Nothing is left to do; look at the requests that stand now.',
  }),
  'wrong-screen-code': () => ({
    says: 'No screen shows this code.',
    do: 'Look at the six characters that the device shows now; a code works once and changes every ten minutes.',
  }),
  'no-such-screen': () => ({
    says: 'There is no projector to show this on, or the one chosen has been disconnected.',
    do: 'Open or connect a projector, then choose where to show it.',
  }),
  'queue-full': () => ({
    says: 'No more can be lined up.',
    do: 'Show or remove something first, then add the new one.',
  }),

  'not-entitled': () => ({
    says: 'In this meeting you are not entitled to take this step.',
    do: 'If it is needed, ask the chair or the recorder.',
  }),
  'wrong-phase': (p) => ({
    says: phase(p.phase),
    do: `See the state of the meeting at the top of the page; for what belongs to a running meeting, wait until the chair opens or resumes it.${basisEn(p)}`,
  }),
  'password-needed': () => ({
    says: 'Taking the chair asks for your own password.',
    do: 'Enter your password and try again.',
  }),

  'notice-too-short': (p) => ({ says: `${tooShort(p)}. The meeting cannot be opened now.`, do: tooShortDo }),
  'no-such-notice': () => ({
    says: 'This meeting asks for no such notice to be recorded.',
    do: 'Reload the page and record what is listed there; a meeting called at once has no notice.',
  }),
  'notice-in-future': () => ({
    says: 'The time of posting or serving is later than now; it was not recorded.',
    do: 'Record it once the notice has been posted or served, with the time of that.',
  }),
  'notice-before-change': () => ({
    says: 'That time lies before the meeting was changed; only the former notice can have been posted then. It was not recorded.',
    do: 'Once the changed notice has been posted or served, record it with the time of that.',
  }),
  'planned-in-past': () => ({
    says: 'The new time has passed already; nothing was changed.',
    do: 'Enter a day and time that are still to come.',
  }),
  'observers-full': () => ({
    says: 'All places for observers are taken; you were not registered.',
    do: 'A place becomes free when somebody cancels: look again later, or ask the contact named in the notice.',
  }),
  'observers-closed': () => ({
    says: 'This meeting takes no registrations of observers now.',
    do: 'See the state of the meeting; if in doubt, ask the contact named in the notice.',
  }),
  'observers-by-one': (p) => ({
    says: `This device has registered ${p.most ?? 'several'} people already.`,
    do: 'Others may register on their own phones, or be registered by the contact named in the notice.',
  }),
  'meeting-incomplete': () => ({
    says: 'The meeting is not fully prepared and cannot be called yet.',
    do: 'Complete what is marked, then call the meeting.',
  }),
  'items-pending': (p) => ({
    says: pending(p.count, p.title),
    do: 'Hold, skip or withdraw these items, then close the meeting.',
  }),
  'result-unpublished': (p) => ({
    says:
      p.question === undefined
        ? 'A result has not been announced, so the meeting cannot close.'
        : `The result on “${p.question}” has not been announced, so the meeting cannot close.`,
    do: 'Announce the result first; if it is wrong, annul it and give the reason.',
  }),
  'vote-running': () => ({
    says: 'A sounding is still under way.',
    do: 'Close it and establish its result, or annul it, before taking this step.',
  }),
  'chair-already-yours': () => ({ says: 'You hold the chair already.', do: 'Go on and lead the meeting.' }),

  'no-such-item': () => ({
    says: 'The agenda has no such item.',
    do: 'Reload the page and choose from the present agenda.',
  }),
  'item-withdrawn': (p) => ({
    says: `${item(p.title)} was withdrawn and can no longer be held.`,
    do: 'If it is to be discussed after all, add it as a new item.',
  }),
  'item-finished': (p) => ({
    says: `${item(p.title)} has begun or is over; it can no longer be skipped, withdrawn or moved.`,
    do: 'To leave it, go on to the next item.',
  }),
  'step-not-last': () => ({
    says: 'This step can no longer be taken back: the agenda moved on, or a speech, a sounding or an adjournment followed.',
    do: 'Look at the present agenda; to return to an item, choose it directly.',
  }),
  'no-current-item': () => ({
    says: 'No item is before the meeting now.',
    do: 'Begin an item first, then take this step.',
  }),

  'clock-not-running': () => ({ says: 'No clock is running now.', do: 'Start the clock anew if you need it.' }),
  'clock-not-paused': () => ({
    says: 'No paused clock is there to go on.',
    do: 'Start the clock anew if you need it.',
  }),

  'observers-silent': () => ({
    says: 'Observers follow the meeting in silence.',
    do: 'If they need to be heard, let a representative speak for them, or hear them at another time.',
  }),
  'speaker-absent': (p) => ({
    says: `${p.name ?? 'This person'} has not checked in, or has left, and cannot speak now.`,
    do: 'Whoever is here checks in, or is recorded as present by chair or recorder, and then asks for the floor.',
  }),
  'no-such-floor-request': () => ({
    says: 'This request for the floor was withdrawn, or has been met.',
    do: 'Look at the present order of speakers; whoever still wants to speak asks again.',
  }),
  'speech-over': () => ({
    says: 'This speech is over.',
    do: 'If the speaker is to go on, the chair gives them the floor again.',
  }),

  'no-such-seat': () => ({
    says: 'This person is not on the list of the meeting.',
    do: 'Add the person to the list first, then check them in.',
  }),
  'not-present': () => ({
    says: 'You are recorded as having left, so you cannot give your view now.',
    do: 'Check in again; until the sounding is closed you can still give your view.',
  }),
  'person-already-listed': (p) => ({
    says: `${p.name ?? 'This person'} is on the list of the meeting already.`,
    do: 'There is no need to add anyone; find the person in the list and check them in.',
  }),
  'not-remote': (p) => ({
    says: `${p.name ?? 'This person'} does not take part remotely at present, so there is no identity to check.`,
    do: 'Look at how the person was checked in; whoever takes part remotely is recorded so first.',
  }),
  'own-identity': () => ({
    says: 'Nobody checks their own identity.',
    do: 'Ask the chair, the recorder or another member of staff to do it.',
  }),
  'presence-differs': (p) => ({
    says:
      p.count === undefined
        ? 'The number you confirmed differs from the check-ins.'
        : `By the check-ins ${p.count} are present, which differs from the number you confirmed.`,
    do: 'Go through the list, check in whoever was missed and record who has left, then confirm the number.',
  }),
  'presence-unconfirmed': () => ({
    says: 'The number present has not been confirmed.',
    do: 'Count and confirm those present first, then open the sounding.',
  }),
  'not-replaceable': (p) => ({
    says: `Nobody can stand in for ${p.name ?? 'this person'} now.`,
    do: 'Not for the chair, an observer, somebody who is here or already has a substitute; and nobody stands in as an observer. If the chair cannot come, somebody takes the chair.',
  }),
  'place-taken': (p) => ({
    says: `${p.by ?? 'A substitute'} came in for ${p.name ?? 'this person'} and is here.`,
    do: 'Ask the staff: the substitute is marked as having left first, then the person checks in.',
  }),
  'privacy-notice-outdated': () => ({
    says: 'The privacy notice was updated.',
    do: 'Reload the page, read the new notice and check in then.',
  }),

  'roll-empty': () => ({
    says: 'Nobody who may give a view is present.',
    do: 'Wait until representatives check in, or check in those who are here.',
  }),
  'no-such-vote': () => ({ says: 'There is no such sounding.', do: 'Reload the page to see the present one.' }),
  'vote-not-open': () => ({
    says: 'This sounding is closed.',
    do: 'If you came too late, tell the chair during counting; staff can enter your view by hand.',
  }),
  'vote-not-closed': () => ({
    says: 'It is not the time to count or to establish the result.',
    do: 'If the sounding is still open, close it first; if its result is established, nothing is left to do.',
  }),
  'vote-not-counting': () => ({
    says: 'No counting is under way, so no view can be entered by hand.',
    do: 'Close the sounding and begin counting first; once the result is established, nothing more is entered.',
  }),
  'vote-not-established': () => ({
    says: 'The result is not established, or the sounding was annulled, so there is nothing to announce.',
    do: 'Establish the result first, then announce it.',
  }),
  'vote-already-published': () => ({
    says: 'The result was announced and can no longer be annulled.',
    do: 'If it is wrong, say so in the meeting and put it into the minutes.',
  }),
  'not-on-roll': () => ({
    says: 'Not among those entitled in this sounding: the roll was fixed when it was opened.',
    do: 'If the roll is wrong, tell the chair, who can annul the sounding and open it anew.',
  }),
  'already-cast': () => ({
    says: 'This person has given a view on their own device, so none can be entered by hand.',
    do: 'Each person gives one view; the one on their own device stands.',
  }),
  'variants-unfit': () => ({
    says: 'The options, the number to choose or the grades do not suit the way of asking.',
    do: 'Check the way of asking: two to eight options, no more to choose than there are options, and two to five grades where options are graded.',
  }),
  'variants-alike': () => ({
    says: 'Two of the options, or two of the grades, read exactly alike.',
    do: 'Reword one of them so that people can tell them apart.',
  }),
  'marks-unfit': () => ({
    says: 'An answer of this kind does not suit the way this sounding is asked.',
    do: 'Reload the page and answer with what it offers.',
  }),
  'no-such-variant': () => ({
    says: 'This sounding has no such option or grade.',
    do: 'Reload the page and answer with what it offers.',
  }),
  'too-many-variants': (p) => ({
    says:
      p.most === undefined ? 'Too many options are chosen.' : `Too many options are chosen; at most ${p.most} may be.`,
    do: 'Take back those beyond that number, then confirm.',
  }),
  'grade-missing': (p) => ({
    says: p.count === undefined ? 'Some options have no grade yet.' : `Options that have no grade yet: ${p.count}.`,
    do: 'Give every option a grade, or abstain.',
  }),

  'minutes-not-drafting': () => ({
    says: 'The minutes are no longer a draft and cannot be changed.',
    do: 'Propose an amendment; once they are final, a dated supplement corrects them.',
  }),
  'minutes-not-circulated': () => ({
    says: 'The minutes have not been circulated yet.',
    do: 'Circulate them to those who attended first, then take this step.',
  }),
  'minutes-empty': () => ({
    says: 'Nobody has written anything in the minutes yet.',
    do: 'What the system enters by itself does not count: write down what was said under at least one item, then circulate or confirm them.',
  }),
  'minutes-changed': () => ({
    says: 'The minutes were changed after you read them, so they are not confirmed.',
    do: 'Read the present text, then confirm it.',
  }),
  'no-such-amendment': () => ({
    says: 'There is no such proposed amendment.',
    do: 'Reload the page to see the present ones.',
  }),
  'amendments-undecided': () => ({
    says: 'Some proposed amendments have not been decided.',
    do: 'Decide on each of them first, then confirm the minutes.',
  }),
  'reason-needed': () => ({
    says: 'Declining, or taking up in part, needs a reason.',
    do: 'Say why; whoever proposed it will read it.',
  }),

  ...opinionRefusalsEn,
  ...agreementRefusalsEn,
  ...mediationRefusalsEn,
  ...dutyRefusalsEn,
  ...fileRefusalsEn,
  ...registerRefusalsEn,
  ...resultRefusalsEn,

  'character-missing': (p) => ({
    says:
      p.character === undefined
        ? 'Our typefaces lack a character of the document; it was not made.'
        : `Our typefaces have no “${p.character}” (${p.code ?? 'code unknown'})${p.text === undefined ? '' : `, which stands in “${p.text}”`}; the document was not made.`,
    do: 'Check the character; if it is right, print the page of the minutes instead, and tell whoever looks after the server.',
  }),
  'document-failed': () => ({
    says: 'The document was not made.',
    do: 'Try again; if it fails again, print the page of the minutes instead, and tell whoever looks after the server.',
  }),
  'documents-busy': () => ({
    says: 'Too many documents are being made; this one was not taken on.',
    do: 'Wait a moment, then try again.',
  }),

  'try-again': () => ({ says: 'This step was not saved.', do: 'Please try again.' }),
  stopping: () => ({
    says: 'The service is stopping or restarting; this step was not taken.',
    do: 'Wait a moment until the page reconnects by itself, then try again.',
  }),
  'disk-full': () => ({
    says: 'The server has no storage space left; this step was not saved.',
    do: 'Ask whoever looks after the server to free space, then try again. What was saved before is safe.',
  }),
};
