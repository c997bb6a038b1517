import type { WindowName } from './schema.ts';

const minuteZero = Date.UTC(2020, 0, 1) / 60_000;

/** Whole minutes from 2020-01-01T00:00Z to a time in milliseconds since 1970. */
export function minuteOf(milliseconds: number): number {
  return Math.floor(milliseconds / 60_000) - minuteZero;
}

/** The second since 1970 at which a minute begins, as `minuteOf` counts them. */
export function secondOfMinute(minute: number): number {
  return (minute + minuteZero) * 60;
}

/** ISO 8601 to seconds, without milliseconds: as cards and facts carry times. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Seconds since 1970 of an ISO 8601 time. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

/** Whether a calendar day (`YYYY-MM-DD`) is still to come wherever one is: somewhere it is tomorrow already. */
export function isToCome(day: string, now: Date): boolean {
  return Date.parse(day) > now.getTime() + 86_400_000;
}

const days: Record<Exclude<WindowName, 'all'>, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Length of a window in seconds; undefined for all time. */
export function windowSeconds(window: WindowName): number | undefined {
  return window === 'all' ? undefined : days[window] * 86_400;
}
