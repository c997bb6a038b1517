import type { Handler } from '#functions/http/handler.ts';
import { peopleHere } from '#functions/people/reader.ts';
import { newcomerDays, terms, termsOf, togetherDays } from '#shared/holds/rules.ts';

export const getHoldRules: Handler<'getHoldRules'> = async () => {
  const people = await peopleHere();
  return { people, inForce: termsOf(people).maturity, terms: [...terms], togetherDays, newcomerDays };
};
