/** Bodies and offices that the regulations of several meetings name, in the words of those regulations. */
import type { People } from './people.ts';
import { words } from './stated.ts';

export const partyOrganisation: People = {
  body: 'party-organisation',
  role: null,
  words: words('社区党组织', 'the community Party organisation'),
};
export const headOfPartyOrganisation: People = {
  body: 'party-organisation',
  role: 'head',
  words: words('社区党组织负责人', 'the head of the community Party organisation'),
};
export const residentsCommittee: People = {
  body: 'residents-committee',
  role: null,
  words: words('社区居委会', 'the residents’ committee'),
};
export const headOfResidentsCommittee: People = {
  body: 'residents-committee',
  role: 'head',
  words: words('社区居委会负责人', 'the head of the residents’ committee'),
};
export const street: People = {
  body: 'street-office',
  role: null,
  words: words('街道', 'the street office'),
};
export const departments: People = {
  body: 'government-department',
  role: null,
  words: words('政府有关部门', 'the government departments concerned'),
};
export const mediationCommittee: People = {
  body: 'mediation-committee',
  role: null,
  words: words('社区居委会治保调解委员会', 'the security and mediation committee of the residents’ committee'),
};
/** 社区居委会负责治保调解工作的成员. */
export const memberForMediation: People = {
  body: 'residents-committee',
  role: 'member',
  words: words(
    '社区居委会负责治保调解工作的成员',
    'the member of the residents’ committee responsible for security and mediation',
  ),
};
