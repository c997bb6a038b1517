export const searchErrors = {
  search_unavailable: { status: 503, title: 'Search does not answer just now; asking again is safe' },
} as const;
