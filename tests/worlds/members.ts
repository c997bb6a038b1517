/** The people of the small world; each has the name as handle. */
export const members = ['alice', 'bob', 'carol', 'dave'] as const;
