import { commentFoldWrites } from '#functions/discussions/moderated/reader.ts';
import { revisionFoldWrite } from '#functions/revisions/reader.ts';
import type { Write } from '#functions/table/table.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import { readTarget } from '#shared/targets.ts';

/**
 * What is written on the thing itself where something shows it that no standing tells of the fold: on revisions, which are
 * listed as they are, and on comments, which notifications and watchlists quote.
 */
export async function markWrites(target: string, folded: Folded | undefined): Promise<Write[]> {
  const thing = readTarget(target, ['revisions', 'comments']);
  if (!thing) return [];
  return thing.what === 'comments' ? commentFoldWrites(thing.id, folded) : [revisionFoldWrite(thing.id, folded)];
}
