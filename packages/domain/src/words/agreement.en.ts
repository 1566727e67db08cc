/** The agreement of a mediation: refusals, and the sentences of the record. */
import type { AgreementRefusals } from './shape.ts';
import { signingRefusalsEn } from './signing.en.ts';

const missing: Readonly<Record<string, readonly [string, string]>> = {
  parties: ['There are fewer than two parties, so nothing can be agreed.', 'Add each party under “People” first.'],
  facts: ['The facts and what is in dispute are not written yet.', 'Write them down, and have every party check them.'],
  clauses: ['The agreement has no clause yet.', 'Write at least one clause, and have every party check it.'],
};

export const agreementRefusalsEn: AgreementRefusals = {
  ...signingRefusalsEn,
  'agreement-frozen': () => ({
    says: 'The text of the agreement is final and cannot be changed.',
    do: 'If it must be, the chair sends it back to drafting and says why; every party then checks it anew.',
  }),
  'agreement-not-frozen': () => ({
    says: 'The text of the agreement is not final yet.',
    do: 'It can be changed as it is.',
  }),
  'agreement-incomplete': (p) => {
    const [says, todo] = missing[String(p['missing'])] ?? ['The agreement is not complete.', 'Complete it first.'];
    return { says, do: todo };
  },
  'agreement-unchecked': (p) => ({
    says:
      p['count'] === 1
        ? `${p['name'] ?? 'One party'} has not agreed to every part yet.`
        : `${p['count'] ?? 'Some'} parties have not agreed to every part yet.`,
    do: 'Each party checks it on their own device; chair or recorder records it for those who have none.',
  }),
  'no-such-clause': () => ({ says: 'This is no longer part of the agreement.', do: 'Go by what the page shows now.' }),
  'clause-changed': () => ({
    says: 'This was changed just now; nothing was saved.',
    do: 'Read it as it stands now, and do it once more.',
  }),
  'party-spoke': (p) => ({
    says: `${p['name'] ?? 'This party'} has said so on their own device; nobody records otherwise for them.`,
    do: 'Whoever changes their mind does so on their own device.',
  }),
  'mediation-without-outcome': () => ({
    says: 'The mediation has no outcome yet, so the meeting cannot close.',
    do: 'Make the agreement final once all parties have checked it, or record under “The mediation” that there is none, with each party’s answer.',
  }),
  'clauses-full': (p) => ({ says: `An agreement has ${p['most'] ?? ''} clauses at most.`, do: 'Join some of them.' }),
};
