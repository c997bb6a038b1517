import { randomUUID } from 'node:crypto';
import { postComment } from '#functions/discussions/post-comment.ts';
import type { PersonContext } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/table.ts';
import { listNotices } from '#functions/notifications/list-notices.ts';
import { reviseItem } from '#functions/revisions/revise-item.ts';
import { listWatchedChanges } from '#functions/watches/list-watched-changes.ts';
import { unwatchTarget } from '#functions/watches/unwatch-target.ts';
import { watchTarget } from '#functions/watches/watch-target.ts';
import type { Comment } from '#shared/discussions/schema.ts';
import type { Notice } from '#shared/notifications/schema.ts';
import type { Seen, Watchable, WatchedChange } from '#shared/watches/schema.ts';

const none = { params: undefined, query: undefined, body: undefined };

/** Begins to watch, through the operation. */
export const watch = (by: PersonContext, what: Watchable, target: string) =>
  watchTarget({ ...none, params: { what, target } }, by);
/** Ceases to watch, through the operation. */
export const unwatch = (by: PersonContext, what: Watchable, target: string) =>
  unwatchTarget({ ...none, params: { what, target } }, by);

/** A page of somebody's watchlist. */
export async function watched(by: PersonContext): Promise<{ entries: WatchedChange[]; seen: Seen }> {
  const answer = await listWatchedChanges({ ...none, query: {} }, by);
  return JSON.parse('text' in answer ? answer.text : '') as { entries: WatchedChange[]; seen: Seen };
}

/** A page of somebody's notifications. */
export async function told(by: PersonContext): Promise<{ entries: Notice[]; seen: Seen }> {
  const answer = await listNotices({ ...none, query: {} }, by);
  return JSON.parse('text' in answer ? answer.text : '') as { entries: Notice[]; seen: Seen };
}

/** Says something under an item, or in answer to a comment there. */
export async function say(by: PersonContext, itemId: string, text: string, parent?: string): Promise<Comment> {
  const params = { what: 'items' as const, target: itemId };
  const body = { text, ...(parent ? { parent } : {}) };
  const posted = await postComment({ ...none, params, body, idempotencyKey: randomUUID() }, by);
  return (posted as { comment: Comment }).comment;
}

/** Edits the title of a link. */
export async function edit(by: PersonContext, itemId: string, title: string, more: { minor?: true } = {}) {
  const item = await itemById(itemId, { strong: true });
  if (!item) throw new Error('There is no such item');
  const body = {
    fields: { ...item.fields, title },
    base: item.revision,
    summary: `Called ${title}`,
    minor: false,
    ...more,
  };
  return reviseItem({ ...none, params: { itemId }, body } as Parameters<typeof reviseItem>[0], by);
}
