/** For tests: frames and requests as a hostile or broken client sends them, by a seed. */
import type { RawRequest } from './raw.ts';

type Random = () => number;

export interface Junk {
  /** A frame for the room's socket; never one that may change the record. */
  frame(): string | Buffer;
  request(): RawRequest;
}

/** What of the real house junk is mixed with, so that some of it comes far. */
export interface Around {
  host: string;
  /** Cookies, good and bad, as often as each is to be sent. */
  cookies: readonly string[];
  /** Ids that mean something in the meeting; no seats, since staff may rightly revoke them. */
  ids: readonly string[];
  /** Commands as they should be; none of them may change the record when given by those who throw junk. */
  commands: readonly object[];
  /** Requests as they should be; none may end what those who throw junk stand on. */
  requests: readonly { method: string; path: string; body?: object }[];
}

const words = [
  ...[
    '',
    ' ',
    'x',
    '议事厅',
    '😀',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '﷽',
    '\ufeff',
    '..',
    '%00',
    '%2e%2e%2f',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', "'; drop table meetings; --", '${7*7}'],
  ...['null', 'undefined', 'NaN', '-0', '2026-11-22', 'here', 'yes', 'sounding', 'a'.repeat(70), '字'.repeat(2_000)],
];
const numbers = [
  '0',
  '-0',
  '-1',
  '0.5',
  '1e400',
  '-1e400',
  '9007199254740993',
  '1e21',
  '18446744073709551616',
  '00',
  '0x1',
];
const fields = [
  'type',
  'id',
  't',
  'command',
  'seat',
  'vote',
  'item',
  'choice',
  'reason',
  'count',
  'seconds',
  'way',
  'shared',
];
const keys = [
  ...fields,
  'name',
  'token',
  'password',
  'login',
  'code',
  'people',
  'seats',
  'notice',
  '__proto__',
  'constructor',
];

export function junkOf(random: Random, around: Around): Junk {
  const upTo = (n: number) => Math.floor(random() * n);
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)]!;
  const mostly = (share: number) => random() < share;
  const hex = (n: number) => Array.from({ length: n }, () => upTo(16).toString(16)).join('');
  const id = () =>
    mostly(0.6) ? one(around.ids) : one([hex(32), `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`, hex(31)]);

  /** The text of a JSON value, or nearly. */
  function value(depth = 0): string {
    const kind = upTo(depth > 3 ? 4 : 7);
    if (kind === 0) return JSON.stringify(one(words));
    if (kind === 1) return one(numbers);
    if (kind === 2) return JSON.stringify(id());
    if (kind === 3) return one(['null', 'true', 'false', '"\\ud800"', '"\\u0000"', '{}', '[]']);
    if (kind === 4) return `[${Array.from({ length: upTo(4) }, () => value(depth + 1)).join()}]`;
    if (kind === 5)
      return `{${Array.from({ length: upTo(4) }, () => `${JSON.stringify(one(keys))}:${value(depth + 1)}`).join()}}`;
    return '['.repeat(upTo(4_000));
  }

  /** The text of this object: as it is, or with one of its values replaced, taken out or added. */
  function nearly(of: object): string {
    const pairs = Object.entries(of).map(([key, held]) => [key, JSON.stringify(held)] as const);
    const at = upTo(pairs.length + 1);
    const how = random();
    if (how < 0.3) pairs.splice(at, 1, [pairs[at]?.[0] ?? one(keys), value(1)]);
    else if (how < 0.4) pairs.splice(at, 1);
    else if (how < 0.5) pairs.push([one(keys), value(1)]);
    return `{${pairs.map(([key, held]) => `${JSON.stringify(key)}:${held}`).join()}}`;
  }

  const message = (): string => {
    if (mostly(0.1)) return value();
    const named = mostly(0.9) ? hex(32) : one(['', 'x', hex(31), hex(32).toUpperCase()]);
    return `{"t":"${mostly(0.95) ? 'command' : one(['whole', 'constructor', ''])}","id":"${named}","command":${nearly(one(around.commands))}}`;
  };
  /** The same text with a few characters changed, cut or doubled. */
  const damaged = (text: string): string => {
    const at = upTo(text.length);
    return one([
      () => text.slice(0, at),
      () => text.slice(0, at) + one(words) + text.slice(at + 1),
      () => text.slice(at) + text.slice(0, at),
      () => text + text,
    ])();
  };

  function frame(): string | Buffer {
    const up = `42${upTo(1_000)}["up",${message()}]`;
    const kind = random();
    if (kind < 0.96) return up;
    if (kind < 0.98) return damaged(up);
    if (kind < 0.985) return Buffer.from(Array.from({ length: upTo(60) }, () => upTo(256)));
    if (kind < 0.99) return `42["up","${'x'.repeat(60_000 + upTo(100_000))}"]`;
    const packet = `${upTo(10)}${upTo(10)}${one(['', '7', '1-', '99999-', '/admin,', '9'.repeat(40)])}`;
    return packet + one(['', value(), `["up",${message()}]`, `[${value()}]`, `{"protocol":2}`]);
  }

  function request(): RawRequest {
    const known = one(around.requests);
    const method = mostly(0.9) ? known.method : one(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
    const path = printable(mostly(0.9) ? known.path : damaged(known.path));
    const headers: Record<string, string> = { host: around.host };
    if (mostly(0.95))
      headers['origin'] = mostly(0.95) ? `http://${around.host}` : one(['null', 'http://evil.example', 'x']);
    if (mostly(0.9)) headers['cookie'] = one(around.cookies);
    if (method === 'GET' || method === 'HEAD') return { method, path: path + query(), headers };
    headers['content-type'] = mostly(0.95)
      ? 'application/json'
      : one(['text/plain', 'multipart/form-data; boundary=x', '*']);
    const body = bodyOf(known.body ?? {});
    headers['content-length'] = String(Buffer.byteLength(body));
    return { method, path, headers, body };
  }
  const query = () => (mostly(0.5) ? `?search=${one(['%00', '%ff', 'x', '%E0', '[]=', '&&', '%25'])}` : '');
  const bodyOf = (known: object): string => {
    if (mostly(0.005)) return 'x'.repeat(60_000 + upTo(100_000));
    return mostly(0.8) ? nearly(known) : mostly(0.5) ? damaged(nearly(known)) : value();
  };

  return { frame, request };
}

/** Node's own client refuses to send other paths; those are tried by name elsewhere. */
const printable = (url: string): string => url.replace(/[^\x21-\x7e]/g, '%');
