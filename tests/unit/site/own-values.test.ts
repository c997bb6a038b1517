import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standInBrowser } from './browser.ts';

// Only what a component sees of a value is asked here, so the hook may answer without a component.
vi.mock('react', () => ({
  createContext: () => undefined,
  useSyncExternalStore: <T>(_: unknown, get: () => T) => get(),
}));

type Side = 'up' | 'down' | null;
type Written = { value: Side; answer: () => void; refuse: (error: Error) => void };

const storageKey = 'commonplace.session';
const signedIn = JSON.stringify({ since: 1, handle: 'alice' });
let otherTabWrote: (key: string | null) => void;
let writes: Written[];
let votes: ReturnType<typeof newVotes>;
let ownValues: typeof import('#frontend/client/own-values.ts').ownValues;

const newVotes = () =>
  ownValues<Side>(
    null,
    (_, value) =>
      new Promise<void>((answer, refuse) => {
        writes.push({ value, answer, refuse });
      }),
  );
const shows: [Side, Side][] = [];
const change = (value: Side) => votes.change('a', value, (before, after) => void shows.push([before, after]));
const soon = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(async () => {
  vi.resetModules();
  ({ otherTabWrote } = standInBrowser());
  localStorage.setItem(storageKey, signedIn);
  ({ ownValues } = await import('#frontend/client/own-values.ts'));
  writes = [];
  shows.length = 0;
  votes = newVotes();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a value of one’s own', () => {
  it('is shown before the server answers', async () => {
    const done = change('up');

    expect(votes.useValue('a')).toBe('up');
    writes[0]?.answer();
    await done;
    expect(votes.useValue('a')).toBe('up');
    expect(shows).toEqual([[null, 'up']]);
  });

  it('goes back to what the server last took when it is refused, and says so', async () => {
    const first = change('up');
    writes[0]?.answer();
    await first;

    const second = change('down');
    writes[1]?.refuse(new Error('busy'));

    await expect(second).rejects.toThrow('busy');
    expect(votes.useValue('a')).toBe('up');
    expect(shows).toEqual([
      [null, 'up'],
      ['up', 'down'],
      ['down', 'up'],
    ]);
  });

  it('writes one press after the other, and of many only the last', async () => {
    const done = change('up');
    await change('down');
    await change(null);
    await change('down');
    expect(writes.map(({ value }) => value)).toEqual(['up']);

    writes[0]?.answer();
    await soon();
    expect(writes.map(({ value }) => value)).toEqual(['up', 'down']);
    writes[1]?.answer();
    await done;
    expect(votes.useValue('a')).toBe('down');
  });

  it('does not write a press that was taken back meanwhile', async () => {
    votes.learn('a', 'up', Date.now());
    const done = change(null);
    await change('up');
    writes[0]?.answer();
    await soon();
    writes[1]?.answer();
    await done;

    expect(writes.map(({ value }) => value)).toEqual([null, 'up']);
    expect(votes.useValue('a')).toBe('up');
  });

  it('is not overwritten by an answer that was asked for before the press', async () => {
    const askedAt = Date.now() - 1000;
    const done = change('up');
    votes.learn('a', null, askedAt);
    expect(votes.useValue('a')).toBe('up');
    writes[0]?.answer();
    await done;
    votes.learn('a', null, askedAt);
    expect(votes.useValue('a')).toBe('up');

    votes.learn('a', 'down', Date.now() + 1000);
    expect(votes.useValue('a')).toBe('down');
  });

  it('is forgotten when its person signs out, in another tab too', async () => {
    votes.learn('a', 'up', Date.now());
    localStorage.removeItem(storageKey);
    otherTabWrote(storageKey);

    expect(votes.useValue('a')).toBe(null);
  });
});
