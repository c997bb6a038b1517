import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Run } from '#shared/revisions/authorship.ts';
import type { Links } from '#shared/revisions/schema.ts';

/** A text with what is known of it: which revision its lines came with, and what its links led to. */
export type Text = { text: string; runs: Run[]; links: Links };

/** Rows take 400 KB with their other attributes. */
const chunkBytes = 380_000;
/** Measured in decision 026: beyond it a text of a megabyte takes seconds. */
const quality = 9;

/** A text as bytes for the table, in parts that fit a row each; at least one. */
export function pack({ text, ...known }: Text): Uint8Array[] {
  const whole = Buffer.from(`${JSON.stringify(known)}\n${text}`, 'utf8');
  const packed = brotliCompressSync(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });
  const parts: Uint8Array[] = [];
  for (let at = 0; at < packed.length; at += chunkBytes) parts.push(packed.subarray(at, at + chunkBytes));
  return parts;
}

/** The text back from all of its parts, in their order. */
export function unpack(parts: readonly Uint8Array[]): Text {
  const whole = brotliDecompressSync(Buffer.concat(parts)).toString('utf8');
  const end = whole.indexOf('\n');
  return { ...(JSON.parse(whole.slice(0, end)) as Omit<Text, 'text'>), text: whole.slice(end + 1) };
}
