import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { standInBrowser } from './browser.ts';

// Only what is loaded is asked here, so the hooks may answer without a component, and effects follow at once.
vi.mock('react', () => ({
  createContext: () => undefined,
  useCallback: <T>(given: T) => given,
  useEffect: (effect: () => void) => effect(),
  useSyncExternalStore: <T>(_: unknown, get: () => T) => get(),
}));

const storageKey = 'commonplace.session';
let otherTabWrote: (key: string | null) => void;
let site: typeof import('#frontend/client/loads.ts') & typeof import('#frontend/client/session.ts');

beforeEach(async () => {
  vi.resetModules();
  ({ otherTabWrote } = standInBrowser());
  vi.stubGlobal('document', { getElementById: () => null });
  localStorage.setItem(storageKey, JSON.stringify({ since: 1, handle: 'alice' }));
  site = { ...(await import('#frontend/client/loads.ts')), ...(await import('#frontend/client/session.ts')) };
  (await import('#frontend/client/forget-with-session.ts')).forgetWithSession();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** What a page shows of a key; asked for, with this answer, where nothing is known. */
function shown(key: string, answer = 'anew') {
  const { useLoad: loaded } = site;
  return loaded(key, () => Promise.resolve(answer)).data;
}
const soon = () => new Promise((resolve) => setImmediate(resolve));
async function asAlice() {
  for (const key of ['mine:claims', 'item:1', 'left unnamed']) shown(key, 'alice’s');
  await soon();
  expect(['mine:claims', 'item:1', 'left unnamed'].map((key) => shown(key))).toEqual(Array(3).fill('alice’s'));
}

it('as a session ends, what is one’s own goes and what is public stays', async () => {
  await asAlice();
  site.store(undefined);
  expect(['mine:claims', 'item:1'].map((key) => shown(key))).toEqual([undefined, 'alice’s']);
});

it('as the next one signs in nothing of the last is there, whatever its key, and all is asked for again', async () => {
  await asAlice();
  site.store(undefined);
  site.store({ since: 2 });
  site.rememberHandle('bob');
  for (const key of ['mine:claims', 'item:1', 'left unnamed']) expect(shown(key, 'bob’s')).toBeUndefined();
  await soon();
  for (const key of ['mine:claims', 'item:1', 'left unnamed']) expect(shown(key)).toBe('bob’s');
});

it('what was under way for one is not taken for the next', async () => {
  shown('mine:claims', 'alice’s');
  site.store(undefined);
  site.store({ since: 2 });
  await soon();
  expect(shown('mine:claims', 'bob’s')).toBeUndefined();
  await soon();
  expect(shown('mine:claims')).toBe('bob’s');
});

it('another tab that went from one person to the next before this one heard of it is noticed', async () => {
  await asAlice();
  const heard: boolean[] = [];
  site.onSessionChange(() => void heard.push(site.currentSession().signedIn));
  localStorage.setItem(storageKey, JSON.stringify({ since: 2, handle: 'bob' }));
  otherTabWrote(storageKey);
  expect(heard).toEqual([false, true]);
  expect(site.currentSession()).toEqual({ signedIn: true, handle: 'bob' });
  expect(['mine:claims', 'item:1', 'left unnamed'].map((key) => shown(key))).toEqual(Array(3).fill(undefined));
});

it('a session that goes on, since the site could not be told of its end, keeps what is public', async () => {
  await asAlice();
  const before = site.currentStored();
  site.store(undefined);
  site.store(before);
  expect(['mine:claims', 'item:1'].map((key) => shown(key))).toEqual([undefined, 'alice’s']);
  site.rememberHandle('alicia');
  expect(shown('item:1')).toBe('alice’s');
});
