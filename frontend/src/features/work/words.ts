/** A share as people say it: `0.4 %`, `37 %`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  const value = Math.round(share * 1000) / 10;
  return `${value < 10 ? value : Math.round(value)} %`;
}

/** Gini’s coefficient in words. */
export function evenness(gini: number): string {
  if (gini < 0.2) return 'nearly everybody gave the same';
  if (gini < 0.5) return 'some gave more than others';
  if (gini < 0.8) return 'few gave most';
  return 'very few gave nearly everything';
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
/** `2026-11` as `Nov 2026`. */
export const nameOfMonth = (month: string) => monthName.format(new Date(`${month}-01T00:00:00Z`));

/** What each kind of contribution is called: many of them, and one. */
export const kindWords = {
  edits: ['Edits', 'edit'],
  items: ['Items added', 'item'],
  reviews: ['Reviews', 'review'],
  comments: ['Comments', 'comment'],
  proposals: ['Proposals', 'proposal'],
} as const;

export const kinds = Object.keys(kindWords) as (keyof typeof kindWords)[];

/** The year that an address asks for; undefined where it asks for none, or for what is none. */
export function yearAsked(search: string): string | undefined {
  const year = new URLSearchParams(search).get('year') ?? '';
  return /^[12]\d{3}$/.test(year) ? year : undefined;
}
