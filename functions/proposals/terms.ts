import { siteNumbers } from '#functions/people/reader.ts';
import { activeMonths, consentFor } from '#shared/proposals/rules.ts';
import type { ChangeKind } from '#shared/proposals/schema.ts';

/** How many people the site has, and how many of them were active this month or the last, whichever were more. */
export async function peopleNow(now: Date): Promise<{ people: number; active: number }> {
  const { people = 0, active = {} } = (await siteNumbers()) ?? {};
  return { people, active: Math.max(...activeMonths(now).map((month) => active[month] ?? 0)) };
}

/** What a change takes that is put forward now. */
export async function consentNow(what: ChangeKind, now: Date): Promise<{ hours: number; quorum: number }> {
  const { people, active } = await peopleNow(now);
  return consentFor(what, people, active);
}
