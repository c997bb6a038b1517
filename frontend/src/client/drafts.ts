import { useEffect } from 'react';
import { currentSession } from './session.ts';

/**
 * What somebody is writing, kept in this tab until it is taken: a session that ends, a reload or a step aside
 * loses no words. Each handle has its own drafts, so that nobody meets another's.
 */
const keyOf = (name: string) => {
  const session = currentSession();
  return `commonplace.draft.${(session.signedIn && session.handle) || ''}.${name}`;
};

export function readDraft<T extends object>(name: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

/** Keeps a draft as it changes; undefined is nothing to keep. */
export function useKeptDraft(name: string, draft: object | undefined): void {
  const text = draft && JSON.stringify(draft);
  useEffect(() => {
    try {
      if (text !== undefined) sessionStorage.setItem(keyOf(name), text);
    } catch {
      // Storage refused: the words last as long as their page.
    }
  }, [name, text]);
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Storage refused: there is none.
  }
}
