import type { Act, Relation } from '#functions/relations/relation.ts';
import type { RevisionRow } from '#functions/revisions/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { questionOf } from '#shared/discussions/targets.ts';
import { nounOf } from '#shared/discussions/threads.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { readTarget, revisionId, type Target, targetKinds, targetText } from '#shared/targets.ts';
import { tagsPerChange, watchDays, watchesPerPerson } from '#shared/watches/rules.ts';
import { type WatchedChange, watchables } from '#shared/watches/schema.ts';
import type { CommentFact, ProposalFact } from './facts.ts';

const titleBytes = 160;
const textBytes = 200;

type Told = { card: WatchedChange; personId: string | undefined; itemId?: string; tags?: string[]; under: Target[] };

const activities: Record<string, (row: Row) => Told | undefined> = {
  revision: (row) => {
    const { itemId, title, n, at, by, byId, summary, minor, did, delta, tags, folded } = row as RevisionRow;
    // The first one is the item’s own fact: nobody watched it before.
    if (n === 1) return undefined;
    const card = {
      id: `v${revisionId(itemId, n)}`,
      did,
      at,
      by: by ?? null,
      about: { title: cutBytes(title, titleBytes), href: `/i/${itemId}` },
      itemId,
      n,
      ...(summary && !folded ? { summary: cutBytes(summary, textBytes) } : {}),
      ...(minor ? { minor } : {}),
      delta,
    };
    return { card, personId: byId, itemId, ...tagged(tags), under: [{ what: 'items', id: itemId }] };
  },
  comment: (row) => {
    const fact = row as CommentFact;
    const { id, target, about, at, by, byId, text, itemId, folded } = fact;
    const thread = readTarget(target, targetKinds);
    if (!thread) return undefined;
    const question = questionOf(fact);
    const card = {
      id: `c${id}`,
      did: said[nounOf(thread.what, fact)],
      at,
      by: by ?? null,
      about: { title: cutBytes(about.title, titleBytes), href: question ? `/questions/${question}` : about.href },
      ...(text && !folded ? { text: cutBytes(withoutSpoilers(text, '…'), textBytes) } : {}),
    };
    const under: Target[] = [
      ...(watchables.some((what) => what === thread.what) ? [thread] : []),
      ...(question ? [{ what: 'comments' as const, id: question }] : []),
      ...(itemId && saidOfItems.includes(thread.what) ? [{ what: 'items' as const, id: itemId }] : []),
    ];
    return { card, personId: byId, ...(itemId ? { itemId } : {}), under };
  },
  proposal: (row) => {
    const { id, itemId, subjects = [], about, reason, at, by, byId, state, tags } = row as ProposalFact;
    const card = {
      id: `o${id}`,
      did: 'proposed',
      at,
      by: by ?? null,
      about: { title: cutBytes(about.title, titleBytes), href: `/proposals/${id}` },
      state,
      ...(reason ? { text: cutBytes(withoutSpoilers(reason, '…'), textBytes) } : {}),
    };
    const meant = new Set([...subjects, ...(itemId ? [targetText({ what: 'items', id: itemId })] : []), `o#${id}`]);
    const under = [...meant].flatMap((text) => readTarget(text, targetKinds) ?? []);
    return { card, personId: byId, ...(itemId ? { itemId } : {}), ...tagged(tags), under };
  },
};

/** What somebody did who said something. */
const said = { comment: 'commented', question: 'asked', answer: 'answered', tip: 'tipped' } as const;
/** Threads of which whoever watches the item hears, too. */
const saidOfItems: readonly string[] = ['proposals', 'revisions', 'questions', 'tips'];

const tagged = (tags: readonly string[] | undefined) => ({ tags: (tags ?? []).slice(0, tagsPerChange) });

function actOf(row: Row | undefined, now: Date): Act | undefined {
  if (!row || gone.some((attribute) => row[attribute] !== undefined)) return undefined;
  const told = activities[String(row.type)]?.(row);
  if (!told) return undefined;
  const { card, personId = '', itemId = '', tags = [], under } = told;
  const ttl = secondsOf(card.at) + watchDays * 86_400;
  if (!(ttl * 1000 > now.getTime())) return undefined;
  return {
    id: card.id,
    at: card.at,
    ttl,
    personId,
    itemId,
    tags,
    under: [...under, ...tags.map((id) => ({ what: 'tags' as const, id }))],
    card: JSON.stringify(card),
    fact: { pk: row.pk, sk: row.sk },
  };
}

/** What a fact carries that is told to nobody any more. */
const gone = ['removed', 'withdrawn'];

/** Watching something: what changes there, is proposed or said comes into the watchlist. */
export const watch: Relation = {
  name: 'watch',
  whats: watchables,
  most: watchesPerPerson,
  days: watchDays,
  mayTell: (row) => row !== undefined && String(row.type) in activities,
  actOf,
  told: { has: [], hasNot: gone },
};
