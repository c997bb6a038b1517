export const proposalErrors = {
  proposal_not_found: { status: 404, title: 'There is no such proposal' },
  not_your_proposal: { status: 403, title: 'Only who proposed this may do that' },
  own_proposal: { status: 403, title: 'You are for your own proposal already; others vote on it' },
  own_block: { status: 403, title: 'Others say whether your block stands' },
  proposal_decided: { status: 409, title: 'This proposal was decided' },
  proposal_changed: { status: 409, title: 'This proposal has a new version since you opened it' },
  block_needs_reason: { status: 409, title: 'A block needs a reason' },
  block_not_found: { status: 404, title: 'There is no such block' },
  nothing_changes: { status: 409, title: 'That is how it is already' },
  change_not_possible: { status: 409, title: 'That cannot be proposed here' },
  too_many_versions: { status: 409, title: 'This proposal had too many versions; make a new one' },
  not_revertible: { status: 409, title: 'This cannot be taken back by a proposal' },
  change_conflict: { status: 409, title: 'What this would change has changed since' },
} as const;

/** Why a change cannot be proposed. */
export const changeErrors = [
  'change_not_possible',
  'change_conflict',
  'nothing_changes',
  'item_not_found',
  'item_merged',
  'item_removed',
  'edit_conflict',
  'revision_removed',
  'identifier_taken',
  'act_not_found',
  'not_undoable',
] as const;
