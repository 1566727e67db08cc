/** The one cookie of a browser. Behind TLS it bears the prefix that keeps every other host from planting one. */

const plain = 'yishiting';
const secure = '__Host-yishiting';

/** As long as browsers keep a cookie at most (s); when the session ends is the server's to say. */
const maxAge = 400 * 86_400;

/** The token in a request's Cookie header, or null. Where both names are sent the one that TLS protected counts. */
export function tokenIn(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  for (const name of [secure, plain]) {
    const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    if (found && /^[A-Za-z0-9_-]{43}$/.test(found)) return found;
  }
  return null;
}

/** The Set-Cookie header that keeps a token in the browser, out of reach of scripts and of other sites. */
export function cookieFor(token: string, tls: boolean): string {
  const name = tls ? secure : plain;
  const cookie = `${name}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
  return tls ? `${cookie}; Secure` : cookie;
}
