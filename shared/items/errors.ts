export const itemErrors = {
  item_not_found: { status: 404, title: 'There is no such item' },
  not_your_item: { status: 403, title: 'Only the person who added an item may edit it for now' },
  edit_conflict: { status: 409, title: 'The item changed since you opened it' },
  identifier_taken: { status: 409, title: 'Another item has this identifier' },
  idempotency_key_reused: { status: 409, title: 'This Idempotency-Key was used for another request' },
} as const;
