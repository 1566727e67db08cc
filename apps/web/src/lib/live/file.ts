/** A file that the server makes: fetched, so that progress and a refusal can be shown, and then handed to the browser to save. */
import { readRefusal, type Replied } from './request.ts';

export interface FetchedFile {
  blob: Blob;
  name: string;
}

/** The name in the header that hands a file over. */
export function nameIn(header: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1];
  try {
    return encoded === undefined ? 'document.pdf' : decodeURIComponent(encoded);
  } catch {
    return 'document.pdf';
  }
}

/** @param sent what the file is to be made of, where the address alone does not say it */
export async function getFile(path: string, sent?: object): Promise<Replied<FetchedFile>> {
  const asked =
    sent === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...asked });
    if (!response.ok) return { ok: false, refusal: readRefusal(await response.json()) };
    const name = nameIn(response.headers.get('content-disposition'));
    return { ok: true, value: { blob: await response.blob(), name } };
  } catch {
    return { ok: false, refusal: readRefusal(null) };
  }
}

/** Has the browser save it. */
export function save({ blob, name }: FetchedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
