import type { PersonContext } from '#functions/http/handler.ts';
import { chooseHandle } from '#functions/people/choose-handle.ts';
import { personIdOf } from '#functions/people/identity.ts';

/** A signed-in person's context, by name; the name is also the sub. */
export function as(name: string, now = new Date()): PersonContext {
  return {
    now,
    requestId: `test-${name}`,
    caller: { sub: name, personId: personIdOf(name), accessToken: `token-of-${name}` },
  };
}

/** Gives each of these people their name as handle. */
export async function join(...names: string[]): Promise<void> {
  for (const name of names)
    await chooseHandle({ params: undefined, query: undefined, body: { handle: name } }, as(name));
}
