export const reviewErrors = {
  review_not_found: { status: 404, title: 'There is no such review' },
  review_conflict: { status: 409, title: 'Your review changed since you opened it' },
} as const;
