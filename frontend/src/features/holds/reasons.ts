import type { HoldRule } from '#shared/holds/schema.ts';

/** Why something waits, as the rest of a sentence about one author, and about several. */
export const reasons: Record<HoldRule, { one: string; several: string }> = {
  young: { one: 'the account was new here', several: 'the accounts were new here' },
  together: { one: 'the account votes together with others only', several: 'the accounts vote together only' },
  own: { one: 'its author made or owns what it is about', several: 'their authors made or own what they are about' },
  burst: {
    one: 'many new accounts reviewed this within a day',
    several: 'many new accounts reviewed this within a day',
  },
  duplicate: { one: 'another review said the same before', several: 'other reviews said the same before' },
};

/** How an author gets out of a wait that no hour ends: as sentences to the author. */
export const waysOut: Partial<Record<HoldRule, string>> = {
  own: 'It counts once that ends. A reply, or the text of the item itself, is the place for what you know of it.',
  duplicate: 'Edit it to say it in your own words: then it counts within the hour.',
};
