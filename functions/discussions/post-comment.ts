import { isOwner } from '#functions/claims/owners/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { invalidInput } from '#functions/http/input.ts';
import { createdIdOf, digestOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { watchWritten } from '#functions/watches/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { ancestorsOf } from '#shared/discussions/rules.ts';
import { type Comment, type ThreadTarget, threadTargets } from '#shared/discussions/schema.ts';
import { questionOf } from '#shared/discussions/targets.ts';
import { longestIn, repliesNumbered, rulesOf } from '#shared/discussions/threads.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { readTarget, type Target } from '#shared/targets.ts';
import type { Watchable } from '#shared/watches/schema.ts';
import { mentionsIn } from './mentions.ts';
import { numbersOf } from './pages/table.ts';
import { commentOf } from './reader.ts';
import { beforeReply, type CommentRow, commentById, commentKey, storeComment } from './table.ts';
import { keptAbout, subjectOf, targetOf } from './targets.ts';

export const postComment: Handler<'postComment'> = async ({ params, body, idempotencyKey }, context) => {
  const { caller, now } = context;
  const { text, parent: parentId, line, licence = 'CC-BY-SA-4.0' } = body;
  requireFitting(params.what, text, parentId);
  const [profile, target] = await Promise.all([
    requireAccount(context),
    targetOf(params),
    requirePower(context, 'comment'),
  ]);
  const by = handleOf(profile);
  const [subject, isTheirs] = await Promise.all([subjectOf(target), ownsWhat(params, caller.personId)]);
  if (!subject) throw new AppError('thread_not_found');
  if (line && (parentId !== undefined || !(line.version <= (subject.versions ?? 0))))
    throw invalidInput([{ path: 'body.line', message: 'is no line of this' }]);
  const watched = readTarget(target, threadTargets) as Target<ThreadTarget>;
  const id = idempotencyKey ? createdIdOf(caller.sub, 'postComment', idempotencyKey) : newId();
  const { byId: targetById, itemId, kind } = subject;
  const said = {
    ...commentKey(id),
    type: 'comment' as const,
    id,
    target,
    about: keptAbout(watched, subject, id),
    ...(targetById ? { targetById } : {}),
    ...(itemId ? { itemId } : {}),
    ...(kind ? { kind } : {}),
    at: isoSeconds(now),
    by,
    byId: caller.personId,
    ...(isTheirs ? { owner: true as const } : {}),
    ...(line ? { line } : {}),
    text,
    licence,
    revision: 1,
    ...(idempotencyKey ? { digest: digestOf([target, parentId, text, licence, ...(line ? [line] : [])]) } : {}),
  };
  return untilDone(async () => {
    const [mentions, { parent, replies }] = await Promise.all([
      mentionsIn(text, caller.personId),
      parentId === undefined ? { parent: undefined, replies: 0 } : beforeReply(parentId),
    ]);
    if (parentId !== undefined && !stands(parent, target)) {
      // The request may have come through before, while what it answers still stood.
      const before = idempotencyKey ? await commentById(id, { strong: true }) : undefined;
      if (before) return { comment: await written(id, said.digest) };
      requireParent(parent, target);
    }
    const comment: CommentRow = { ...said, mentions, ...placeUnder(params.what, parent, replies) };
    const failed = await storeComment(comment, caller.personId, replies);
    if (!failed) {
      const { target: about, name } = watchedWith(watched, comment, subject);
      if (about) await watchWritten(context, about, name);
      return { comment: commentOf(comment) };
    }
    if (failed === 'account') throw new AppError('account_deleted');
    if (failed === 'comment') return { comment: await written(id, said.digest) };
    return undefined;
  });
};

/** @throws invalid_input for what is too long in its thread, and for an answer where there are none */
function requireFitting(what: ThreadTarget, text: string, parent: string | undefined): void {
  const isReply = parent !== undefined;
  const longest = longestIn(what, isReply);
  if (text.length > longest)
    throw invalidInput([{ path: 'body.text', message: `has more than ${longest} characters` }]);
  if (isReply && !rulesOf(what).answered)
    throw invalidInput([{ path: 'body.parent', message: 'is nothing that anybody answers' }]);
}

/** Whether who gives a tip, asks or answers owns the item that it is about: it stands with what they say. */
async function ownsWhat({ what, target }: { what: ThreadTarget; target: string }, personId: string) {
  return (what === 'questions' || what === 'tips') && isOwner(target, personId);
}

function placeUnder(what: ThreadTarget, parent: CommentRow | undefined, replies: number) {
  if (!parent) return { above: [], depth: 0 };
  return {
    parent: parent.id,
    ...(parent.byId ? { parentById: parent.byId } : {}),
    above: ancestorsOf(parent),
    depth: parent.depth + 1,
    ...(replies < repliesNumbered(what, parent) ? { n: replies + 1 } : {}),
  };
}

const stands = (parent: CommentRow | undefined, target: string) => parent?.target === target && !parent.withdrawn;

function requireParent(parent: CommentRow | undefined, target: string): void {
  if (!parent || parent.target !== target) throw new AppError('comment_not_found', 'What you answer is not there');
  if (parent.withdrawn) throw new AppError('comment_withdrawn', 'What you answer was withdrawn meanwhile');
}

/** What was written under the same key before. */
async function written(id: string, digest: string | undefined): Promise<Comment> {
  const there = await commentById(id, { strong: true });
  if (!there || there.withdrawn) throw new AppError('comment_withdrawn');
  if (there.digest !== digest) throw new AppError('idempotency_key_reused');
  return commentOf(there, await numbersOf(id));
}

type Watched = { target?: Target<Watchable>; name: string };

/**
 * What one watches who says something, and what a watchlist calls it: the thread (a person by handle, as paths have it),
 * of many questions the one, and nothing for a tip.
 */
function watchedWith(thread: Target<ThreadTarget>, comment: CommentRow, { title }: { title: string }): Watched {
  if (thread.what === 'questions') {
    const question = questionOf(comment);
    return { ...(question ? { target: { what: 'comments', id: question } } : {}), name: `A question on ${title}` };
  }
  return { ...(thread.what === 'tips' ? {} : { target: thread as Target<Watchable> }), name: title.replace(/^@/, '') };
}
