/**
 * [A11] What is shown of a closed mediation to those outside: that there is one, by which body, and whether it is in session.
 * No matter, no place or time, nobody's name, no number, nothing that was said, put down or handed over.
 */

/** The same nothing for the wall, for who only looks on, and for the picture of the wall that those who lead are shown. */
export function closedView<Language, Community, Procedure, Phase>({
  language,
  community,
  body,
  procedure,
  phase,
}: {
  language: Language;
  community: Community;
  body: string;
  procedure: Procedure;
  phase: Phase;
}) {
  return {
    withheld: true as const,
    ...{ language, community, body, procedure, phase },
    ...{ matter: '', description: '', place: '', plannedAt: 0, openedAt: null, closedAt: null },
    ...{ changed: null, calledOff: null, chair: null, proposal: null, minutes: null, resultPublishedAt: null },
    agenda: { order: [], items: {}, current: null, outside: { spent: 0, since: null } },
    clock: { status: 'off' as const },
    floor: { speaking: null, limit: null },
    attendance: { due: 0, present: 0, remote: 0 },
    people: { order: [], bySeat: {} },
    votes: { order: [], byId: {} },
    opinions: { order: [], byId: {}, byStance: {}, shown: false },
    questions: { order: [], byId: {}, answerOrder: [], answers: {}, open: 0 },
    files: { order: [], byId: {} },
  };
}
