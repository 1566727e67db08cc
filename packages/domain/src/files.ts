/** The files of a meeting as its record names them. What they are called by whoever sent them, and their bytes, lie beside it. */
import type { MeetingCalled } from './acts/called.ts';
import type { ErasureGround } from './acts/custody.ts';
import type { Recorded } from './acts/event.ts';
import {
  proofKinds,
  type Attached,
  type FileCommand,
  type FileKind,
  type ProofKind,
  type Upload,
} from './acts/files.ts';
import type { Agenda } from './agenda.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { dutiesOf, type Duties } from './duties.ts';
import type { Minutes } from './minutes.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { Session } from './session.ts';
import { unreachable } from './unreachable.ts';

export interface FileOnRecord extends Omit<Attached, 'kind' | 'title'> {
  /** As whose kind and under which title it was filed; photos have none. */
  kind: FileKind;
  title: string | null;
  /** When it was put on record, ms since 1970. */
  at: number;
  state: 'there' | 'withdrawn' | 'erased';
  /** Of an erased file: on which ground, where the record says it. */
  ground?: ErasureGround;
  /** Of a proof: to which duty it belongs; null: to none. */
  duty?: string | null;
}

export interface Files {
  order: readonly string[];
  byId: Readonly<Record<string, FileOnRecord>>;
}

/** Bytes of a file, bytes and files of a meeting; past them an upload is refused. */
export const uploadLimits = { fileBytes: 20 * 1024 * 1024, meetingBytes: 200 * 1024 * 1024, files: 200 } as const;

export const filesAsCalled = ({ files = [] }: MeetingCalled, at: number): Files =>
  files.reduce<Files>((held, file) => withFile(held, { ...file, at, state: 'there' }), { order: [], byId: {} });

const withFile = ({ order, byId }: Files, file: FileOnRecord): Files => ({
  order: [...order, file.file],
  byId: { ...byId, [file.file]: file },
});

const fileIn = ({ byId }: Files, file: string): FileOnRecord | undefined =>
  Object.hasOwn(byId, file) ? byId[file] : undefined;

interface Filed {
  called: MeetingCalled;
  session: Session;
  files: Files;
  agenda: Agenda;
  minutes: Minutes;
  duties: Duties;
  signing: { status: string; scan?: { file: string } | null };
}

const isScan = ({ signing }: Filed, file: string): boolean =>
  signing.status === 'effective' && signing.scan?.file === file;

const isProof = (kind: FileKind): kind is ProofKind => proofKinds.some((one) => one === kind);
/** Which command puts a file of this kind on record. */
export const filedBy = (kind: FileKind) =>
  kind === 'photo' ? 'take-photo' : isProof(kind) ? 'add-proof' : 'add-attachment';

/** An upload that the server vouches for, unless it is on record already or names an item that there is not. */
function put({ files, agenda }: Filed, command: FileCommand, { upload }: Circumstances): Upload | Decision {
  if (fileIn(files, command.file)) return unchanged();
  if (upload?.file !== command.file) return refuse('no-such-file');
  if (upload.item !== null && !Object.hasOwn(agenda.items, upload.item)) return refuse('no-such-item');
  return filedBy(upload.kind) === command.type ? upload : refuse('no-such-file');
}

/**
 * What proves that a duty was met names the duty, and there are duties once the meeting is closed; any other proof names
 * none. What was signed on paper is an agreement.
 */
function addProof(
  meeting: Filed,
  command: FileCommand & { type: 'add-proof' },
  circumstances: Circumstances,
): Decision {
  const upload = put(meeting, command, circumstances);
  if ('outcome' in upload) return upload;
  const { kind, ...rest } = upload;
  if (!isProof(kind)) return refuse('no-such-file');
  if (kind === 'signed-paper' && !settlesByAgreement(meeting.called.procedure)) return refuse('not-a-mediation');
  const { duty } = command;
  const owed = duty !== null && dutiesOf(meeting).some((one) => one.duty === duty);
  if ((kind === 'duty-proof') !== (duty !== null) || (duty !== null && !owed)) return refuse('no-such-duty');
  return accept({ type: 'proof-added', kind, ...rest, duty });
}

