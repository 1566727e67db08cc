/** For tests: requests as no browser would make them, byte by byte. */
import { request, type Agent } from 'node:http';
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  body: string;
  /** The refusal's code; undefined when the body is none of the API's. */
  code: string | undefined;
}

export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  agent?: Agent;
}

/** One request with exactly these headers; status 0 when the server closed the connection instead of answering. */
export function ask(
  origin: string,
  { method = 'GET', path, headers = {}, body, agent }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, body: '', code: undefined });
    const sent = request({ hostname, port, method, path, headers, ...(agent && { agent }) }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', nothing);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, code: codeIn(text) }));
    });
    sent.on('error', nothing);
    sent.end(body);
  });
}

function codeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string } | null)?.code;
  } catch {
    return undefined;
  }
}

/** Writes these bytes to the port; resolves with all that came back until the server closed. */
export function say(origin: string, bytes: string, { reset = false } = {}): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes, () => {
        if (reset) socket.resetAndDestroy();
      });
    });
    socket.on('data', (part) => (heard += String(part)));
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(heard));
  });
}

/** The opening of a WebSocket. */
export const upgrade = (path: string, headers: Record<string, string>): string =>
  [
    `GET ${path} HTTP/1.1`,
    ...Object.entries({
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');
