import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { jobOf, requireImport } from './reader.ts';
import { markCancelled } from './table.ts';

/** What a cancelled import posted stays; one that has ended stays as it is. */
export const cancelImport: Handler<'cancelImport'> = async ({ params }, context) => {
  await requireAccount(context);
  const { personId } = context.caller;
  const job = await requireImport(personId, params.importId);
  if (job.state !== 'running') return { import: jobOf(job) };
  await markCancelled(personId, params.importId);
  return { import: jobOf(await requireImport(personId, params.importId)) };
};
