/** Where to go on after signing in: a path of this site, never another's. */
export function backFrom(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  const url = URL.parse(back, window.location.origin);
  return url?.origin === window.location.origin && /^\/(?![/\\])/.test(back)
    ? url.pathname + url.search + url.hash
    : '/';
}
