import { useSyncExternalStore } from 'react';
import { parameters } from '#shared/ranking/parameters.ts';
import { useSession } from './session.ts';

/**
 * Public counts are projected with a delay and shared by an edge. A change of one's own is laid
 * over them until they show it: `base` is the count when the change was made, so a later count
 * that moved the same way is taken to include it, and nothing is ever counted twice.
 */
type OwnWrite = { base: number; delta: number; at: number };
export type OwnWrites = ReadonlyMap<string, OwnWrite>;

const storageKey = 'commonplace.own-writes';
const lifetime = 10 * 60_000;
const none: OwnWrites = new Map();
let writes = read();
const listeners = new Set<() => void>();

function read(): OwnWrites {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as [string, OwnWrite][];
    return new Map(kept.filter(([, write]) => Date.now() - write.at < lifetime));
  } catch {
    return new Map();
  }
}

function replace(next: OwnWrites) {
  writes = next;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify([...next]));
  } catch {
    // Storage refused: the overlay lasts as long as this page.
  }
  for (const listener of listeners) listener();
}

/** Notes that a count of `shown` (public, before the overlay) changed by one's own hand. */
export function noteOwnWrite(key: string, shown: number, change: number): void {
  if (change === 0) return;
  const pending = standing(writes.get(key), shown);
  const delta = Math.max(-1, Math.min(1, (pending?.delta ?? 0) + change));
  const next = new Map(writes);
  if (delta === 0) next.delete(key);
  else next.set(key, { base: pending?.base ?? shown, delta, at: Date.now() });
  replace(next);
}

export function forgetOwnWrites(): void {
  replace(new Map());
}

function standing(write: OwnWrite | undefined, shown: number): OwnWrite | undefined {
  if (!write || Date.now() - write.at > lifetime) return undefined;
  const included = write.delta > 0 ? shown > write.base : shown < write.base;
  return included ? undefined : write;
}

/** A public count with one's own change laid over it. Settled counts that may not be exact stay as they are. */
export function withOwnWrite(from: OwnWrites, key: string, shown: number, settled = false): number {
  if (settled && shown >= parameters.settledFrom) return shown;
  return Math.max(0, shown + (standing(from.get(key), shown)?.delta ?? 0));
}

export function useOwnWrites(): OwnWrites {
  // On a page that is still everybody's there are none: what is one's own comes to all of it together.
  const { signedIn } = useSession();
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (signedIn ? writes : none),
    () => none,
  );
}
