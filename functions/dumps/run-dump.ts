import type { Context } from 'aws-lambda';
import { s3Bucket } from '#functions/runtime/bucket.ts';
import { environment } from '#functions/runtime/environment.ts';
import { log } from '#functions/runtime/log.ts';
import { makeDump } from './make-dump.ts';

/** What is left to store the last parts, or to remove what was written. */
const reserve = 60_000;

/** The scheduled job: a dump into the bucket, given up in time where the table is too large for one run. */
export async function runDump(context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  const begun = Date.now();
  const onPage = (rows: number) => {
    if (context.getRemainingTimeInMillis() > reserve) return;
    throw new Error(
      `The table is too large for one run: ${rows} rows in ${Math.round((Date.now() - begun) / 1000)} s. Make the dump from a machine: npm run dump -- --stage NAME`,
    );
  };
  const { name, rows, files } = await makeDump({ bucket: s3Bucket(environment.dumpsBucket), onPage });
  log('info', 'dump made', {
    name,
    rows,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    ms: Date.now() - begun,
    residentBytes: process.resourceUsage().maxRSS * 1024,
  });
}
