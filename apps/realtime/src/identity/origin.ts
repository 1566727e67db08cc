/** From where a request may change something: only from pages of this server itself, under whichever of its names. */

/** What of a request is looked at; the same for HTTP and for opening a socket. */
export interface Sent {
  origin: string | undefined;
  host: string | undefined;
  cookie: string | undefined;
}

/**
 * Whether a request that changes something, or opens a socket, comes from a page of this server: its Origin names the
 * host it was sent to, or the public origin. Without Origin (no browser) it may only come without a cookie.
 */
export function isOwnOrigin({ origin, host, cookie }: Sent, publicOrigin: string | undefined): boolean {
  if (origin === undefined) return cookie === undefined;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  const page = URL.parse(origin);
  // Parsed with the page's scheme, so that a port that goes without saying is left out on both sides.
  const server = page && host !== undefined ? URL.parse(`${page.protocol}//${host}`) : null;
  return page !== null && server !== null && /^https?:$/.test(page.protocol) && page.host === server.host;
}
