import * as z from 'zod/mini';

/** An opaque cursor as a client hands it back. Its content is checked where it is opened. */
export const cursor = z.string().check(z.minLength(1), z.maxLength(512), z.regex(/^[A-Za-z0-9_-]+$/, 'not a cursor'));

/** A page of a list: the entries and, where more follow, the cursor of the next page. */
export function pageOf<const T extends z.ZodMiniType>(entry: T) {
  return z.object({ entries: z.array(entry), next: z.nullable(z.string()) });
}
