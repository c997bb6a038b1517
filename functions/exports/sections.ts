import { itemOf, itemsById } from '#functions/items/reader.ts';
import { addedAfter, reviewIdOf } from '#functions/people/reader.ts';
import { type ReviewRow, reviewsById, versionsOf } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { isSaved, savesAfter } from '#functions/saves/reader.ts';
import { ordered } from '#functions/table/ordered.ts';
import { bundlesOf } from '#functions/tags/reader.ts';
import { tokenOf, tokensOf } from '#functions/tokens/reader.ts';
import { givenBy } from '#functions/votes/reader.ts';
import { allGoals, goalFrom } from '#functions/years/reader.ts';
import { circleSections } from './own-circle.ts';
import { claimSections } from './own-claims.ts';
import { listSections } from './own-lists.ts';
import { moderationSections } from './own-moderation.ts';
import { proposalSections } from './own-proposals.ts';
import { revisionSections } from './own-revisions.ts';
import { talkSections } from './own-talk.ts';
import { pageOf } from './part.ts';
import { ofAll, sectionPage as pageSize, type Section } from './section.ts';

/** What a file of ours holds besides saves, by the name it has there: whatever a person gives or keeps is a line here. */
export const sections: Record<string, Section> = {
  /** Tags on what was not saved. */
  tags: async ({ caller }, after) => {
    const { rows, last } = await savesAfter(caller.personId, after, pageSize);
    const tagged = rows.filter((row) => !isSaved(row) && row.tags?.size);
    const entries = tagged.map(({ itemId, tags }) => ({
      after: itemId,
      value: { itemId, tags: [...(tags ?? [])].sort() },
    }));
    return { entries, last };
  },
  /** Items that the person added; others may have added to them since. */
  items: async ({ caller }, after) => {
    const { itemIds, last } = await addedAfter(caller.personId, after, pageSize);
    const items = await itemsById(itemIds);
    const entries = itemIds.flatMap((itemId) => {
      const item = items.get(itemId);
      return item ? [{ after: itemId, value: itemOf(item) }] : [];
    });
    return { entries, last };
  },
  reviews: async ({ caller }, after) => {
    const { some, last } = pageOf((await givenBy(caller.personId)).reviewed, after, pageSize, (id) => id);
    const reviews = await reviewsById(some.map((itemId) => reviewIdOf(caller.sub, itemId)));
    const entries = await atMost(10, [...reviews.values()], async (review) => ({
      after: review.itemId,
      value: await withWordings(review),
    }));
    return { entries: entries.sort((a, b) => (a.after < b.after ? -1 : 1)), last };
  },
  votes: ofAll(async ({ caller }) =>
    (await givenBy(caller.personId)).votes.map((value) => ({ name: value.itemId, value })),
  ),
  reviewVotes: ofAll(async ({ caller }) =>
    (await givenBy(caller.personId)).marks.map((value) => ({ name: value.reviewId, value })),
  ),
  commentVotes: ofAll(async ({ caller }) =>
    (await givenBy(caller.personId)).commentVotes.map((value) => ({ name: value.commentId, value })),
  ),
  ...talkSections,
  bundles: ofAll(async ({ caller }) =>
    (await bundlesOf(caller.personId)).map(({ name, tags }) => ({ name, value: { name, tags } })),
  ),
  ...listSections,
  ...proposalSections,
  ...revisionSections,
  ...circleSections,
  ...moderationSections,
  ...claimSections,
  goals: ofAll(async ({ caller }) =>
    (await allGoals(caller.personId)).map((row) => {
      const { year, kind } = row;
      return { name: `${year} ${kind}`, value: { year, kind, ...goalFrom(row) } };
    }),
  ),
  /** Their names and what they are for; no secret is kept that could be told. */
  tokens: ofAll(async ({ caller }) =>
    (await tokensOf(caller.personId)).map((row) => ({ name: row.id, value: tokenOf(row) })),
  ),
};

async function withWordings(row: ReviewRow) {
  const { id, itemId, about, rating, text, aspects, experiencedOn, party, licence, at, editedAt, revision } = row;
  const versions = revision > 1 ? await versionsOf(id) : [];
  const earlier = versions.filter((version) => version.revision < revision);
  return {
    id,
    itemId,
    kind: about.kind,
    title: about.title,
    rating,
    text,
    aspects: ordered(aspects),
    experiencedOn,
    party,
    licence,
    at,
    editedAt,
    revision,
    history: earlier.map((version) => ({
      revision: version.revision,
      rating: version.rating,
      text: version.text,
      at: version.at,
    })),
  };
}
