export const followErrors = {
  yourself: { status: 409, title: 'That is you' },
  follow_limit: { status: 409, title: 'You follow as many people, tags and items as one person may' },
} as const;
