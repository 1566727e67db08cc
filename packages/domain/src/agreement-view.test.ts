import { expect, it } from 'vitest';
import { aClause, aDigest, agreed, aMediation, drafted, owner, tenant } from './agreeing.fixtures.ts';
import { agreementView, noTexts } from './agreement-view.ts';
import { after, by, chair, given, opened } from './fixtures.ts';

const clause = aClause(1);
const recorded = by(
  chair,
  { type: 'part-checked', seat: tenant, part: clause, digest: aDigest(11), says: 'agreed' } as const,
  'chair',
);
const meeting = given([opened, ...drafted, agreed(owner, clause, aDigest(11)), recorded], aMediation());
const checksIn = (of: typeof meeting) => agreementView(of, noTexts, { sees: true, leads: false })?.parties.bySeat ?? {};

it('tells everybody at the table which checks were given for a party at the desk, and which by itself', () => {
  expect(checksIn(meeting)[tenant]).toEqual({
    name: expect.any(String),
    agreed: { [clause]: true },
    change: {},
    recorded: { [clause]: true },
  });
  expect(checksIn(meeting)[owner]).toEqual({
    name: expect.any(String),
    agreed: { [clause]: true },
    change: {},
    recorded: {},
  });
});

it('tells of the check that stands: one that the party gave itself since is its own, and one of a former text is none', () => {
  const own = after(meeting, agreed(tenant, clause, aDigest(11)));
  expect(checksIn(own)[tenant]).toEqual({
    name: expect.any(String),
    agreed: { [clause]: true },
    change: {},
    recorded: {},
  });
  const revised = after(meeting, { type: 'clause-revised', clause, digest: aDigest(12) });
  expect(checksIn(revised)[tenant]).toEqual({ name: expect.any(String), agreed: {}, change: {}, recorded: {} });
});
