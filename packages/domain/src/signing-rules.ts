/**
 * What may happen on the way from a frozen agreement to one in force (人民调解法 art. 28–30; 电子签名法 art. 3): each signer
 * once, in turn, for the frozen text alone; the seal by its keeper; otherwise on paper, or orally.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { SigningCommand } from './acts/signing.ts';
import type { Agreement, FrozenVersion } from './agreement.ts';
import type { Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import { isTooShort } from './drawing.ts';
import type { Files } from './files.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import { consentHash } from './signing-consent.ts';
import { signersOf } from './signing-roll.ts';
import { isParty, missingIn, turnIn, type OnPaper, type Open, type Signer, type Signing } from './signing.ts';
import { unreachable } from './unreachable.ts';

export interface Signed {
  called: MeetingCalled;
  attendance: Attendance;
  agreement: Agreement;
  files: Files;
  signing: Signing;
}

/** [A1] The version that is frozen, when it is the one that was meant. */
function meant({ agreement }: Signed, hash: string): FrozenVersion | Refusal {
  const last = agreement.versions.at(-1);
  if (agreement.status !== 'frozen' || !last) return refuse('agreement-not-frozen');
  return last.hash === hash ? last : refuse('agreement-superseded');
}

export function decideSigning(meeting: Signed, command: SigningCommand, given: Circumstances): Decision {
  const { signing } = meeting;
  if (!settlesByAgreement(meeting.called.procedure)) return refuse('not-a-mediation');
  const frozen = meant(meeting, command.hash);
  if ('outcome' in frozen) return frozen;
  if (signing.status === 'effective') return refuse('agreement-effective');
  switch (command.type) {
    case 'open-signing':
      return open(meeting, command, frozen);
    case 'record-oral-agreement':
      return accept(
        { type: 'oral-agreement-recorded', hash: frozen.hash },
        { type: 'agreement-effective', version: frozen.version, hash: frozen.hash, form: 'oral' },
      );
    case 'take-paper-way':
      if (signing.status === 'none') return refuse('signing-not-open');
      if (signing.status === 'paper') return unchanged();
      return accept({ type: 'paper-way-taken', hash: frozen.hash, ground: command.ground });
    case 'record-paper-signing':
    case 'confirm-paper-signing':
      if (signing.status !== 'paper') return refuse('not-on-paper');
      return onPaper(meeting, signing, command, given);
    case 'identify-signer':
    case 'consent-to-signing':
    case 'sign-agreement':
    case 'refuse-signing':
    case 'record-refusal':
    case 'set-seal':
      if (signing.status === 'none') return refuse('signing-not-open');
      if (signing.status === 'paper') return refuse('signed-on-paper');
      return onDevices(meeting, signing, command, given);
    default:
      return unreachable(command);
  }
}

function open(
  meeting: Signed,
  { matter, paper, mediators, witnesses }: SigningCommand & { type: 'open-signing' },
  { version, hash }: FrozenVersion,
): Decision {
  const { signing } = meeting;
  // Said anew, it says who signs now: somebody fell ill, a witness came.
  const again = signing.status === 'open' && signing.matter === matter && paper === null;
  if (signing.status !== 'none' && !again) return refuse('signing-opened-already');
  // [A2] Electronic Signature Law art. 3: not for these.
  if (matter !== 'ordinary' && paper !== 'excepted') return refuse('paper-required');
  if (matter === 'ordinary' && paper === 'excepted') return refuse('matter-not-excepted');
  const have = again ? signing.signers.filter(({ seat }) => Object.hasOwn(signing.signatures, seat)) : [];
  const signers = signersOf(meeting.attendance, { mediators, witnesses }, have);
  if ('outcome' in signers) return signers;
  if (again && JSON.stringify(signers.all) === JSON.stringify(signing.signers)) return unchanged();
  return accept({ type: 'signing-opened', version, hash, matter, paper, signers: signers.all });
}

type DeviceCommand = Extract<
  SigningCommand,
  {
    type:
      'identify-signer' | 'consent-to-signing' | 'sign-agreement' | 'refuse-signing' | 'record-refusal' | 'set-seal';
  }
>;

function onDevices(meeting: Signed, signing: Open, command: DeviceCommand, given: Circumstances): Decision {
  const { actor } = given;
  switch (command.type) {
    case 'identify-signer':
      return identify(meeting, signing, command, given);
    case 'consent-to-signing':
      return consent(meeting, signing, command, actor.seat);
    case 'sign-agreement':
      return sign(meeting, signing, command, given);
    case 'refuse-signing':
      return refuseToSign(meeting, signing, actor.seat, given);
    case 'record-refusal':
      return refuseToSign(meeting, signing, command.seat, given);
    case 'set-seal':
      return setSeal(meeting, signing, command, given);
    default:
      return unreachable(command);
  }
}

const nameIn = ({ attendance }: Signed, seat: string): string => attendance.people[seat]?.name ?? '';

