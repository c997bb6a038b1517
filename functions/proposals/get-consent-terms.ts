import type { Handler } from '#functions/http/handler.ts';
import { consentFor, consentTerms, termsOfConsent } from '#shared/proposals/rules.ts';
import { changeKinds } from '#shared/proposals/schema.ts';
import { peopleNow } from './terms.ts';

export const getConsentTerms: Handler<'getConsentTerms'> = async (_input, { now }) => {
  const { people, active } = await peopleNow(now);
  return {
    people,
    active,
    maturity: termsOfConsent(people).maturity,
    terms: [...consentTerms],
    needs: changeKinds.map((what) => ({ what, ...consentFor(what, people, active) })),
  };
};
