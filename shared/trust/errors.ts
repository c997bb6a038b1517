export const trustErrors = {
  trust_too_low: { status: 403, title: 'This takes more trust than you have earned here so far' },
} as const;
