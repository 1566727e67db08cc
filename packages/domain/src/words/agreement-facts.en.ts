/** The agreement of a mediation: the sentences of the record. */
import type { AgreementFacts } from './shape.ts';
import { signingFactsEn } from './signing-facts.en.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const parts: Readonly<Record<string, string>> = {
  facts: 'the facts and what is in dispute',
  responsibility: 'the responsibility of each party',
  performance: 'the manner and time of performance',
  clause: 'a clause',
};

export const agreementFactsEn: AgreementFacts = {
  ...signingFactsEn,
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
  'agreement-frozen': ({ version, parties, recorded, clauses, hash }) =>
    `The parties (${parties.join(', ')}) checked the agreement part by part and agreed to it` +
    (recorded.length === 0 ? '' : ` (what ${recorded.join(', ')} said was recorded for them)`) +
    `; its text of ${clauses} ` +
    `${clauses === 1 ? 'clause' : 'clauses'} is final${version === 1 ? '' : ` (version ${version})`}, SHA-256 ${hash}.`,
  'agreement-reopened': ({ version, reason }) =>
    `The final text of the agreement (version ${version}) went back to drafting, and the parties’ checks are void; reason: ${said(reason)}.`,
};
