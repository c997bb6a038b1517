import type { CommentNode, CommentOrder, ThreadTarget } from '#shared/discussions/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { setLoaded, useLoad, usePages } from '../../client/loads.ts';
import { settledCount } from '../../ui/numbers.ts';

/** A thread as its address names it. */
export type ThreadAt = { what: ThreadTarget; target: string };
export type Thread = Answer<'getThread'>;
export type Level = { entries: CommentNode[]; next: string | null };

export const orderLabels: Record<CommentOrder, string> = { best: 'Best', new: 'Newest', old: 'Oldest' };
/** `1 reply`, `3 replies`, `120+ replies`. */
export const repliesSaid = (count: number) => `${settledCount(count)} ${count === 1 ? 'reply' : 'replies'}`;

export const commentOrders = Object.keys(orderLabels) as CommentOrder[];

/** What own words are kept under: a thread by its address, or the comment that they answer. */
export const levelOf = ({ what, target }: ThreadAt) => `${what}/${what === 'people' ? target.toLowerCase() : target}`;

const threadKey = (at: ThreadAt, order: CommentOrder) => `thread:${levelOf(at)}:${order}`;

export function useThread(at: ThreadAt, order: CommentOrder) {
  return useLoad(threadKey(at, order), () => call('getThread', { params: at, query: { order } }));
}

/** Loads the next page of a thread behind what is shown of it. */
export async function moreOfThread(at: ThreadAt, order: CommentOrder, cursor: string): Promise<void> {
  const { page } = await call('getThread', { params: at, query: { order, cursor } });
  setLoaded<Thread>(threadKey(at, order), (before) => before && { ...before, page: joined(before.page, page) });
}

/** So many comments on lines stand at their lines; the others stand in the discussion alone. */
const mostAtLines = 200;
const lineCommentsKey = (at: ThreadAt) => `thread:${levelOf(at)}:lines`;
const loadLineComments = (at: ThreadAt) => async () => {
  const found: CommentNode[] = [];
  for (let cursor: string | null | undefined; cursor !== null && found.length < mostAtLines; ) {
    const page = await call('listLineComments', { params: at, query: cursor ? { cursor } : {} });
    found.push(...page.entries);
    cursor = page.next;
  }
  return found;
};

/** What is said about single lines, by version and line. */
export function useLineComments(at: ThreadAt) {
  return useLoad(lineCommentsKey(at), loadLineComments(at));
}

const repliesKey = (commentId: string, order: CommentOrder) => `replies:${commentId}:${order}`;

export function useReplies(commentId: string, order: CommentOrder, wanted: boolean) {
  return useLoad(
    repliesKey(commentId, order),
    () => call('listReplies', { params: { commentId }, query: { order } }),
    wanted,
  );
}

/** Loads the next page of replies behind what is shown of them. */
export async function moreReplies(commentId: string, order: CommentOrder, cursor: string): Promise<void> {
  const page = await call('listReplies', { params: { commentId }, query: { order, cursor } });
  setLoaded<Level>(repliesKey(commentId, order), (before) => before && joined(before, page));
}

function joined(before: Level, page: Level): Level {
  const shown = new Set(before.entries.map(({ id }) => id));
  return { entries: [...before.entries, ...page.entries.filter(({ id }) => !shown.has(id))], next: page.next };
}

export function useComment(commentId: string, wanted = true) {
  return useLoad(
    `comment:${commentId}`,
    () => call('getComment', { params: { commentId }, query: { order: 'best' } }),
    wanted,
  );
}

export function useWordings(commentId: string, revision: number, wanted: boolean) {
  return useLoad(`wordings:${commentId}:${revision}`, () => call('listWordings', { params: { commentId } }), wanted);
}

export function useCommentsOf(handle: string) {
  return usePages(`said:${handle.toLowerCase()}`, (cursor) =>
    call('listCommentsByPerson', { params: { handle }, query: { cursor } }),
  );
}
