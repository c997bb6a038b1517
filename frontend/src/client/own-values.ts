import { useSyncExternalStore } from 'react';
import { currentSession, onSessionChange } from './session.ts';

/** Something of mine as the page shows it (`value`) and as the server last confirmed it. */
type Own<T> = { value: T; confirmed: T; writing: boolean; changedAt: number };

/** Values of mine by key, shown at once, written one after the other, rolled back where refused. */
export function ownValues<T>(unset: T, write: (key: string, value: T) => Promise<unknown>) {
  const values = new Map<string, Own<T>>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  onSessionChange(() => {
    if (currentSession().signedIn || values.size === 0) return;
    values.clear();
    changed();
  });

  return {
    /** Takes what the server said at a time; whatever changed here since then stands. */
    learn(key: string, value: T, askedAt: number): void {
      const own = values.get(key);
      if (own && (own.writing || own.changedAt > askedAt || own.value === value)) return;
      values.set(key, { value, confirmed: value, writing: false, changedAt: askedAt });
      changed();
    },

    useValue: (key: string): T =>
      useSyncExternalStore(
        subscribe,
        // What is known may be that there is nothing.
        () => {
          const own = values.get(key);
          return own ? own.value : unset;
        },
        () => unset,
      ),

    /** Shows a value at once, telling `show` of each change, and writes it. Throws where refused, after rolling back. */
    async change(key: string, next: T, show: (before: T, after: T) => void): Promise<void> {
      const own = values.get(key) ?? { value: unset, confirmed: unset, writing: false, changedAt: 0 };
      values.set(key, own);
      const put = (value: T) => {
        show(own.value, value);
        own.value = value;
        own.changedAt = Date.now();
        changed();
      };
      put(next);
      // A press during a write is written by the loop that is running.
      if (own.writing) return;
      own.writing = true;
      try {
        while (own.value !== own.confirmed) {
          const target = own.value;
          await write(key, target);
          own.confirmed = target;
        }
      } catch (error) {
        put(own.confirmed);
        throw error;
      } finally {
        own.writing = false;
        own.changedAt = Date.now();
      }
    },
  };
}
