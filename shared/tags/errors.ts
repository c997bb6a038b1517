export const tagErrors = {
  tag_limit: { status: 409, title: 'You have put as many tags on this item as one person may' },
  bundle_limit: { status: 409, title: 'You have as many bundles as one person may' },
} as const;
