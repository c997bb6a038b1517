import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { type PieceRow, pieceKey } from './table.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** A row takes 400 KB. */
const pieceBytes = 350_000;

/** Requests are plain JSON (runtime/plain-json.ts): bytes are written as they stand there, and read as base64. */
const bytes = (data: Uint8Array) =>
  Object.assign(Uint8Array.from(data), { toJSON: () => Buffer.from(data).toString('base64') });

/** A text as the rows of a version. */
export async function piecesFrom(proposalId: string, version: number, text: string | undefined): Promise<PieceRow[]> {
  if (text === undefined) return [];
  const packed = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const pieces: PieceRow[] = [];
  for (let at = 0; at < packed.length; at += pieceBytes)
    pieces.push({
      ...pieceKey(proposalId, version, pieces.length),
      type: 'proposalText',
      proposalId,
      version,
      data: bytes(packed.subarray(at, at + pieceBytes)),
    });
  return pieces;
}

/** The text of such rows. */
export async function textFrom(pieces: readonly PieceRow[]): Promise<string> {
  return (await decompress(Buffer.concat(pieces.map(({ data }) => Buffer.from(data as string, 'base64'))))).toString(
    'utf8',
  );
}
