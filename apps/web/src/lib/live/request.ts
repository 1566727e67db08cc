/** Requests to the API: an answer or a refusal as values, never a throw for what is expected to go wrong. */
import type { ApiRefusal } from '@yishiting/domain/api';

export type Replied<T> = { ok: true; value: T } | { ok: false; refusal: ApiRefusal };

/** The server could not be reached, or what came back is none of its answers. */
const unreachable: ApiRefusal = { code: 'try-again' };

const isRefusal = (body: unknown): body is ApiRefusal =>
  typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string';

/** What a body says of a refusal; one to try again where it is none of the server's. */
export const readRefusal = (body: unknown): ApiRefusal => (isRefusal(body) ? body : unreachable);

async function ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Replied<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, refusal: readRefusal(answer) };
  } catch {
    return { ok: false, refusal: unreachable };
  }
}

export const get = <T>(path: string): Promise<Replied<T>> => ask<T>('GET', path);
export const post = <T>(path: string, body: unknown = {}): Promise<Replied<T>> => ask<T>('POST', path, body);
export const put = <T>(path: string, body: unknown): Promise<Replied<T>> => ask<T>('PUT', path, body);
