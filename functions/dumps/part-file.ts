import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Bucket } from '#functions/runtime/bucket.ts';
import { dumpCacheControl, dumpContentType, dumpKey, isCollection, partName } from '#shared/dumps/rules.ts';
import type { DumpManifest, DumpType } from '#shared/dumps/schema.ts';

const compress = promisify(gzip);

/** A part's size before compression: what is held in memory of each type, whatever the size of the table. */
export const partBytes = 16 * 1024 * 1024;

/** What stands around the lines of a part, and at the end of each. */
const around = { begin: '', end: '', between: '' };
/** Each part of features is a whole collection of GeoJSON; one feature a line all the same. */
const aroundFeatures = { begin: '{"type":"FeatureCollection","features":[\n', end: ']}\n', between: ',' };

/** Writes the rows of one type, part after part, as gzipped lines of JSON. */
export class PartFile {
  readonly #bucket: Bucket;
  readonly #dump: string;
  readonly #type: DumpType;
  readonly #size: number;
  readonly #around: typeof around;
  readonly #done: DumpManifest['files'] = [];
  #parts = 0;
  #buffer: Buffer | undefined;
  #bytes = 0;
  #rows = 0;

  constructor(bucket: Bucket, dump: string, type: DumpType, size = partBytes) {
    this.#bucket = bucket;
    this.#dump = dump;
    this.#type = type;
    this.#around = isCollection(type) ? aroundFeatures : around;
    this.#size = size;
  }

  /** Adds rows; waits while a full part is stored. */
  async add(rows: readonly object[]): Promise<void> {
    for (const row of rows) {
      const line = `${JSON.stringify(row)}${this.#around.between}\n`;
      const bytes = Buffer.byteLength(line);
      // Others may have begun the next part while this one was stored.
      while (this.#buffer && this.#bytes + bytes > this.#size) await this.#store();
      this.#buffer ??= Buffer.allocUnsafe(Math.max(this.#size, bytes));
      this.#bytes += this.#buffer.write(line, this.#bytes);
      this.#rows++;
    }
  }

  /** Stores what is left and says what files there are: at least one, be it empty. */
  async end(): Promise<DumpManifest['files']> {
    if (this.#rows > 0 || this.#parts === 0) await this.#store();
    return this.#done.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async #store(): Promise<void> {
    const lines = this.#buffer?.subarray(0, this.#bytes) ?? Buffer.alloc(0);
    const rows = this.#rows;
    const name = partName(this.#type, ++this.#parts);
    // Others may add meanwhile: theirs go into the next part.
    this.#buffer = undefined;
    this.#bytes = 0;
    this.#rows = 0;
    const { begin, end, between } = this.#around;
    // Nothing stands between the last one and the end.
    const written = between && rows > 0 ? [lines.subarray(0, -between.length - 1), Buffer.from('\n')] : [lines];
    const body = await compress(Buffer.concat([Buffer.from(begin), ...written, Buffer.from(end)]));
    const key = dumpKey(this.#dump, name);
    await this.#bucket.put(key, body, { contentType: dumpContentType(key), cacheControl: dumpCacheControl(key) });
    this.#done.push({
      name,
      type: this.#type,
      rows,
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    });
  }
}
