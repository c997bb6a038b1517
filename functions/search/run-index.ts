import type { Context } from 'aws-lambda';
import { log } from '#functions/runtime/log.ts';
import { makeIndex } from './make-index.ts';
import { searchStore } from './store.ts';

/** What is left to compress and store. */
const reserve = 180_000;

/** The scheduled job: keeps what the embedded engine of search reads when it starts. */
export async function runIndex(context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  const store = searchStore();
  if (!store) return;
  const begun = Date.now();
  const onPage = (rows: number) => {
    if (context.getRemainingTimeInMillis() > reserve) return;
    throw new Error(
      `The table is too large for the embedded search: ${rows} rows so far. Deploy with --search opensearch`,
    );
  };
  const { head, did, changed } = await makeIndex({ store, onPage });
  if (did !== 'nothing')
    log('info', 'search gathered', {
      did,
      changed,
      documents: head.documents,
      bytes: head.bytes,
      ms: Date.now() - begun,
      residentBytes: process.resourceUsage().maxRSS * 1024,
    });
}
