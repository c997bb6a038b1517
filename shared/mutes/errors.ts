export const muteErrors = {
  mute_limit: { status: 409, title: 'You have muted as many people, tags and items as one person may' },
} as const;
