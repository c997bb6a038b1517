export const comparisonErrors = {} as const;
