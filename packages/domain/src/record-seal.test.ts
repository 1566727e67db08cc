import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anId, aRecord, chance, falsifications, hashedFrom, names } from './chain.fixtures.ts';
import { type RecordedEvent, verifyChain } from './chain.ts';
import { checkAgainstSeals, type RecordSeal, sealText, type VerifySignature } from './record-seal.ts';

const community = anId(500);
const rounds = 60;

/** The public key follows its DER prefix as 32 raw bytes. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const verifyEd25519: VerifySignature = (key, text, signature) => {
  const der = Buffer.concat([derPrefix, Buffer.from(key, 'hex')]);
  return verify(null, Buffer.from(text), { key: der, format: 'der', type: 'spki' }, Buffer.from(signature, 'hex'));
};

function aKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { key: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex'), privateKey };
}

function aSeal(event: RecordedEvent, by: { key: string; privateKey: KeyObject }): RecordSeal {
  const said = { community, meeting: event.meeting, version: event.version, head: event.hash, at: event.at };
  return { ...said, key: by.key, signature: sign(null, Buffer.from(sealText(said)), by.privateKey).toString('hex') };
}

const ours = aKey();
const counting = { verify: verifyEd25519, keys: new Set([ours.key]) };
const check = (events: readonly RecordedEvent[], seals: readonly unknown[]) =>
  checkAgainstSeals(anId(1), events, seals, counting);

describe('record seals', () => {
  const events = aRecord({ length: 9 });
  const seal = aSeal(events[5]!, ours);

  it('sign the canonical text of what they say', () => {
    expect(sealText({ meeting: 'm', version: 3, head: 'h', at: 5, community: 'c' })).toBe(
      '{"at":5,"community":"c","head":"h","meeting":"m","version":3}',
    );
  });

  it('hold for a true record, sealed once, twice or not at all, also when it grew since', () => {
    expect(check(events, [])).toEqual([]);
    expect(check(events, [seal])).toEqual([]);
    expect(check(events, [aSeal(events[8]!, ours), seal, seal])).toEqual([]);
  });

  for (const [kind, falsify] of Object.entries(falsifications)) {
    it(`[R1] ${kind}, with the whole chain computed anew: convicted by a later seal (seeds 1 to ${rounds})`, () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const original = aRecord({ length: 3 + any(12), seed });
        const falsified = falsify(original, any);
        // Rewriting the hash alone and then computing it anew restores the truth.
        if (kind === 'changed hash') continue;
        const { touched } = falsified;
        const rewritten = hashedFrom(falsified.events, 1);
        expect(verifyChain(rewritten), 'the forger did his work well').toEqual([]);

        const before = original.slice(0, touched - 1).map((event) => aSeal(event, ours));
        expect(check(rewritten, before), `seed ${seed}: an earlier seal convicts nobody`).toEqual([]);
        const sealedAt = touched - 1 + any(original.length - touched + 1);
        if (touched > original.length) continue;
        const findings = check(rewritten, [...before, aSeal(original[sealedAt]!, ours)]);
        expect(names(findings, touched), `seed ${seed}, version ${touched}: ${JSON.stringify(findings)}`).toBe(true);
      }
    });
  }

  it('[R1] narrow the rewriting down to what lies between two seals', () => {
    const rewritten = hashedFrom(events.with(4, { ...events[4]!, actingAs: 'member-of-all' }), 5);
    expect(check(rewritten, [aSeal(events[2]!, ours), seal])).toEqual([{ code: 'rewritten', version: 4, upTo: 6 }]);
    expect(check(events.slice(0, 4), [aSeal(events[2]!, ours), seal])).toEqual([
      { code: 'in-doubt', version: 4, upTo: 4 },
      { code: 'cut-off', version: 5, upTo: 6 },
    ]);
    expect(check([], [aSeal(events[2]!, ours), seal])).toEqual([{ code: 'cut-off', version: 1, upTo: 6 }]);
  });

  it('[R13] name the fork of a record that was restored from an older backup and grew on', () => {
    const restored = hashedFrom([...events.slice(0, 5), { ...events[5]!, type: 'record-restored' }, events[6]!], 6);
    expect(check(restored, [seal, aSeal(events[2]!, ours)])).toEqual([{ code: 'forked', version: 6, upTo: 6 }]);
    const sealedBeyond = aSeal(aRecord({ length: 12 })[8]!, ours);
    expect(check(restored, [sealedBeyond, aSeal(events[2]!, ours)])).toEqual([
      { code: 'in-doubt', version: 4, upTo: 5 },
      { code: 'forked', version: 6, upTo: 9 },
      { code: 'cut-off', version: 8, upTo: 9 },
    ]);
  });

  it('[R1] are themselves looked at: other keys, false signatures, changed words', () => {
    const theirs = aKey();
    expect(check(events, [aSeal(events[5]!, theirs)])).toEqual([
      { code: 'seal-by-unknown-key', version: 6, key: theirs.key },
    ]);
    const changes: Partial<RecordSeal>[] = [
      { at: seal.at + 1 },
      { community: anId(501) },
      { version: 5 },
      { head: events[4]!.hash },
    ];
    for (const change of [...changes, { signature: 'a'.repeat(128) }]) {
      const version = change.version ?? 6;
      expect(check(events, [{ ...seal, ...change }])).toEqual([{ code: 'seal-false', version, key: ours.key }]);
    }
    expect(checkAgainstSeals(anId(1), events, [aSeal(events[5]!, theirs)], { ...counting, keys: null })).toEqual([]);
  });

  it('[R8] are not thrown at when they are no seals', () => {
    const strange = [null, 7, '', [], {}, { ...seal, key: 'x' }, { ...seal, more: 1 }, { ...seal, version: 2 ** 53 }];
    expect(check(events, strange)).toEqual(strange.map(() => ({ code: 'seal-unreadable', version: null })));
  });

  it('of other meetings are passed over', () => {
    expect(check(events, [aSeal(aRecord({ meeting: anId(2) })[3]!, ours)])).toEqual([]);
  });
});
