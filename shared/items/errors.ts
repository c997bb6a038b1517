export const itemErrors = {
  item_not_found: { status: 404, title: 'There is no such item' },
  item_merged: { status: 409, title: 'This item was merged into another' },
  item_removed: { status: 409, title: 'This item was removed' },
  identifier_taken: { status: 409, title: 'Another item has this identifier' },
  idempotency_key_reused: { status: 409, title: 'This Idempotency-Key was used for another request' },
} as const;

/** Why an item takes nothing new: it was merged into another, or removed. */
export const itemClosed = ['item_merged', 'item_removed'] as const;
