import type { PersonContext } from '#functions/http/handler.ts';
import { chooseHandle } from '#functions/people/choose-handle.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { steadily } from './steadily.ts';

/** Somebody who acts without ever signing in: the collection, or a person made up for loaded data. */
export function contextOf(sub: string, now: Date): PersonContext {
  return { now, requestId: `command-${sub}`, caller: { sub, personId: personIdOf(sub), accessToken: '' } };
}

/** Gives such an account its handle; where it has it already, nothing changes. */
export async function ensureHandle(sub: string, handle: string, now: Date): Promise<void> {
  await steadily(() => chooseHandle({ params: undefined, query: undefined, body: { handle } }, contextOf(sub, now)));
}
