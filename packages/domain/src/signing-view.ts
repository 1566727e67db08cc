/** What those who take part see of the signing: how far each signer is. Strokes and devices are in no view. */
import type { PaperGround, Representative, SigningMatter, SigningRole } from './acts/signing.ts';
import type { AgreementTexts } from './agreement-view.ts';
import type { Meeting } from './meeting.ts';
import { turnIn, type SignerIdentity, type Signing } from './signing.ts';

export interface SignerView {
  name: string;
  roles: readonly SigningRole[];
  /** Who signs in the party's stead; null: nobody. */
  representative: Representative | null;
  /** Of a party: somebody made sure who it is; of all others true. */
  identified: boolean;
  /** Of a party: agreed to sign electronically; of all others true. */
  consented: boolean;
  /** Ms since 1970; null: not yet. */
  signedAt: number | null;
  refused: boolean;
  /** It is their turn. */
  turn: boolean;
}

export interface SigningView {
  status: 'open' | 'paper' | 'effective';
  /** Signed on devices, on paper, or concluded orally; null: on devices so far. */
  form: 'device' | 'paper' | 'oral' | null;
  version: number;
  hash: string;
  /** Nobody where it was concluded orally. */
  signers: { order: string[]; bySeat: Record<string, SignerView> };
  /** When and by whom the seal was set. */
  seal: { keeper: string; at: number } | null;
  effectiveAt: number | null;
  /** The committee's number, once a document was made. */
  number: string | null;
  /** Only for those who lead. */
  desk?: {
    matter: SigningMatter | null;
    ground: PaperGround | null;
    identities: Record<string, Omit<SignerIdentity, 'representative'>>;
    /** Why somebody refuses, by seat; null: the words were erased. */
    refusals: Record<string, string | null>;
    /** The scan that was filed and by which seat; on paper alone. */
    scan: { file: string; by: string } | null;
  };
}

const onDevices = (signing: Signing) => ('signatures' in signing ? signing : null);

function signerViews({ signing, attendance }: Meeting): SigningView['signers'] {
  if (!('signers' in signing)) return { order: [], bySeat: {} };
  const given = onDevices(signing);
  const turn = signing.status === 'open' ? turnIn(signing) : [];
  const views = signing.signers.map(({ seat, roles }): [string, SignerView] => {
    const party = roles.includes('party');
    return [
      seat,
      {
        name: attendance.people[seat]?.name ?? '',
        roles,
        representative: given?.identities[seat]?.representative ?? null,
        identified: !party || given?.identities[seat] !== undefined,
        consented: !party || given?.consents[seat] !== undefined,
        signedAt: given?.signatures[seat]?.at ?? null,
        refused: given?.refusals[seat] !== undefined,
        turn: turn.some((one) => one.seat === seat),
      },
    ];
  });
  return { order: signing.signers.map(({ seat }) => seat), bySeat: Object.fromEntries(views) };
}

function deskOf(signing: Signing, texts: AgreementTexts['texts']): NonNullable<SigningView['desk']> {
  const given = onDevices(signing);
  const identities = Object.entries(given?.identities ?? {}).map(([seat, { representative: _, ...rest }]) => [
    seat,
    rest,
  ]);
  const refusals = Object.entries(given?.refusals ?? {}).map(([seat, { reason }]) => [seat, texts.get(reason) ?? null]);
  const scan = 'scan' in signing ? signing.scan : null;
  return {
    matter: 'matter' in signing ? signing.matter : null,
    ground: signing.status === 'paper' ? signing.ground : null,
    identities: Object.fromEntries(identities) as Record<string, Omit<SignerIdentity, 'representative'>>,
    refusals: Object.fromEntries(refusals) as Record<string, string | null>,
    scan: scan && { file: scan.file, by: scan.by },
  };
}

/** Null before signing begins, and for whoever does not take part: screens, the public, those who only look on. */
export function signingView(
  meeting: Meeting,
  { texts }: AgreementTexts,
  { takesPart, leads }: { takesPart: boolean; leads: boolean },
): SigningView | null {
  const { signing } = meeting;
  if (signing.status === 'none' || !takesPart) return null;
  const seal = signing.status === 'effective' && signing.form === 'device' ? signing.seal : null;
  return {
    status: signing.status,
    form: signing.status === 'effective' ? signing.form : signing.status === 'paper' ? 'paper' : null,
    version: signing.version,
    hash: signing.hash,
    signers: signerViews(meeting),
    seal: seal && { keeper: seal.keeper, at: seal.at },
    effectiveAt: signing.status === 'effective' ? signing.effectiveAt : null,
    number: (signing.status === 'effective' && signing.documents.at(-1)?.number) || null,
    ...(leads && { desk: deskOf(signing, texts) }),
  };
}
