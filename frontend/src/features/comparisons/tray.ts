import { useSyncExternalStore } from 'react';
import { comparedAtMost } from '#shared/comparisons/rules.ts';

/** What somebody puts aside to compare, in this browser: the latest four. */
export type Kept = { id: string; title: string };

const name = 'commonplace.compare';
const none: readonly Kept[] = [];
const listeners = new Set<() => void>();
let text: string | null = null;
let tray = none;

function read(): readonly Kept[] {
  let now: string | null = null;
  try {
    now = localStorage.getItem(name);
  } catch {
    // Storage refused: nothing is kept.
  }
  if (now !== text) {
    text = now;
    tray = parsed(now);
  }
  return tray;
}

function parsed(written: string | null): readonly Kept[] {
  try {
    const entries: unknown = JSON.parse(written ?? '[]');
    if (!Array.isArray(entries)) return none;
    return entries
      .filter((one): one is Kept => /^[0-9A-Za-z]{12}$/.test(one?.id) && typeof one.title === 'string')
      .slice(-comparedAtMost);
  } catch {
    return none;
  }
}

function write(next: readonly Kept[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(next.slice(-comparedAtMost)));
  } catch {
    // Storage refused: nothing is kept.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export const useTray = () => useSyncExternalStore(subscribe, read, () => none);

/** Puts an item aside, or takes it out. */
export function setAside({ id, title }: Kept, aside: boolean): void {
  const others = read().filter((one) => one.id !== id);
  write(aside ? [...others, { id, title }] : others);
}