/** Somebody who is to sign and has not; `party`: only one of the parties. */
function toSign(meeting: Signed, signing: Open, seat: string, { party }: { party: boolean }): Signer | Refusal {
  const signer = signing.signers.find((one) => one.seat === seat);
  if (!signer) return refuse('not-a-signer');
  if (party && !isParty(signer)) return refuse('not-a-party', { name: nameIn(meeting, seat) });
  if (Object.hasOwn(signing.signatures, seat)) return refuse('already-signed', { name: nameIn(meeting, seat) });
  return signer;
}

function identify(
  meeting: Signed,
  signing: Open,
  { seat, how, note, representative, hash }: SigningCommand & { type: 'identify-signer' },
  { actor }: Circumstances,
): Decision {
  if (seat === actor.seat) return refuse('own-identity');
  const signer = toSign(meeting, signing, seat, { party: true });
  if ('outcome' in signer) return signer;
  const event = {
    ...({ type: 'signer-identified', hash, seat, how } as const),
    ...(note !== undefined && { note }),
    ...(representative !== undefined && { representative }),
    by: actor.name,
  };
  const former = signing.identities[seat];
  const now = { how, note: note ?? null, by: actor.name, representative: representative ?? null };
  return former && JSON.stringify({ ...now, at: former.at }) === JSON.stringify(former) ? unchanged() : accept(event);
}

function consent(
  meeting: Signed,
  signing: Open,
  { hash, consent: words }: SigningCommand & { type: 'consent-to-signing' },
  seat: string,
): Decision {
  const signer = toSign(meeting, signing, seat, { party: true });
  if ('outcome' in signer) return signer;
  if (!signing.identities[seat]) return refuse('signer-unidentified', { name: nameIn(meeting, seat) });
  if (words !== consentHash(meeting.called.language)) return refuse('consent-outdated');
  if (Object.hasOwn(signing.consents, seat)) return unchanged();
  return accept({ type: 'signing-consented', hash, seat, consent: words });
}

function sign(
  meeting: Signed,
  signing: Open,
  { hash, shown, drawing }: SigningCommand & { type: 'sign-agreement' },
  { actor: { seat }, agreement: taken, tablet }: Circumstances,
): Decision {
  const signer = toSign(meeting, signing, seat, { party: false });
  if ('outcome' in signer) return signer;
  const name = nameIn(meeting, seat);
  if (isParty(signer) && !signing.identities[seat]) return refuse('signer-unidentified', { name });
  if (isParty(signer) && !signing.consents[seat]) return refuse('consent-missing', { name });
  const turn = turnIn(signing);
  if (!turn.some((one) => one.seat === seat))
    return refuse('not-your-turn', { name: nameIn(meeting, turn[0]?.seat ?? ''), count: turn.length });
  if (shown === 'read-aloud' && !meeting.agreement.readAloud) return refuse('not-read-aloud');
  if (isTooShort(drawing)) return refuse('signature-too-short');
  if (taken?.digest === undefined) return refuse('try-again');
  return accept({ type: 'agreement-signed', hash, seat, shown, drawing: taken.digest, tablet: tablet ?? null });
}

function refuseToSign(meeting: Signed, signing: Open, seat: string, { agreement: taken }: Circumstances): Decision {
  const signer = toSign(meeting, signing, seat, { party: false });
  if ('outcome' in signer) return signer;
  if (taken?.digest === undefined) return refuse('try-again');
  return accept({ type: 'signing-refused', hash: signing.hash, seat, reason: taken.digest });
}

/** [A12] By its keeper, when all have signed, and never by an image alone. With it the agreement takes effect (art. 29). */
function setSeal(
  meeting: Signed,
  signing: Open,
  { hash, seal }: SigningCommand & { type: 'set-seal' },
  { actor, passwordGiven, seal: kept }: Circumstances,
): Decision {
  if (!passwordGiven) return refuse('password-needed');
  const missing = missingIn(signing);
  if (missing.length > 0)
    return refuse('signatures-missing', { count: missing.length, name: nameIn(meeting, missing[0]?.seat ?? '') });
  if (!kept) return refuse('no-such-seal');
  return accept(
    { type: 'seal-set', hash, seal, image: kept.image, keeper: actor.name },
    { type: 'agreement-effective', version: signing.version, hash, form: 'device' },
  );
}

function onPaper(
  { files }: Signed,
  { scan, version }: OnPaper,
  { type, file, hash }: Extract<SigningCommand, { type: 'record-paper-signing' | 'confirm-paper-signing' }>,
  { actor }: Circumstances,
): Decision {
  const known = Object.hasOwn(files.byId, file) ? files.byId[file] : undefined;
  if (known?.kind !== 'signed-paper' || known.state !== 'there') return refuse('no-such-file');
  if (type === 'record-paper-signing')
    return scan?.file === file ? unchanged() : accept({ type: 'paper-signing-recorded', hash, file });
  if (scan?.file !== file) return refuse('no-such-file');
  if (scan.by === actor.seat) return refuse('another-must-confirm');
  return accept(
    { type: 'paper-signing-confirmed', hash, file },
    { type: 'agreement-effective', version, hash, form: 'paper' },
  );
}
