import * as z from 'zod/mini';

export const voteValues = ['up', 'down'] as const;
export const voteValue = z.enum(voteValues);
export type VoteValue = z.infer<typeof voteValue>;
