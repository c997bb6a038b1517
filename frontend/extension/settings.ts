/** Where the extension saves to, and with which token: kept on this machine alone, never synchronised. */
export type Settings = { site: string; token: string };

export async function readSettings(): Promise<Settings | undefined> {
  const { site, token } = await chrome.storage.local.get(['site', 'token']);
  return typeof site === 'string' && typeof token === 'string' ? { site, token } : undefined;
}

export async function keepSettings({ site, token }: Settings): Promise<void> {
  await chrome.storage.local.set({ site, token });
}

/**
 * The origin of a site's address as somebody types it; undefined where it is none that a token may be sent to: over TLS,
 * or on this machine.
 */
export function siteOf(typed: string): string | undefined {
  const text = typed.trim();
  const isHere = /^(?:localhost|127\.0\.0\.1)(?::|\/|$)/.test(text);
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `${isHere ? 'http' : 'https'}://${text}`);
  if (!url || url.username || url.password || url.hostname === '') return undefined;
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url.origin : undefined;
}

/** What the browser is asked to let the extension reach: this site and no other. Ports are no part of such a pattern. */
export function patternOf(site: string): string {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}
