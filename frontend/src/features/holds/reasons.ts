import type { HoldRule } from '#shared/holds/schema.ts';

/** Why something waits, as the rest of a sentence about one author, and about several. */
export const reasons: Record<HoldRule, { one: string; several: string }> = {
  young: { one: 'the account was new here', several: 'the accounts were new here' },
  together: { one: 'the account votes together with others only', several: 'the accounts vote together only' },
};
