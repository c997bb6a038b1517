import type { Opening, Stretch } from './schema.ts';

/** How many places a view or a neighbourhood shows. */
export const placesShown = 50;

/** How long hours may be, in UTF-16 units: as long as a value in OpenStreetMap. */
export const longestHours = 255;

/** What can be said of a place at a moment. */
export type OpenState =
  | { is: 'open'; stretch: Stretch /** When it closes, ISO 8601; absent where it is not known to. */; until?: string }
  | { is: 'closed' /** When it opens next; absent where not in the days to come. */; opens?: string };

/**
 * Whether a place is open at a moment (milliseconds since 1970), from its stretches alone; undefined beyond the days
 * that they tell of. Stretches that touch are one, as where it is open all night.
 */
export function openAt({ stretches, until }: Pick<Opening, 'stretches' | 'until'>, at: number): OpenState | undefined {
  if (at >= Date.parse(until)) return undefined;
  const here = stretches.findIndex(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  const stretch = stretches[here];
  if (!stretch) {
    const opens = stretches.find(({ from, unsure }) => !unsure && Date.parse(from) > at)?.from;
    return { is: 'closed', ...(opens === undefined ? {} : { opens }) };
  }
  let end = stretch;
  for (const next of stretches.slice(here + 1)) {
    if (next.from !== end.to || next.unsure !== end.unsure) break;
    end = next;
  }
  return { is: 'open', stretch, ...(end.to >= until ? {} : { until: end.to }) };
}

/** A day of a place's calendar, with when it opens on it. */
export type OpeningDay = { /** `YYYY-MM-DD` by the place's clocks. */ day: string; stretches: Stretch[] };

/** Stretches by the day on which they begin, by the place's clocks: from the day of `since` on, `days` of them. */
export function openingDays({ zone, since, stretches }: Opening, days = 7): OpeningDay[] {
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const first = Date.parse(`${dayOf.format(new Date(since))}T12:00:00Z`);
  return Array.from({ length: days }, (_, n) => {
    const day = new Date(first + n * 86_400_000).toISOString().slice(0, 10);
    return { day, stretches: stretches.filter(({ from }) => dayOf.format(new Date(from)) === day) };
  });
}
