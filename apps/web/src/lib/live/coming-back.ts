/** The sign-in page, and from there back to where somebody was sent from. */

/** @param to the page to come back to, as path and query */
export const signInPath = (community: string, to: string): string =>
  `/c/${community}/sign-in?to=${encodeURIComponent(to)}`;

/** Where to go after signing in: the page named in the address if it is one of this community, else its meetings. */
export function returnPath(
  community: string,
  { origin, searchParams }: { origin: string; searchParams: Pick<URLSearchParams, 'get'> },
): string {
  const home = `/c/${community}`;
  const named = parsed(searchParams.get('to') ?? '', origin);
  if (named?.origin !== origin || !named.pathname.startsWith(`${home}/`)) return home;
  return named.pathname + named.search;
}

function parsed(path: string, origin: string): URL | null {
  try {
    return new URL(path, origin);
  } catch {
    return null;
  }
}
