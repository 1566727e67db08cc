/** One file on its way up, with its progress; answers and refusals are values, as with any request. */
import type { ApiRefusal } from '@yishiting/domain/api';
import type { FileLine } from '@yishiting/domain/api-files';
import type { FileKind } from '@yishiting/domain/acts/files';
import type { Replied } from '#lib/live/request.ts';

export interface Sending {
  /** …/meetings/<meeting>/files */
  path: string;
  kind: FileKind;
  name: string;
  body: Blob;
  item: string | null;
  /** Of a proof: which duty it proves. */
  duty?: string;
  /** The seat from which it is sent; null: with the account. */
  seat: string | null;
  /** Stays the same when it is sent again. */
  command: string;
  /** Hears how much has gone, from 0 to 1. */
  progress: (share: number) => void;
}

const isRefusal = (body: unknown): body is ApiRefusal =>
  typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string';

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** XMLHttpRequest, since fetch tells nothing of what has gone up. */
export function send(sending: Sending): Promise<Replied<FileLine>> {
  const { path, kind, name, body, item, duty, seat, command, progress } = sending;
  const query = new URLSearchParams({ kind, name: name.slice(-500), command });
  if (item !== null) query.set('item', item);
  if (duty !== undefined) query.set('duty', duty);
  if (seat !== null) query.set('seat', seat);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cut = () => resolve({ ok: false, refusal: { code: 'upload-cut' } });
    request.open('POST', `${path}?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => progress(body.size === 0 ? 1 : Math.min(1, loaded / body.size));
    request.onerror = cut;
    request.onabort = cut;
    request.ontimeout = cut;
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (request.status === 200) return resolve({ ok: true, value: answer as FileLine });
      resolve({ ok: false, refusal: isRefusal(answer) ? answer : { code: 'upload-cut' } });
    };
    request.send(body);
  });
}
