import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { licences } from '../text.ts';
import { voteValue } from '../votes/schema.ts';
import {
  ancestor,
  comment,
  commentLine,
  commentNode,
  commentOrders,
  commentText,
  newComment,
  threadAbout,
  threadPath,
} from './schema.ts';

const commentPath = z.strictObject({ commentId: id });
const order = z._default(z.enum(commentOrders), 'best');
const paged = z.strictObject({ order, cursor: z.optional(cursor) });

export const getThread = operation({
  name: 'getThread',
  method: 'GET',
  path: '/api/threads/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary:
    'What people say about an item, person, review, list, revision or proposal, ask about an item or give as tips on it: twenty comments a page in an order, each with its first replies, a question with the best of its first answers.',
  params: threadPath,
  query: paged,
  output: z.object({
    about: threadAbout,
    /** All that were said and not withdrawn, replies too. */
    comments: z.number(),
    page: pageOf(commentNode),
  }),
  errors: ['thread_not_found', 'invalid_cursor'],
});

export const listThreadComments = operation({
  name: 'listThreadComments',
  method: 'GET',
  path: '/api/threads/{what}/{target}/latest',
  auth: 'public',
  freshness: 'page',
  summary: 'Comments of a thread, replies too, newest first, twenty a page.',
  params: threadPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(commentLine),
  errors: ['thread_not_found', 'invalid_cursor'],
});

export const listLineComments = operation({
  name: 'listLineComments',
  method: 'GET',
  path: '/api/threads/{what}/{target}/lines',
  auth: 'public',
  freshness: 'page',
  summary:
    'What people say about single lines of what a proposal would change, by version and line, twenty comments a page, each with its first replies.',
  params: threadPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(commentNode),
  errors: ['thread_not_found', 'invalid_cursor'],
});

export const listReplies = operation({
  name: 'listReplies',
  method: 'GET',
  path: '/api/comments/{commentId}/replies',
  auth: 'public',
  freshness: 'page',
  summary: 'The replies to a comment, twenty a page in an order, each with its own first replies.',
  params: commentPath,
  query: paged,
  output: pageOf(commentNode),
  errors: ['comment_not_found', 'invalid_cursor'],
});

export const getComment = operation({
  name: 'getComment',
  method: 'GET',
  path: '/api/comments/{commentId}',
  auth: 'public',
  freshness: 'page',
  summary:
    'One comment whole, with exact counts, what it is about, those above it (nearest last) and a page of its replies.',
  params: commentPath,
  query: z.strictObject({ order }),
  output: z.object({
    comment,
    licence: z.enum(licences),
    about: threadAbout,
    /** The thread, as paths name it; null where it was that of a person who left. */
    thread: z.nullable(z.object({ what: z.string(), target: z.string() })),
    /** How many comments up the first one of its branch stands. */
    depth: z.number(),
    above: z.array(ancestor),
    /** Votes that do not count yet. */
    waiting: z.number(),
    page: pageOf(commentNode),
  }),
  errors: ['comment_not_found'],
});

export const listWordings = operation({
  name: 'listWordings',
  method: 'GET',
  path: '/api/comments/{commentId}/wordings',
  auth: 'public',
  freshness: 'page',
  summary: 'The earlier wordings of a comment, newest first; the last hundred.',
  params: commentPath,
  output: z.object({ wordings: z.array(z.object({ revision: z.number(), text: z.string(), at: z.string() })) }),
  errors: ['comment_not_found'],
});

export const listCommentsByPerson = operation({
  name: 'listCommentsByPerson',
  method: 'GET',
  path: '/api/people/{handle}/comments',
  auth: 'public',
  freshness: 'page',
  summary: 'What a person said, newest first, twenty a page.',
  params: z.strictObject({ handle }),
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(commentLine),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const postComment = operation({
  name: 'postComment',
  method: 'POST',
  path: '/api/threads/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Say something about an item, person, review, list, revision or proposal, ask a question or give a tip about an item, or answer a comment there. Nobody answers a tip.',
  idempotencyKey: true,
  params: threadPath,
  body: newComment,
  output: z.object({ comment }),
  errors: [
    'thread_not_found',
    'comment_not_found',
    'comment_withdrawn',
    'trust_too_low',
    'handle_required',
    'account_deleted',
    'idempotency_key_reused',
  ],
});

export const editComment = operation({
  name: 'editComment',
  method: 'PUT',
  path: '/api/comments/{commentId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Reword a comment of yours, naming the revision you started from; earlier wordings stay readable.',
  params: commentPath,
  body: z.strictObject({ text: commentText, revision: z.int().check(z.gte(1)) }),
  output: z.object({ comment }),
  errors: [
    'comment_not_found',
    'not_your_comment',
    'comment_withdrawn',
    'comment_conflict',
    'handle_required',
    'account_deleted',
  ],
});

export const withdrawComment = operation({
  name: 'withdrawComment',
  method: 'DELETE',
  path: '/api/comments/{commentId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Withdraw a comment of yours with its earlier wordings. Where others replied, an empty place with their replies stays. Repeating it changes nothing.',
  params: commentPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['not_your_comment', 'account_deleted'],
});

export const voteComment = operation({
  name: 'voteComment',
  method: 'PUT',
  path: '/api/comments/{commentId}/vote',
  auth: 'person',
  freshness: 'none',
  summary: 'Vote a comment up or down, or change your vote. Nobody votes on their own.',
  params: commentPath,
  body: z.strictObject({ value: voteValue }),
  output: z.object({
    vote: voteValue,
    /** Why it does not count yet, and until when; null where it counts. */
    held: z.nullable(hold),
  }),
  errors: ['comment_not_found', 'comment_withdrawn', 'own_contribution', 'account_deleted', 'handle_required'],
});

export const unvoteComment = operation({
  name: 'unvoteComment',
  method: 'DELETE',
  path: '/api/comments/{commentId}/vote',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your vote on a comment. Repeating it changes nothing.',
  params: commentPath,
  output: z.object({ vote: z.null() }),
  errors: ['account_deleted'],
});

export const discussionOperations = {
  getThread,
  listThreadComments,
  listLineComments,
  listReplies,
  getComment,
  listWordings,
  listCommentsByPerson,
  postComment,
  editComment,
  withdrawComment,
  voteComment,
  unvoteComment,
};
