/** A refusal as a value: a handler returns it, the door turns it into a status and a body. */
import type { ApiRefusal } from '@yishiting/domain/api';
import type { RefusalCode } from '@yishiting/domain/refusals';

export class Refused {
  readonly body: ApiRefusal;
  constructor(body: ApiRefusal) {
    this.body = body;
  }
}

export const refused = (code: RefusalCode, more: Omit<ApiRefusal, 'code'> = {}): Refused =>
  new Refused({ code, ...more });

/** Not there, or not for this browser: nobody learns which. */
export const notFound = (): Refused => refused('not-found');

/** @param wait milliseconds */
export const tooFast = (wait: number): Refused => refused('too-fast', { params: { seconds: Math.ceil(wait / 1000) } });

const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  'not-signed-in': 401,
  'not-entitled': 403,
  'wrong-origin': 403,
  'wrong-password': 403,
  'password-overdue': 403,
  'not-found': 404,
  'no-such-file': 404,
  'file-too-large': 413,
  'file-type': 415,
  'file-empty': 400,
  'upload-cut': 400,
  'wrong-code': 404,
  'wrong-screen-code': 404,
  'no-such-screen': 404,
  'link-void': 404,
  'too-large': 413,
  'too-fast': 429,
  'try-again': 503,
  'document-failed': 503,
  'documents-busy': 503,
  stopping: 503,
  'disk-full': 507,
};

/** The status of a refusal; what the state of things does not allow is a conflict. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? 409;
