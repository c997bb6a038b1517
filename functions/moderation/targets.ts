import { commentAbout, commentById } from '#functions/discussions/reader.ts';
import { itemById } from '#functions/items/reader.ts';
import { listByIdStrong } from '#functions/lists/reader.ts';
import { proposalById } from '#functions/proposals/reader.ts';
import { replyAbout, replyTo } from '#functions/replies/reader.ts';
import { reviewsById } from '#functions/reviews/reader.ts';
import { revisionRow } from '#functions/revisions/reader.ts';
import type { Flaggable } from '#shared/moderation/schema.ts';
import { partsOfRevision } from '#shared/targets.ts';

/** Something that can be flagged: how it is called, who made it, and what it belongs to. */
export type Found = { about: { title: string; href: string }; authorId?: string; itemId?: string };

const found = (title: string, href: string, authorId: string | undefined, itemId?: string): Found => ({
  about: { title, href },
  ...(authorId === undefined ? {} : { authorId }),
  ...(itemId === undefined ? {} : { itemId }),
});

/** How each sort of thing is found, with every write before seen. Names no person in `about`: it outlives accounts. */
const finders: Partial<Record<Flaggable, (id: string) => Promise<Found | undefined>>> = {
  items: async (id) => {
    const item = await itemById(id, { strong: true });
    return item && found(item.title, `/i/${id}`, item.byId, id);
  },
  reviews: async (id) => {
    const review = (await reviewsById([id])).get(id);
    return review && found(`A review of ${review.about.title}`, `/r/${id}`, review.byId, review.itemId);
  },
  comments: async (id) => {
    const comment = await commentById(id, { strong: true });
    if (!comment || comment.withdrawn) return undefined;
    const { title, href } = commentAbout(comment);
    return found(title, href, comment.byId, comment.itemId);
  },
  revisions: async (id) => {
    const { itemId, n } = partsOfRevision(id);
    const revision = await revisionRow(itemId, n, { strong: true });
    return revision && found(`Version ${n} of ${revision.title}`, `/i/${itemId}/history/${n}`, revision.byId, itemId);
  },
  proposals: async (id) => {
    const proposal = await proposalById(id, { strong: true });
    if (!proposal) return undefined;
    const { change, about, byId, itemId } = proposal;
    // The title of an edit says how it would call the item: that may have to go, and the log stays.
    const title = change.what === 'edit' ? 'A proposal to edit an item' : `A proposal: ${about.title}`;
    return found(title, `/proposals/${id}`, byId, itemId);
  },
  replies: async (id) => {
    const reply = await replyTo(id, { strong: true });
    if (!reply) return undefined;
    const { title, href } = replyAbout(reply);
    return found(title, href, reply.byId, reply.itemId);
  },
  lists: async (id) => {
    const list = await listByIdStrong(id);
    return list && found(list.title, `/l/${id}`, list.byId);
  },
};

/** What is to be flagged; undefined where there is nothing. */
export async function findTarget(what: Flaggable, id: string): Promise<Found | undefined> {
  return finders[what]?.(id);
}
