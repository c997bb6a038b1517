import { type Rebuild, rebuild } from '#functions/projections/rebuild.ts';
import { auditSettled } from './audit-settled.ts';

/** Rebuilds once nothing is on its way: such a fact would be counted here and once more when it arrives. */
export async function rebuildSettled(): Promise<Rebuild> {
  await auditSettled();
  return rebuild();
}
