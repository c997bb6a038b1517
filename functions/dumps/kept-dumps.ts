import type { Bucket } from '#functions/runtime/bucket.ts';
import {
  dumpBegun,
  dumpCacheControl,
  dumpContentType,
  dumpExpiry,
  dumpIndexKey,
  dumpKey,
  dumpsFolder,
  isLeftOver,
} from '#shared/dumps/rules.ts';
import { type DumpIndex, type DumpManifest, dumpManifest } from '#shared/dumps/schema.ts';

/** Stores a file of JSON or text. */
export async function putText(bucket: Bucket, key: string, content: string): Promise<void> {
  await bucket.put(key, Buffer.from(content), {
    contentType: dumpContentType(key),
    cacheControl: dumpCacheControl(key),
  });
}

/**
 * Removes the dumps that are too old and what broken-off ones left, and writes the index of the others. It says what
 * lies there, not what was done before, so that the next run mends whatever went wrong in this one.
 */
export async function keepIndex(bucket: Bucket, now: Date): Promise<DumpIndex> {
  const folders = new Map<string, string[]>();
  for (const key of await bucket.list(dumpsFolder)) {
    const name = key.slice(dumpsFolder.length).split('/')[0] ?? '';
    if (dumpBegun(name) !== undefined) folders.set(name, [...(folders.get(name) ?? []), key]);
  }
  const dumps: DumpIndex['dumps'] = [];
  for (const [name, keys] of [...folders].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const begun = dumpBegun(name) ?? 0;
    const manifest = await manifestOf(bucket, name);
    if (isLeftOver(begun, manifest !== undefined, now.getTime())) await bucket.remove(keys);
    else if (manifest) dumps.push(entryOf(manifest, begun));
  }
  const index: DumpIndex = { version: 1, dumps };
  await putText(bucket, dumpIndexKey, `${JSON.stringify(index)}\n`);
  return index;
}

async function manifestOf(bucket: Bucket, name: string): Promise<DumpManifest | undefined> {
  const text = await bucket.get(dumpKey(name, 'manifest.json'));
  return text === undefined ? undefined : dumpManifest.parse(JSON.parse(text));
}

function entryOf({ name, at, rows, files }: DumpManifest, begun: number): DumpIndex['dumps'][number] {
  return {
    name,
    at,
    expires: dumpExpiry(begun),
    rows,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    files: files.map((file) => ({ name: file.name, type: file.type, rows: file.rows, bytes: file.bytes })),
  };
}
