import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';

/** An item that somebody sent to a person. */
export const sent = z.object({
  /** When it was sent, ISO 8601 with milliseconds. */
  at: z.string(),
  by: z.string(),
  item: z.object({ id, kind: kindName, title: z.string() }),
  note: z.optional(z.string()),
});
export type Sent = z.infer<typeof sent>;
