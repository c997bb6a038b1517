import type { PersonContext } from '#functions/http/handler.ts';
import { earnedBy, peopleHere, requireMember } from '#functions/people/reader.ts';
import { Memory } from '#functions/table/memory.ts';
import { AppError } from '#shared/app-error.ts';
import { levelOf, powersAt, refusalOf, signalsOf, trustTermsOf } from '#shared/trust/rules.ts';
import { type Level, type Power, powers, type TrustTerms } from '#shared/trust/schema.ts';

const inForce = new Memory<TrustTerms>({ most: 1 });

/** The terms in force by the number of people here, looked up every few minutes. */
export function trustInForce(): Promise<TrustTerms> {
  return inForce.recall('terms', async () => trustTermsOf(await peopleHere()));
}

/** Whether a power takes nothing on a site of this size: then nobody need be asked about. */
const isFree = (power: Power, terms: TrustTerms) => terms.powers[power] === 'new';

async function signalsNow({ caller, now }: PersonContext, since: string | undefined) {
  return signalsOf(await earnedBy(caller.personId), since, now);
}

/**
 * Refuses a caller who has not earned a power yet. On a young site nobody is asked about (but for the site’s size, which is
 * remembered for minutes); later one read of half a unit says what the caller earned.
 * @throws trust_too_low, account_deleted, handle_required
 */
export async function requirePower(context: PersonContext, power: Power): Promise<void> {
  const [terms, { since }] = await Promise.all([trustInForce(), requireMember(context)]);
  if (isFree(power, terms)) return;
  const refusal = refusalOf(power, await signalsNow(context, since), terms);
  if (refusal) throw new AppError('trust_too_low', refusal);
}

/** For how many a caller’s flag counts. Costs what `requirePower` does. @throws account_deleted, handle_required */
export async function flagWeightOf(context: PersonContext): Promise<number> {
  const [terms, { since }] = await Promise.all([trustInForce(), requireMember(context)]);
  if (Object.values(terms.flagWeight).every((one) => one === 1)) return 1;
  return terms.flagWeight[levelOf(await signalsNow(context, since), terms)];
}

/** A caller’s level and what it allows. Costs what `requirePower` does. @throws account_deleted, handle_required */
export async function powersOf(context: PersonContext): Promise<{ level: Level; powers: Power[] }> {
  const [terms, { since }] = await Promise.all([trustInForce(), requireMember(context)]);
  if (powers.every((power) => isFree(power, terms)) && Object.values(terms.flagWeight).every((one) => one === 1)) {
    // On a young site levels decide nothing.
    return { level: 'new', powers: [...powers] };
  }
  const level = levelOf(await signalsNow(context, since), terms);
  return { level, powers: powersAt(level, terms) };
}
