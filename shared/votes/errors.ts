export const voteErrors = {
  own_contribution: { status: 403, title: 'Nobody votes on their own' },
} as const;
