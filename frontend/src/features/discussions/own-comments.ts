import { useSyncExternalStore } from 'react';
import type { Comment } from '#shared/discussions/schema.ts';
import { currentSession, onSessionChange, useSession } from '../../client/session.ts';

/**
 * What I said, reworded or withdrew a moment ago. Public pages follow with a delay and are shared by an edge; until they
 * show it, it is laid over them.
 */
type Own = {
  /** By level: what I said there, the oldest first. */
  said: Record<string, Comment[]>;
  /** Words and revision of my comments as they stand; null where withdrawn. */
  changed: Record<string, Pick<Comment, 'text' | 'revision' | 'mentions'> | null>;
  at: number;
};

const storageKey = 'commonplace.own-comments';
const lifetime = 10 * 60_000;
const nothing: Own = { said: {}, changed: {}, at: 0 };
let own = read();
const listeners = new Set<() => void>();

function read(): Own {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Own | null;
    return kept && Date.now() - kept.at < lifetime ? kept : nothing;
  } catch {
    return nothing;
  }
}

function replace(next: Own): void {
  own = next;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Storage refused: it lasts as long as this page.
  }
  for (const listener of listeners) listener();
}

onSessionChange(() => {
  if (!currentSession().signedIn && own !== nothing) replace(nothing);
});

export function useOwnComments(): Own {
  const { signedIn } = useSession();
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (signedIn ? own : nothing),
    () => nothing,
  );
}

/** Lays a comment of mine over its level, in place of what was shown until it was taken. */
export function noteSaid(level: string, comment: Comment, instead?: string): void {
  const before = (own.said[level] ?? []).filter(({ id }) => id !== comment.id && id !== instead);
  replace({ ...own, said: { ...own.said, [level]: [...before, comment] }, at: Date.now() });
}

/** Takes it away again: it was refused. */
export function forgetSaid(level: string, commentId: string): void {
  const rest = (own.said[level] ?? []).filter(({ id }) => id !== commentId);
  replace({ ...own, said: { ...own.said, [level]: rest } });
}

/** Notes that a comment of mine says something else now, or is withdrawn (null); undefined takes that back. */
export function noteChanged(commentId: string, change: Own['changed'][string] | undefined): void {
  const { [commentId]: _, ...rest } = own.changed;
  replace({ ...own, changed: change === undefined ? rest : { ...rest, [commentId]: change }, at: Date.now() });
}

/** What a level shows with my own words: those it has not yet are put to its end. */
export function withOwn<T extends Comment>(from: Own, level: string, shown: readonly T[]): (T | Comment)[] {
  const there = new Set(shown.map(({ id }) => id));
  return [...shown, ...(from.said[level] ?? []).filter(({ id }) => !there.has(id))];
}

/** A comment as it stands after what I did to it; undefined where nothing is left of it. */
export function asChanged<T extends Comment>(from: Own, comment: T, hasReplies: boolean): T | undefined {
  const change = from.changed[comment.id];
  if (change === undefined || comment.withdrawn) return comment;
  if (change === null) return hasReplies ? { ...comment, text: '', by: null, withdrawn: true } : undefined;
  if (change.revision <= comment.revision) return comment;
  return { ...comment, ...change, more: false, editedAt: comment.editedAt ?? comment.at };
}
