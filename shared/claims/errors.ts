export const claimErrors = {
  claim_not_found: { status: 404, title: 'You have no claim to this item' },
  no_website: { status: 409, title: 'This item has no website at which a claim could be proven' },
  website_too_new: { status: 409, title: 'The website was changed too short a time ago' },
  proof_not_found: { status: 409, title: 'The proof is not there' },
  too_many_owners: { status: 409, title: 'This item has as many owners as there may be' },
} as const;
