/** Where to go on after signing in: a path of this site, never another's. */
export function backFrom(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  const url = back.startsWith('/') ? URL.parse(back, window.location.origin) : null;
  // What is left when dots are resolved may begin with two slashes, which is another site's address.
  return url?.origin === window.location.origin && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : '/';
}
