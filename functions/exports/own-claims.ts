import { type ClaimRow, claimedAfter, claimsOf } from '#functions/claims/reader.ts';
import { repliesAfter, wordingsOfReply } from '#functions/replies/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { proofText } from '#shared/claims/rules.ts';
import { type Section, sectionPage } from './section.ts';

/** What a person claimed to own, also what waits for proof or ended, and what they replied to reviews of it. */
export const claimSections: Record<string, Section> = {
  claims: async ({ caller: { personId } }, after) => {
    const { itemIds, last } = await claimedAfter(personId, after, sectionPage);
    const found = await atMost(10, itemIds, async (itemId) => {
      const claims = await claimsOf(itemId, personId);
      return claims.map((row) => ({ after: itemId, value: ownClaim(row) }));
    });
    return { entries: found.flat(), last };
  },
  replies: async ({ caller: { personId } }, after) => {
    const { rows, last } = await repliesAfter(personId, after, sectionPage);
    const entries = await atMost(10, rows, async (row) => {
      const { reviewId, itemId, about, text, licence, at, editedAt, revision } = row;
      const versions = revision > 1 ? await wordingsOfReply(reviewId) : [];
      const earlier = versions.filter((version) => version.revision < revision);
      const history = earlier.map((version) => ({ revision: version.revision, text: version.text, at: version.at }));
      const value = { reviewId, itemId, title: about.title, text, licence, at, editedAt, revision, history };
      return { after: reviewId, value };
    });
    return { entries, last };
  },
};

function ownClaim(row: ClaimRow) {
  const { itemId, title, at } = row;
  const claimed = { itemId, title, at, text: proofText(row.token) };
  if (row.type === 'claim') return { ...claimed, state: 'waiting' };
  const { way, host, seen, missing } = row;
  const proven = { ...claimed, way, host, seen, missing };
  if (row.type === 'owner') return { ...proven, state: 'proven' };
  return { ...proven, state: 'ended', ended: { at: row.ended.at, why: row.ended.why } };
}
