import * as z from 'zod/mini';

/** What runs by the clock. */
export const jobNames = ['dump', 'release', 'forget', 'odds', 'decide', 'digest', 'index', 'claims'] as const;
export type JobName = (typeof jobNames)[number];

/** What the schedule hands to the function `jobs`. */
export const jobEvent = z.strictObject({ job: z.enum(jobNames) });
export type JobEvent = z.infer<typeof jobEvent>;
