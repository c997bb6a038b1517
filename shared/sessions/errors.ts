export const sessionErrors = {
  foreign_origin: { status: 403, title: 'Only a page of this site may ask for that' },
} as const;
