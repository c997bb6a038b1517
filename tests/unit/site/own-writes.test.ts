import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from '#tests/setup/properties.ts';
import { standInBrowser } from './browser.ts';

// Only what a component sees of the store is asked here, so the hook may answer without a component.
vi.mock('react', () => ({
  createContext: () => undefined,
  // The page is one's own by now.
  use: () => ({ signedIn: true }),
  useSyncExternalStore: <T>(_: unknown, get: () => T) => get(),
}));

type Module = typeof import('#frontend/client/own-writes.ts');
let site: Module;
const load = async () => {
  vi.resetModules();
  site = await import('#frontend/client/own-writes.ts');
};
const shown = (count: number, settled = false) => site.withOwnWrite(site.useOwnWrites(), 'up:a', count, settled);

beforeEach(async () => {
  standInBrowser();
  await load();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a change of one’s own over a public count', () => {
  it('is shown at once and not twice when the count includes it', () => {
    site.noteOwnWrite('up:a', 7, 1);

    expect(shown(7)).toBe(8);
    expect(shown(8)).toBe(8);
    expect(shown(9)).toBe(9);
  });

  it('leaves nothing when it is taken back before it was counted', () => {
    site.noteOwnWrite('up:a', 7, 1);
    site.noteOwnWrite('up:a', 7, -1);

    expect(site.useOwnWrites().size).toBe(0);
    expect(shown(7)).toBe(7);
  });

  it('is taken from a count that includes it already', () => {
    site.noteOwnWrite('up:a', 7, 1);
    site.noteOwnWrite('up:a', 8, -1);

    expect(shown(8)).toBe(7);
    expect(shown(7)).toBe(7);
  });

  it('never shows less than none, nor changes a settled count that may not be exact', () => {
    site.noteOwnWrite('up:a', 0, -1);
    expect(shown(0)).toBe(0);

    site.noteOwnWrite('up:b', 120, 1);
    expect(site.withOwnWrite(site.useOwnWrites(), 'up:b', 120, true)).toBe(120);
    expect(site.withOwnWrite(site.useOwnWrites(), 'up:b', 120)).toBe(121);

    site.noteOwnWrite('up:c', 6, 1);
    expect(site.withOwnWrite(site.useOwnWrites(), 'up:c', 6, true)).toBe(6);
    site.noteOwnWrite('up:d', 5, 1);
    expect(site.withOwnWrite(site.useOwnWrites(), 'up:d', 5, true)).toBe(6);
  });

  it('lasts over a reload, but not for ever and not past signing out', async () => {
    vi.useFakeTimers();
    site.noteOwnWrite('up:a', 7, 1);
    await load();
    expect(shown(7)).toBe(8);

    vi.advanceTimersByTime(11 * 60_000);
    expect(shown(7)).toBe(7);
    await load();
    expect(site.useOwnWrites().size).toBe(0);

    site.noteOwnWrite('up:a', 7, 1);
    site.forgetOwnWrites();
    expect(shown(7)).toBe(7);
  });

  it('reads a storage that is spoilt or refused as empty', async () => {
    sessionStorage.setItem('commonplace.own-writes', '{"not": "a list"}');
    await load();
    expect(site.useOwnWrites().size).toBe(0);

    vi.stubGlobal('sessionStorage', undefined);
    await load();
    site.noteOwnWrite('up:a', 7, 1);
    expect(shown(7)).toBe(8);
  });

  it('is never more than one away from what is public, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.array(fc.constantFrom(-1, 0, 1), { maxLength: 12 }), (count, presses) => {
        site.forgetOwnWrites();
        for (const press of presses) site.noteOwnWrite('up:a', count, press);
        expect(Math.abs(shown(count) - count)).toBeLessThanOrEqual(1);
        expect(shown(count)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
