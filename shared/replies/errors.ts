export const replyErrors = {
  not_owner: { status: 403, title: 'Only the owner of an item replies to its reviews' },
  reply_conflict: { status: 409, title: 'The reply changed since you opened it' },
  reply_taken: { status: 409, title: 'Another owner replied to this review' },
} as const;
