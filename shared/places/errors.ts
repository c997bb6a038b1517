export const placeErrors = {} as const;
