/** The agreement of a mediation: refusals, and the sentences of the record. */
import type { AgreementFacts, AgreementRefusals } from './shape.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const missing: Readonly<Record<string, readonly [string, string]>> = {
  parties: ['There are fewer than two parties, so nothing can be agreed.', 'Add each party under “People” first.'],
  facts: ['The facts and what is in dispute are not written yet.', 'Write them down, and have every party check them.'],
  clauses: ['The agreement has no clause yet.', 'Write at least one clause, and have every party check it.'],
};

const parts: Readonly<Record<string, string>> = {
  facts: 'the facts and what is in dispute',
  responsibility: 'the responsibility of each party',
  performance: 'the manner and time of performance',
  clause: 'a clause',
};

export const agreementRefusalsEn: AgreementRefusals = {
  'agreement-frozen': () => ({
    says: 'The agreement is final and cannot be changed.',
    do: 'If it must be, the chair opens it again and says why; every party then checks it anew.',
  }),
  'agreement-not-frozen': () => ({ says: 'The agreement is not final yet.', do: 'It can be changed as it is.' }),
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
  'clauses-full': (p) => ({ says: `An agreement has ${p['most'] ?? ''} clauses at most.`, do: 'Join some of them.' }),
};

export const agreementFactsEn: AgreementFacts = {
  'passage-written': ({ passage }) => `In the draft of the agreement ${parts[passage] ?? 'a part'} was written.`,
  'clause-added': () => 'A clause was added to the draft of the agreement.',
  'clause-revised': () => 'A clause of the draft was revised.',
  'clause-moved': () => 'The order of the clauses was changed.',
  'clause-struck': () => 'A clause was struck from the draft.',
  'part-checked': ({ name, part, says }) =>
    says === 'agreed'
      ? `${name} agreed to ${parts[part] ?? 'a part'}.`
      : `${name} asked for a change of ${parts[part] ?? 'a part'}.`,
  'agreement-read-aloud': ({ name }) => `${name} read the agreement aloud to the parties.`,
  'agreement-frozen': ({ version, parties, clauses, hash }) =>
    `The parties (${parties.join(', ')}) checked the agreement part by part and agreed to it; its text of ${clauses} ` +
    `${clauses === 1 ? 'clause' : 'clauses'} is final${version === 1 ? '' : ` (version ${version})`}, SHA-256 ${hash}.`,
  'agreement-reopened': ({ version, reason }) =>
    `The final text of the agreement (version ${version}) was opened again, and the parties’ checks are void; reason: ${said(reason)}.`,
};
