import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dumpKey } from '#shared/dumps/rules.ts';
import {
  type DumpManifest,
  type DumpRow,
  type DumpType,
  dumpManifest,
  dumpRows,
  dumpTypes,
} from '#shared/dumps/schema.ts';

export type ParsedDump = {
  manifest: DumpManifest;
  rows: { [T in DumpType]: DumpRow<T>[] };
  /** Every byte of it, uncompressed. */
  text: string;
};

/** Reads a dump as a stranger would: by its manifest, checking every file's size and hash, every line by its schema. */
export function readDump(file: (key: string) => Buffer, name: string): ParsedDump {
  const written = file(dumpKey(name, 'manifest.json')).toString();
  const manifest = dumpManifest.parse(JSON.parse(written));
  const rows = Object.fromEntries(dumpTypes.map((type) => [type, []])) as unknown as Record<DumpType, unknown[]>;
  let text = written + file(dumpKey(name, 'README.txt')).toString();
  for (const part of manifest.files) {
    const bytes = file(dumpKey(name, part.name));
    if (bytes.length !== part.bytes) throw new Error(`${part.name} has ${bytes.length} bytes, not ${part.bytes}`);
    if (createHash('sha256').update(bytes).digest('hex') !== part.sha256)
      throw new Error(`${part.name} is another file`);
    const content = gunzipSync(bytes).toString();
    const lines = linesOf(part.type, content);
    if (lines.length !== part.rows) throw new Error(`${part.name} has ${lines.length} rows, not ${part.rows}`);
    rows[part.type].push(...lines.map((line) => dumpRows[part.type].parse(JSON.parse(line))));
    text += content;
  }
  for (const type of dumpTypes)
    if (rows[type].length !== manifest.rows[type]) throw new Error(`There are ${rows[type].length} ${type}`);
  return { manifest, rows: rows as ParsedDump['rows'], text };
}

/** One line a row; of GeoJSON the features of what must be a whole collection. */
function linesOf(type: DumpType, content: string): string[] {
  if (type !== 'places') return content.split('\n').slice(0, -1);
  const { type: collection, features } = JSON.parse(content) as { type: string; features: object[] };
  if (collection !== 'FeatureCollection') throw new Error('It is no collection of GeoJSON');
  return features.map((feature) => JSON.stringify(feature));
}

/** The files of a folder by key. */
export const filesIn = (root: string) => (key: string) => readFileSync(join(root, key));