export function decideFiles(meeting: Filed, command: FileCommand, circumstances: Circumstances): Decision {
  const known = fileIn(meeting.files, command.file);
  const frozen = meeting.minutes.status === 'frozen';
  switch (command.type) {
    case 'add-attachment': {
      const upload = put(meeting, command, circumstances);
      if ('outcome' in upload) return upload;
      const { kind, ...rest } = upload;
      return kind === 'photo' || isProof(kind)
        ? refuse('no-such-file')
        : accept({ type: 'attachment-added', kind, ...rest });
    }
    case 'take-photo': {
      if (frozen && !known) return refuse('minutes-not-drafting');
      const upload = put(meeting, command, circumstances);
      if ('outcome' in upload) return upload;
      const { kind: _, title: __, ...rest } = upload;
      return accept({ type: 'photo-taken', ...rest });
    }
    case 'withdraw-attachment':
      if (!known || known.kind === 'photo' || isProof(known.kind)) return refuse('no-such-file');
      return known.state === 'there' ? accept({ ...command, type: 'attachment-withdrawn' }) : unchanged();
    case 'discard-photo':
      if (known?.kind !== 'photo') return refuse('no-such-file');
      if (known.state !== 'there') return unchanged();
      return frozen ? refuse('minutes-not-drafting') : accept({ ...command, type: 'photo-discarded' });
    case 'add-proof':
      return addProof(meeting, command, circumstances);
    case 'discard-proof':
      if (!known || !isProof(known.kind)) return refuse('no-such-file');
      // What an agreement rests on stays.
      if (isScan(meeting, command.file)) return refuse('agreement-effective');
      return known.state === 'there' ? accept({ ...command, type: 'proof-discarded' }) : unchanged();
    default:
      return unreachable(command);
  }
}

function inState(files: Files, id: string, state: FileOnRecord['state']): Files {
  const file = fileIn(files, id);
  return file ? { ...files, byId: { ...files.byId, [id]: { ...file, state } } } : files;
}

function erasedIn(files: Files, id: string, ground: ErasureGround | undefined): Files {
  const erased = inState(files, id, 'erased');
  const file = ground && fileIn(erased, id);
  return file ? { ...erased, byId: { ...erased.byId, [id]: { ...file, ground } } } : erased;
}

export function evolveFiles(files: Files, { event, at }: Recorded): Files {
  switch (event.type) {
    case 'attachment-added': {
      const { type: _, ...file } = event;
      return withFile(files, { ...file, at, state: 'there' });
    }
    case 'photo-taken': {
      const { type: _, ...file } = event;
      return withFile(files, { ...file, kind: 'photo', title: null, at, state: 'there' });
    }
    case 'proof-added': {
      const { type: _, ...file } = event;
      return withFile(files, { ...file, at, state: 'there' });
    }
    case 'attachment-withdrawn':
    case 'proof-discarded':
    case 'photo-discarded':
      return inState(files, event.file, 'withdrawn');
    case 'file-erased':
      return erasedIn(files, event.file, event.ground);
    default:
      return files;
  }
}

/**
 * Whether a page of this file may stand on the wall: PDF and pictures. Photos are chosen one by one by those who lead, who
 * alone see them all; proofs are the office's own.
 */
export const mayStandOnWall = ({ kind, media, state }: Pick<FileOnRecord, 'kind' | 'media' | 'state'>): boolean =>
  state === 'there' && !isProof(kind) && (media === 'application/pdf' || media.startsWith('image/'));

/** Who looks: those who lead or keep the record, and staff; everyone seated; screens without a person. */
export type LooksAt = 'leads' | 'seated' | 'screen';

/**
 * The files shown to a reader, in their order. Whoever sits in the meeting sees what was put before it. Photos show faces
 * and may be taken by mistake, proofs are the office's own: only those who lead see these, and photos are for
 * all who were seated once the minutes are final. What was withdrawn, only those who lead still see; screens see no file
 * among these: one that stands on the wall comes with the screen's own content (screens.ts).
 */
export function filesSeen({ files, minutes }: Pick<Filed, 'files' | 'minutes'>, by: LooksAt): FileOnRecord[] {
  const all = files.order.flatMap((id) => files.byId[id] ?? []);
  if (by === 'leads') return all;
  if (by === 'screen') return [];
  return all.filter(
    ({ kind, state }) => state === 'there' && (kind === 'photo' ? minutes.status === 'frozen' : !isProof(kind)),
  );
}
