import {
  type BlockVoteRow,
  blockOf,
  changeOfRows,
  type PieceRow,
  type ProposalRow,
  type ProposalStanding,
  piecesOfVersion,
  proposalOf,
  proposalStandingKey,
  type VersionRow,
  type VoteRow,
} from '#functions/proposals/reader.ts';
import type { Key, Row } from '#functions/table/table.ts';
import type { DumpRow } from '#shared/dumps/schema.ts';

/** The rows beside which a row of a proposal is shown. */
export function besideProposal(row: Row): Key[] {
  if (row.type === 'proposal') return [proposalStandingKey((row as ProposalRow).id)];
  if (row.type === 'proposalVersion') return piecesOfVersion(row as VersionRow);
  return row.type === 'blockVote' ? [blockOf(row as BlockVoteRow)] : [];
}

/** A proposal as its page shows it. */
export const proposalRow = (row: ProposalRow, standing: ProposalStanding | undefined): DumpRow<'proposals'> =>
  proposalOf(row, standing);

/** What a version would change, from all rows that it takes. */
export async function proposalVersionRow(
  row: VersionRow,
  pieces: readonly (PieceRow | undefined)[],
): Promise<DumpRow<'proposalVersions'>> {
  const { proposalId, version, at, reason } = row;
  return { proposalId, version, at, reason, change: await changeOfRows(row, pieces) };
}

export function proposalVoteRow({ proposalId, vote, version, reason, at, by }: VoteRow): DumpRow<'proposalVotes'> {
  return { proposalId, vote, version, reason, at, by: by ?? null };
}

export function blockVoteRow(row: BlockVoteRow, block: VoteRow | undefined): DumpRow<'blockVotes'> {
  const { proposalId, vote, at, by } = row;
  return { proposalId, block: block?.by ?? null, vote, at, by: by ?? null };
}
