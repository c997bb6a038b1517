import { makeDump } from '#functions/dumps/make-dump.ts';
import { s3Bucket } from '#functions/runtime/bucket.ts';
import { dumpKey } from '#shared/dumps/rules.ts';
import { type DumpManifest, dumpTypes } from '#shared/dumps/schema.ts';
import { say } from '../terminal.ts';
import type { Deployed } from './outputs.ts';

const step = 100_000;

/** Says now and then how many rows a dump has written. */
export function rowsTold(): (rows: number) => void {
  let next = step;
  return (rows) => {
    if (rows < next) return;
    say(`${rows} rows …`);
    next = rows - (rows % step) + step;
  };
}

/** Says what a dump holds and where it lies. */
export function describeDump({ rows, files }: DumpManifest, where: string): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  say(
    `Public dump: ${dumpTypes.map((type) => `${rows[type]} ${type}`).join(', ')}; ${files.length} files, ${bytes} bytes`,
  );
  say(`  ${where}`);
}

/** Makes the public dump of a deployed stage from this machine, which no time limit ends, with the person's own rights. */
export async function stageDump(region: string, { tableName, dumpsBucketName, url }: Deployed): Promise<void> {
  process.env.AWS_REGION = region;
  process.env.TABLE_NAME = tableName;
  const manifest = await makeDump({ bucket: s3Bucket(dumpsBucketName), onPage: rowsTold() });
  describeDump(manifest, `s3://${dumpsBucketName}/${dumpKey(manifest.name, '')}`);
  say(`  ${url}/${dumpKey(manifest.name, 'manifest.json')}`);
}
