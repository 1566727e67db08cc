/** For tests: a mediation. 李秀英 stands on side 1, 陈国强 on side 2; 孙丽 only looks on. */
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingEvent } from './acts/event.ts';
import { rightsNotice, type MediationCommand } from './acts/mediation.ts';
import {
  aCalledMeeting,
  anItem,
  anItemId,
  aPerson,
  arrived,
  aSeat,
  begun,
  chair,
  chen,
  li,
  observer,
  opened,
  recorder,
  type Fact,
} from './fixtures.ts';
import { mediation } from './procedures/mediation.ts';
import type { Procedure } from './procedures/schema.ts';

export const mediator = aSeat(5);

export function aCalledMediation(given: Partial<MeetingCalled> = {}): MeetingCalled {
  return aCalledMeeting({
    matter: '楼上卫生间漏水',
    description: '601 室卫生间漏水，501 室顶面受损。',
    place: '社区调解室',
    procedure: mediation,
    people: [
      aPerson(1, { name: '王建国', capacities: ['chair'] }),
      aPerson(2, { name: '周敏', capacities: ['recorder'] }),
      aPerson(3, { name: '李秀英', capacities: ['party'], side: 1, standing: '501室住户' }),
      aPerson(4, { name: '陈国强', capacities: ['party'], side: 2, standing: '601室住户' }),
      aPerson(5, { name: '郑和平', capacities: ['mediator'] }),
      aPerson(7, { name: '孙丽', capacities: ['observer'] }),
    ],
    agenda: (mediation.agenda ?? []).map(({ value: { id: step, title } }, n) =>
      anItem(n + 1, { title: title['zh-CN'], step }),
    ),
    ...given,
  });
}
/** The item under which the outcome stands. */
export const outcomeItem = anItemId(5);

export const settled = (open: boolean): MeetingEvent => ({ type: 'openness-settled', open });
export const rightsKnown = (seat: string, readBy: string | null = null): MeetingEvent => {
  return { type: 'rights-acknowledged', seat, rightsNotice, readBy };
};
export const endedWithoutAgreement = (
  given: Partial<MeetingEvent & { type: 'ended-without-agreement' }> = {},
): MeetingEvent => ({
  type: 'ended-without-agreement',
  answers: [
    { seat: li, next: 'mediate-again' },
    { seat: chen, next: 'other-channel', channel: '向人民法院起诉' },
  ],
  ...given,
});

/** In session with everybody here, the first step begun. */
export const seatedForMediation = (): Fact[] => [
  ...[chair, recorder, li, chen, mediator, observer].map((seat) => arrived(seat)),
  opened,
  begun(1),
];

const party = aPerson(51, { capacities: ['party'], side: 1 });
/** For the table of who may do what: facts after which nothing but entitlement and phase can stand against it. */
export const mediationPrepared = {
  'settle-openness': { facts: [], command: () => ({ type: 'settle-openness', open: true }), procedure: mediation },
  'acknowledge-rights': {
    facts: [],
    command: () => ({ type: 'acknowledge-rights', rightsNotice }),
    procedure: mediation,
  },
  'record-rights-read': {
    facts: [{ type: 'person-added', person: party }, arrived(party.seat)],
    command: () => ({ type: 'record-rights-read', seat: party.seat, by: '周敏' }),
    procedure: mediation,
  },
  'end-without-agreement': {
    facts: [],
    command: () => ({ type: 'end-without-agreement', told: true, answers: [] }),
    procedure: mediation,
  },
} satisfies Record<MediationCommand['type'], { facts: Fact[]; command: () => MediationCommand; procedure: Procedure }>;
