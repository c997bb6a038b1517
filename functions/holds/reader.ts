import { type Member, peopleHere } from '#functions/people/reader.ts';
import { Memory } from '#functions/table/memory.ts';
import { footingOf, termsOf } from '#shared/holds/rules.ts';
import type { HoldTerms } from '#shared/holds/schema.ts';

export { alikeEntries, ownedEntry, writtenEntry } from './reviews/table.ts';
export { arrivalEntry, heldReviewEntry, heldSaveEntry, heldVoteEntry } from './table.ts';

const inForce = new Memory<HoldTerms>({ most: 1 });

/** The terms in force by the number of people here, looked up every few minutes. */
export function termsInForce(): Promise<HoldTerms> {
  return inForce.recall('terms', async () => termsOf(await peopleHere()));
}

/**
 * On what footing a member acts. By the clock, not by the date given to an act: what is loaded with its dates of
 * long ago was held long ago.
 */
export async function footingNow(member: Promise<Member>): Promise<ReturnType<typeof footingOf>> {
  const [{ since }, terms] = await Promise.all([member, termsInForce()]);
  return footingOf(since, terms, new Date());
}
