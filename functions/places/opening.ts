import OpeningHours from 'opening_hours';
import { bounded, tookTooLong } from '#functions/runtime/bounded.ts';
import { longestHours } from '#shared/places/rules.ts';
import type { Opening, Position, Stretch } from '#shared/places/schema.ts';
import { aheadOfUtc, countryOfZone, momentOf, shownBy, zoneAt } from './zone.ts';

// Heavy: half a megabyte of holidays. Only ever loaded when somebody asks for hours or writes some.

const day = 86_400_000;
/** How many days are worked out, from the beginning of the place's today on. */
const daysAhead = 8;
/** How long one text may be worked at, in milliseconds: real ones take one, what was made to take long is given up. */
const mostTime = 2000;
const mostStretches = 500;

/** The library reckons by the clocks of this process: it is shown those of the place as if they were these. */
const shownHere = (shown: number) => {
  const at = new Date(shown);
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes());
};
const readHere = (date: Date) =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes());

const holidayWords = /\b[PS]H\b/;

/** The same hours without what they say of public and school holidays. */
const withoutHolidays = (hours: string) =>
  hours
    .replace(/,\s*[PS]H\b(?!\s*[+-])|\b[PS]H\s*,/g, '')
    .split(';')
    .filter((rule) => !holidayWords.test(rule))
    .join(';');

type Place = { hours: string; position: Position };

function placeOf({ latitude, longitude }: Position, zone: string, from: number) {
  // Where the sun rises by these clocks as it does there by its own: so much further west.
  const ahead = (aheadOfUtc(zone, from) + new Date(from).getTimezoneOffset() * 60_000) / 3_600_000;
  return {
    // As texts: it takes no numbers, whatever its types say.
    lat: String(latitude) as unknown as number,
    lon: String(longitude - 15 * ahead) as unknown as number,
    address: { country_code: countryOfZone(zone) ?? '', state: '' },
  };
}

/** What the library makes of hours between two moments that the place's clocks show. @throws what is wrong with them */
function workOut(hours: string, position: Position, zone: string, from: number, to: number) {
  const read = new OpeningHours(hours, placeOf(position, zone, from), 0);
  return read.getOpenIntervals(shownHere(from), shownHere(to)) as [Date, Date, boolean, string | undefined][];
}

/** A stretch of more than a day, by the place's clocks, at each midnight; a night of opening stays one. */
function byDay(opens: number, closes: number): [number, number][] {
  if (closes - opens < day) return [[opens, closes]];
  const parts: [number, number][] = [];
  for (let at = opens; at < closes; ) {
    const next = Math.min(closes, (Math.floor(at / day) + 1) * day);
    parts.push([at, next]);
    at = next;
  }
  return parts;
}

/** When a place is open in the days to come; undefined where its hours cannot be read. */
export function openingOf({ hours, position }: Place, now: Date): Opening | undefined {
  try {
    return openingOrProblem({ hours, position }, now);
  } catch {
    return undefined;
  }
}

function openingOrProblem({ hours, position }: Place, now: Date): Opening {
  const zone = zoneAt(position);
  const today = Math.floor(shownBy(zone, now.getTime()) / day) * day;
  const end = today + daysAhead * day;
  // From the day before on: what began then and goes on past midnight is one stretch.
  const from = today - day;
  let holidays = true;
  const found = bounded(mostTime, () => {
    try {
      return workOut(hours, position, zone, from, end);
    } catch (error) {
      const rest = withoutHolidays(hours);
      if (!holidayWords.test(hours) || rest.trim() === '') throw error;
      holidays = false;
      return workOut(rest, position, zone, from, end);
    }
  });
  const stretches = found
    .slice(0, mostStretches)
    .flatMap(([begin, finish, unsure, note]) =>
      byDay(readHere(begin), readHere(finish)).map(
        ([opens, closes]): Stretch => ({
          from: new Date(momentOf(zone, opens)).toISOString(),
          to: new Date(momentOf(zone, closes)).toISOString(),
          ...(unsure ? { unsure: true } : {}),
          ...(note ? { note: note.slice(0, longestHours) } : {}),
        }),
      ),
    )
    .filter(({ from, to }) => from < to && Date.parse(to) > momentOf(zone, today));
  const [since, until] = [today, end].map((shown) => new Date(momentOf(zone, shown)).toISOString());
  return { zone, since: since ?? '', until: until ?? '', stretches, holidays };
}

/**
 * An hour at which they close, as it is written, that may be meant before or after noon: `9-5` is read as until five in
 * the morning, which is hardly what somebody meant. The library warns of each hour of one digit.
 */
function unclearClosing({ hours, position }: Place): { range: string; hour: number } | undefined {
  const zone = zoneAt(position);
  const warningsOf = (text: string) =>
    new OpeningHours(text, placeOf(position, zone, Date.now()), 0).getWarnings() as string[];
  const warnings = bounded(mostTime, () => {
    for (const text of [hours, withoutHolidays(hours)]) {
      try {
        return warningsOf(text);
      } catch {
        // It throws where it knows no holidays of the country. That the hours can be read is known already.
      }
    }
    return [];
  });
  for (const warning of warnings) {
    const [, range, opens, closes] = /((\d{1,2})(?::\d\d)?\s?[-–]\s?(\d))\s*<--- .*could mean/.exec(warning) ?? [];
    if (range && Number(closes) <= Number(opens)) return { range, hour: Number(closes) };
  }
  return undefined;
}

/** What is wrong with hours that somebody writes, to go on from the field's name; undefined where they can be read. */
export function hoursProblem(place: Place): string | undefined {
  try {
    if (place.hours.length > longestHours) return `has more than ${longestHours} characters`;
    openingOrProblem(place, new Date());
    const unclear = unclearClosing(place);
    return unclear && `is not clear at “${unclear.range}”: close at ${unclear.hour + 12}:00 or at 0${unclear.hour}:00?`;
  } catch (error) {
    if (tookTooLong(error)) return 'takes too long to work out';
    const said = error instanceof Error ? error.message : String(error);
    const at = said.indexOf('<---');
    // The library repeats the text up to where it stopped.
    const where = at > 0 ? said.slice(0, at).trim() : '';
    return where === '' || where.length >= place.hours.length
      ? 'is not opening hours such as Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off'
      : `cannot be read after “${where.slice(-60)}”: write such as Mo-Fr 09:00-18:00; PH off`;
  }
}
