export const askErrors = {} as const;
