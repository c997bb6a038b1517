import { createHash } from 'node:crypto';
import type { Handler } from '#functions/http/handler.ts';
import { createdIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { chunksOf, planImport } from './plan-import.ts';
import { readFile } from './read-file.ts';
import { jobOf } from './reader.ts';
import { importById, storeImport } from './table.ts';

export const startImport = (async ({ body, idempotencyKey }, context) => {
  const { caller, now } = context;
  const handle = handleOf(await requireAccount(context));
  const { text, format, filename, visibility } = body;
  const digest = createHash('sha256')
    .update(`${visibility} ${format ?? ''}\n`)
    .update(text)
    .digest('hex')
    .slice(0, 16);
  const id = idempotencyKey ? createdIdOf(caller.sub, 'startImport', idempotencyKey) : newId();
  const earlier = idempotencyKey ? await importById(caller.personId, id) : undefined;
  if (earlier) return { import: jobOf(sameFile(earlier, digest)) };

  const read = await readFile(text, { format, filename, handle, now });
  const rows = planImport(read.saves, visibility, now);
  const job = {
    id,
    format: read.format,
    visibility,
    ...(filename ? { filename } : {}),
    state: rows.length === 0 ? ('done' as const) : ('running' as const),
    at: isoSeconds(now),
    total: rows.length,
    done: 0,
    outcomes: { saved: 0, unchanged: 0, skipped: 0, refused: 0 },
    reviews: 0,
    digest,
  };
  const stored = await storeImport(caller.personId, job, chunksOf(rows), now);
  if (!stored) throw new AppError('account_deleted');
  return { import: jobOf(sameFile(stored, digest)) };
}) satisfies Handler<'startImport'>;

function sameFile<T extends { digest: string }>(job: T, digest: string): T {
  if (job.digest !== digest) throw new AppError('idempotency_key_reused');
  return job;
}
