import type { Applied, Applying } from '#functions/proposals/effects/effect.ts';
import { effects } from '#functions/proposals/effects/registry.ts';
import { failedConditions, isConflict } from '#functions/table/failures.ts';
import { transact } from '#functions/table/table.ts';
import { newId } from '#shared/ids.ts';
import type { Change } from '#shared/proposals/schema.ts';

type Told = Partial<Pick<Applying, 'summary' | 'now' | 'by' | 'byId'>>;

/** Makes a change as a proposal that was accepted does, without anybody's vote: tried again where it met another. */
export async function made(change: Change, told: Told = {}): Promise<Applied & { proposalId: string }> {
  const effect = effects[change.what] as { writes(change: Change, applying: Applying): Promise<Applied> };
  const proposalId = newId();
  const applying = { proposalId, version: 1, summary: 'For a reason.', now: new Date(), ...told };
  for (let tries = 0; ; tries++) {
    const applied = await effect.writes(change, applying);
    try {
      await transact(applied.writes);
      return { ...applied, proposalId };
    } catch (error) {
      if (tries >= 50 || !(failedConditions(error) || isConflict(error))) throw error;
    }
  }
}
