import type { Comment, CommentedLine } from '#shared/discussions/schema.ts';
import { call } from '../../client/call.ts';
import { currentSession } from '../../client/session.ts';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import { forgetSaid, noteChanged, noteSaid } from './own-comments.ts';
import { levelOf, type ThreadAt } from './queries.ts';

/** Says something: it stands there at once, and goes again where it is refused. */
export async function postComment(at: ThreadAt, text: string, parent?: string, line?: CommentedLine): Promise<void> {
  const session = currentSession();
  const key = crypto.randomUUID();
  const level = parent ?? levelOf(at);
  const pending: Comment = {
    id: `sending-${key}`,
    ...(parent ? { parent } : {}),
    ...(line ? { line } : {}),
    text,
    by: (session.signedIn && session.handle) || null,
    at: new Date().toISOString(),
    revision: 0,
    up: 0,
    down: 0,
    replies: 0,
  };
  noteSaid(level, pending);
  try {
    const sent = { params: at, body: { text, ...(parent ? { parent } : {}), ...(line ? { line } : {}) } };
    const { comment } = await call('postComment', sent, { idempotencyKey: key });
    noteSaid(level, comment, pending.id);
  } catch (error) {
    forgetSaid(level, pending.id);
    throw error;
  }
}

export async function rewordComment({ id, revision }: Comment, text: string): Promise<void> {
  const { comment } = await call('editComment', { params: { commentId: id }, body: { text, revision } });
  const { mentions } = comment;
  noteChanged(id, { text: comment.text, revision: comment.revision, ...(mentions ? { mentions } : {}) });
}

/** Withdraws it at once on the page; `noun` is what it is called. */
export function withdrawComment(commentId: string, noun: string): void {
  noteChanged(commentId, null);
  call('withdrawComment', { params: { commentId } }).then(
    () => say(`Your ${noun} was withdrawn.`),
    (error: unknown) => {
      noteChanged(commentId, undefined);
      refused(`Your ${noun} still stands`)(error);
    },
  );
}
