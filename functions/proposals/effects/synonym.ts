import { betterNameOf, betterNameWrites, noBetterNameWrites } from '#functions/tags/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { ChangeOf } from '#shared/proposals/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Effect } from './effect.ts';

type Synonym = ChangeOf<'synonym'>;

/**
 * That a tag is the better name of another, or is it no longer. Neither may have a better name when it is made: so better
 * names are followed from one to the next, and never in a circle.
 */
export const synonym: Effect<'synonym'> = {
  check: async (change) => {
    await requirePossible(change);
    const { tag, other, end } = change;
    return {
      title: end ? `“${tag}” is no better name of “${other}”` : `“${tag}” is the better name of “${other}”`,
      href: `/t/${encodeURIComponent(other)}`,
      subjects: [
        { what: 'tags', id: tag },
        { what: 'tags', id: other },
      ],
    };
  },
  writes: async (change, { proposalId, now }) => {
    await requirePossible(change);
    const { tag, other, end } = change;
    if (end) return { writes: noBetterNameWrites({ tag, other }), opposite: { what: 'synonym', tag, other } };
    const made = { tag, other, at: isoSeconds(now), proposal: proposalId };
    return { writes: betterNameWrites(made), opposite: { what: 'synonym', tag, other, end: true } };
  },
};

/** @throws nothing_changes, change_not_possible */
async function requirePossible({ tag, other, end }: Synonym): Promise<void> {
  if (tag === other) throw new AppError('change_not_possible', 'A tag is no other name of itself');
  const [ofTag, ofOther] = await Promise.all([betterNameOf(tag), betterNameOf(other)]);
  if (end ? ofOther?.tag !== tag : ofOther?.tag === tag) throw new AppError('nothing_changes');
  if (end) return;
  const taken = ofOther ? { name: other, better: ofOther.tag } : ofTag ? { name: tag, better: ofTag.tag } : undefined;
  if (taken)
    throw new AppError(
      'change_not_possible',
      `“${taken.name}” has the better name “${taken.better}”: propose that one, or to end it first`,
    );
}
