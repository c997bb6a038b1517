/** Work refuses nothing of its own. */
export const workErrors = {} as const;
