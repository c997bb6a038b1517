import type { Handler } from '#functions/http/handler.ts';
import { peopleHere } from '#functions/people/reader.ts';
import { trustTerms, trustTermsOf } from '#shared/trust/rules.ts';

export const getTrustRules: Handler<'getTrustRules'> = async () => {
  const people = await peopleHere();
  return { people, inForce: trustTermsOf(people).maturity, terms: [...trustTerms] };
};
