import { vi } from 'vitest';

/** Somewhere that keeps texts by key, as a browser's two storages do. */
export function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

type Listener = (event: { key: string | null }) => void;

/** What the site's modules ask of a browser; answers a way to say that another tab changed the storage. */
export function standInBrowser(origin = 'https://commonplace.example') {
  const listeners: Listener[] = [];
  // What runs here runs as in a browser, not as where pages are rendered.
  vi.stubEnv('SSR', false);
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('window', {
    location: new URL('/', origin),
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
  });
  return { otherTabWrote: (key: string | null) => listeners.forEach((listener) => void listener({ key })) };
}
