import type { Key } from '#functions/table/table.ts';
import type { Change } from '#shared/proposals/schema.ts';
import { type PieceRow, type ProposalRow, pieceKey, piecesOf, type VersionRow, versionKey } from './table.ts';
import { piecesFrom, textFrom } from './text.ts';

/** The rows of a version of a proposal. */
export async function versionFrom(
  { id, version, at, reason }: Pick<ProposalRow, 'id' | 'version' | 'at' | 'reason'>,
  whole: Change,
): Promise<{ version: VersionRow; pieces: PieceRow[] }> {
  const text = whole.what === 'edit' ? whole.text : undefined;
  const pieces = await piecesFrom(id, version, text);
  const { text: _text, ...rest } = { text, ...whole };
  return {
    version: {
      ...versionKey(id, version),
      type: 'proposalVersion',
      proposalId: id,
      version,
      at,
      reason,
      change: rest as Change,
      pieces: pieces.length,
    },
    pieces,
  };
}

/** Where the text of a version lies. */
export const piecesOfVersion = ({ proposalId, version, pieces }: VersionRow): Key[] =>
  Array.from({ length: pieces }, (_, piece) => pieceKey(proposalId, version, piece));

/** A version’s change, from all rows that it takes. */
export async function changeOfRows({ change }: VersionRow, pieces: readonly (PieceRow | undefined)[]): Promise<Change> {
  const found = pieces.filter((piece) => piece !== undefined);
  return found.length > 0 && change.what === 'edit' ? { ...change, text: await textFrom(found) } : change;
}

/** A version’s change with its text. */
export async function changeFrom({ proposalId, version, change, pieces }: VersionRow): Promise<Change> {
  if (pieces === 0 || change.what !== 'edit') return change;
  return { ...change, text: await textFrom(await piecesOf(proposalId, version)) };
}
