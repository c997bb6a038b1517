export { proposalOf } from './judged.ts';
export type { ProposalStanding } from './lists/table.ts';
export { openEditsOf } from './lists/table.ts';
export { proposalsJudged, proposalsMade, versionsProposed } from './own-proposals.ts';
export {
  type BlockVoteRow,
  blockOf,
  isProposalCredit,
  type PieceRow,
  type ProposalRow,
  proposalById,
  proposalStandingKey,
  proposalsCredited,
  type VersionRow,
  type VoteRow,
} from './table.ts';
export { changeOfRows, piecesOfVersion } from './versions.ts';
