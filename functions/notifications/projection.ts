import type { Entry } from '#functions/projections/change.ts';
import type { RevisionRow } from '#functions/revisions/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { threadOf } from '#shared/discussions/targets.ts';
import { commentPage, isQuestion } from '#shared/discussions/threads.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import type { NoticeKind } from '#shared/notifications/kinds.ts';
import { noticeDays } from '#shared/notifications/rules.ts';
import type { Notice } from '#shared/notifications/schema.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { revisionId } from '#shared/targets.ts';
import type { ActFact, ClaimFact, CommentFact, ProposalFact, ReplyFact, ReviewFact } from './facts.ts';
import { noticeEntry } from './table.ts';

const titleBytes = 160;
const textBytes = 200;
const decided = ['accepted', 'refused', 'applied', 'reverted'];

type Told = Omit<Notice, 'kind'> & { byId?: string | undefined; itemId?: string | undefined };

const shortened = ({ title, href }: { title: string; href: string }) => ({ title: cutBytes(title, titleBytes), href });
const beginning = (text: string | undefined) => (text ? { text: cutBytes(withoutSpoilers(text, '…'), textBytes) } : {});

/** Tells each of these people once, never the one who did it; where they are told of it twice, the first stands. */
function tell(told: Told, people: readonly (readonly [string | undefined, NoticeKind])[], now: Date): Entry[] {
  const { byId, itemId, ...line } = told;
  const ttl = secondsOf(line.at) + noticeDays * 86_400;
  if (!(ttl * 1000 > now.getTime())) return [];
  const kinds = new Map<string, NoticeKind>();
  for (const [personId, kind] of people) {
    if (personId !== undefined && personId !== byId && !kinds.has(personId)) kinds.set(personId, kind);
  }
  return [...kinds].map(([personId, kind]) => noticeEntry(personId, { ...line, kind }, { byId, itemId, ttl }));
}

/** Whom a comment answers, mentions, or comes to because the thing is theirs. */
export function commentNotices(row: Row, now: Date): Entry[] {
  const {
    id,
    target,
    parent,
    about,
    at,
    by,
    byId,
    text,
    itemId,
    mentions = [],
    parentById,
    targetById,
    withdrawn,
    folded,
  } = row as CommentFact;
  if (withdrawn !== undefined) return [];
  const thread = threadOf({ target });
  return tell(
    {
      id: `c${id}`,
      ...(isQuestion(thread, { parent }) ? { did: 'asked' } : {}),
      at,
      by: by ?? null,
      about: shortened(about),
      href: commentPage(thread, { id, parent }),
      ...beginning(folded ? undefined : text),
      byId,
      itemId,
    },
    [[parentById, 'reply'], ...mentions.map(({ personId }) => [personId, 'mention'] as const), [targetById, 'comment']],
    now,
  );
}

/** What became of a proposal, for whoever made it. A state that follows another one is told anew. */
export function proposalNotices(row: Row, now: Date): Entry[] {
  const { id, about, at, byId, itemId, state, decidedAt } = row as ProposalFact;
  if (!decided.includes(state)) return [];
  const line = { id: `o${id}.${state}`, did: state, at: decidedAt ?? at, by: null, itemId };
  return tell({ ...line, about: { ...shortened(about), href: `/proposals/${id}` } }, [[byId, 'proposal']], now);
}

/** Whose edits a revision took back. */
export function revertNotices(row: Row, now: Date): Entry[] {
  const { itemId, title, n, did, at, by, byId, summary, reverted, removed, folded } = row as RevisionRow;
  if (n === 1 || !reverted) return [];
  const about = { title: cutBytes(title, titleBytes), href: `/i/${itemId}` };
  const href = `/i/${itemId}/diff/${n - 1}/${n}`;
  const said = removed === undefined && folded === undefined ? beginning(summary) : {};
  return tell(
    { id: `v${revisionId(itemId, n)}`, did, at, by: by ?? null, about, href, ...said, byId, itemId },
    Object.keys(reverted.of).map((personId) => [personId, 'reverted']),
    now,
  );
}

/** Whose contribution an act of moderation is about. */
export function actNotices(row: Row, now: Date): Entry[] {
  const { id, did, about, words, at, by, byId, targetById, personId } = row as ActFact;
  const line = { id: `a${id}`, did, at, by: by ?? null, about: shortened(about), href: `/moderation/${id}` };
  return tell({ ...line, ...beginning(words), byId }, [[personId ?? targetById, 'moderation']], now);
}

/** That the owner of an item replied to a review of it, for whoever wrote the review. */
export function replyNotices(row: Row, now: Date): Entry[] {
  const { reviewId, itemId, about, at, by, byId, targetById } = row as ReplyFact;
  const line = { id: `w${reviewId}`, at, by: by ?? null, about: shortened(about), byId, itemId };
  return tell(line, [[targetById, 'owner']], now);
}

/** A new review of what is somebody's own, for its owners; and that a review came not to count, for its author. */
export function reviewNotices(row: Row, now: Date): Entry[] {
  const { id, itemId, text, about, at, by, byId, ownerIds = [], removed, held, heldAt } = row as ReviewFact;
  const named = { title: cutBytes(about.title, titleBytes), href: `/i/${itemId}` };
  const said = removed === undefined ? beginning(text) : {};
  const line = { id: `r${id}`, at, by: by ?? null, about: named, href: `/r/${id}`, ...said, byId, itemId };
  const owners = ownerIds.map((personId) => [personId, 'review'] as const);
  if (!held || heldAt === undefined) return tell(line, owners, now);
  const { rule } = held;
  const waits = { id: `h${id}.${rule}`, did: rule, at: heldAt, by: null, about: named, href: `/r/${id}`, itemId };
  return [...tell(line, owners, now), ...tell(waits, [[byId, 'held']], now)];
}

/** What became of a claim, for whose it is: its proof is missing, its item was merged into another, it ended by itself or by consent. */
export function claimNotices(row: Row, now: Date): Entry[] {
  const { id, itemId, title, byId, missing, merged, ended } = row as ClaimFact;
  const line = (did: string, at: string, about: string) =>
    tell(
      { id: `k${id}.${did}`, did, at, by: null, about: { title: cutBytes(title, titleBytes), href: about }, itemId },
      [[byId, 'claim']],
      now,
    );
  const page = `/i/${itemId}/claim`;
  if (ended) return ended.why === 'withdrawn' ? [] : line(ended.why, ended.at, page);
  return [
    ...(missing === undefined ? [] : line('missing', missing, page)),
    ...(merged ? line('merged', merged.at, `/i/${merged.into}/claim`) : []),
  ];
}
