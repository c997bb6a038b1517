/** Odds refuse nothing: not of their own, and nothing else by them. */
export const oddsErrors = {} as const;
