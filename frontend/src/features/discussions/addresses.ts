import type { CommentOrder } from '#shared/discussions/schema.ts';
import { commentOrders, type ThreadAt } from './queries.ts';

/** Threads that have a talk page; those of questions and tips are pages of their item. */
export type TalkAt = { what: Exclude<ThreadAt['what'], 'questions' | 'tips'>; target: string };
const kinds: readonly TalkAt['what'][] = ['items', 'people', 'reviews', 'lists', 'revisions', 'proposals', 'acts'];

/** Whether talk pages are of things like this. */
export const isTalk = (what: string): what is TalkAt['what'] => (kinds as readonly string[]).includes(what);

/** The page of a thread. */
export const threadPage = ({ what, target }: ThreadAt): string =>
  isTalk(what) ? `/talk/${what}/${encodeURIComponent(target)}` : `/i/${target}/${what}`;

/** The order that a page's address names. */
export function orderIn(search: string): CommentOrder {
  const named = new URLSearchParams(search).get('order');
  return commentOrders.find((one) => one === named) ?? 'best';
}

/** What leads to a line of what a proposal would change, on its page. */
export const lineId = (side: 'before' | 'after', number: number) => `${side === 'before' ? 'was' : 'line'}-${number}`;
