import * as z from 'zod/mini';

/** What a token lets whoever holds it do: `read` what is its owner's own; `save` that, and save, tag and add items. */
export const scope = z.enum(['read', 'save']);
export type Scope = z.infer<typeof scope>;

/** A token as its owner sees it again: never with its secret. Days are of UTC. */
export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(scope),
  /** How it begins: enough to tell which one a file holds, and nothing to call with. */
  start: z.string(),
  created: z.string(),
  /** The day it was last used; null where it never was. */
  used: z.nullable(z.string()),
});
export type ApiToken = z.infer<typeof apiToken>;
