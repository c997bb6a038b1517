import { isoSeconds } from '#shared/ranking/time.ts';
import { oneLine, quoted, textOf } from './written-text.ts';

const latest = Date.UTC(2100, 0, 1);

/**
 * When something was saved: Unix time in seconds, milliseconds, microseconds or nanoseconds, told by its size; ISO 8601,
 * in UTC where it names no zone; or as web servers log it. Nothing and 0 are no time.
 */
export function takeTime(written: unknown): { at?: string; problems: string[] } {
  const text = oneLine(textOf(written));
  if (text === '' || /^0+$/.test(text)) return { problems: [] };
  const time = /^\d{1,20}(?:\.\d{1,9})?$/.test(text) ? unixTime(Number(text)) : (isoTime(text) ?? loggedTime(text));
  if (time === undefined || Number.isNaN(time) || time < 0 || time > latest)
    return { problems: [`The date ${quoted(text)} cannot be read`] };
  return { at: isoSeconds(new Date(time)), problems: [] };
}

function unixTime(number: number): number {
  const milliseconds = [1000, 1, 0.001, 0.000_001].map((unit) => number * unit);
  return Math.floor(milliseconds.find((time) => time <= latest) ?? Number.NaN);
}

function isoTime(text: string): number | undefined {
  const day = dayOf(text);
  if (day) return Date.parse(`${day}T12:00:00Z`);
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})? ?(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!found) return undefined;
  const [, date, clock, zone = 'Z'] = found;
  // Dates roll over: the 30th of February would be the 2nd of March.
  if (!dayOf(date)) return undefined;
  return Date.parse(`${date}T${clock}${zone.replace(/^utc$/i, 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `10/Oct/2000:13:55:36 +0300` */
function loggedTime(text: string): number | undefined {
  const found = /^(\d\d)\/([a-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/i.exec(text);
  if (!found) return undefined;
  const [, date, month = '', year, clock, hours, minutes] = found;
  const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return Date.parse(`${year}-${number}-${date}T${clock}${hours}:${minutes}`);
}

/** `YYYY/MM/DD` or `YYYY-MM-DD` as `YYYY-MM-DD`, where the calendar has that day. */
export function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(oneLine(text));
  if (!found) return undefined;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** A day as the time that a save of that day is dated by: noon, which is that day nearly everywhere. */
export const noonOf = (day: string | undefined) => (day === undefined ? undefined : `${day}T12:00:00Z`);
