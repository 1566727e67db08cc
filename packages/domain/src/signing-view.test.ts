import { expect, it } from 'vitest';
import { aDigest, owner, tenant } from './agreeing.fixtures.ts';
import { after, by, observer, type Fact } from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { settled } from './mediation.fixtures.ts';
import { readerOf } from './secrets.fixtures.ts';
import {
  allSigned,
  effective,
  hash,
  identified,
  partySigned,
  sealSet,
  signing,
  signingOpened,
} from './signing.fixtures.ts';
import { view } from './view.ts';

const texts = new Map([[aDigest(60), '利息没有谈妥']]);
const live = { connected: new Set<string>(), offlineSince: new Map(), joinCode: null, agreement: { texts } };
const seen = (meeting: Meeting, name: string) => view({ meeting, live }, readerOf(name)).signing;
const refused: Fact = by(tenant, { type: 'signing-refused', hash, seat: tenant, reason: aDigest(60) });
const half = signing(signingOpened(), ...partySigned(owner, 1), identified(tenant), refused);

it('tells everybody at the table how far each signer is', () => {
  for (const name of ['party', 'mediator', 'chair', 'staff'])
    expect(seen(half, name), name).toMatchObject({
      ...{ status: 'open', form: null, hash, version: 1, seal: null, effectiveAt: null, number: null },
      signers: {
        bySeat: {
          [owner]: { name: '赵玉芬', identified: true, consented: true, signedAt: expect.any(Number), turn: false },
          [tenant]: { identified: true, consented: false, signedAt: null, refused: true, turn: true },
        },
      },
    });
});

it('[A6] no digest of a signature is in any view, and why somebody refuses, or how they were identified, is for those who lead', () => {
  for (const name of ['party', 'mediator', 'attendee', 'witness', 'chair', 'recorder', 'staff']) {
    const shown = JSON.stringify(seen(half, name));
    expect(shown, name).not.toContain(aDigest(201));
    const leads = /chair|recorder|staff/.test(name);
    for (const own of ['利息没有谈妥', '身份证']) expect(shown.includes(own), `${name} ${own}`).toBe(leads);
  }
});

it('[A6] screens, and who only looks on, are shown nothing of it, also where the mediation is open', () => {
  const open = after(half, settled(true));
  for (const name of ['projector', 'public', 'observer']) expect(seen(open, name), name).toBeUndefined();
  expect(open.attendance.people[observer]).toBeDefined();
});

it('[A2] says in force with the seal, and not before', () => {
  expect(seen(signing(...allSigned), 'party')).toMatchObject({ status: 'open', effectiveAt: null, seal: null });
  expect(seen(signing(...allSigned, sealSet, effective('device')), 'party')).toMatchObject({
    ...{ status: 'effective', form: 'device', effectiveAt: expect.any(Number), number: null },
    seal: { keeper: '吴秀珍' },
  });
});
