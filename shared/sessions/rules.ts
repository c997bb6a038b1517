/** Where the session's operations are: the only address that its cookie is sent to. */
export const sessionPath = '/api/session';

/** How long the user pool takes a refresh token, and a browser keeps the cookie with it. */
export const sessionDays = 30;

/** Browsers keep a cookie of 4,096 bytes with all that is said about it. */
export const longestToken = 3800;

/** What may stand in a cookie's value without quotes (RFC 6265, 4.1.1). */
export const cookieText = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

/** The cookie's name; under its prefix a browser takes it over TLS only. A local system has no TLS. */
export const cookieName = (isSecure: boolean) => (isSecure ? '__Secure-session' : 'session');

/** A Set-Cookie header that keeps a refresh token where no script can read it; without a token it takes the cookie away. */
export function setCookie(token: string | undefined, isSecure: boolean): string {
  return [
    `${cookieName(isSecure)}=${token ?? ''}`,
    `Path=${sessionPath}`,
    `Max-Age=${token === undefined ? 0 : sessionDays * 86_400}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}

/** The refresh token among the cookies of a request (`name=value` each); undefined where there is none that may be one. */
export function tokenIn(cookies: readonly string[], isSecure: boolean): string | undefined {
  const start = `${cookieName(isSecure)}=`;
  const token = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
  return token && token.length <= longestToken && cookieText.test(token) ? token : undefined;
}

/**
 * Whether a request comes from a page of `own` origin, or from no page at all: a browser says so in headers that
 * no page can change. An old one does not send Sec-Fetch-Site, but sends Origin with whatever is no GET.
 */
export function isFromOwnPage(
  { 'sec-fetch-site': site, origin }: Record<string, string | undefined>,
  own: string,
): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || origin === own;
}
