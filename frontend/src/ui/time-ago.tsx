import { useNow } from '../client/now.ts';

const steps: [limit: number, seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [7 * 86_400, 86_400, 'day'],
  [30 * 86_400, 7 * 86_400, 'week'],
  [365 * 86_400, 30 * 86_400, 'month'],
  [Number.POSITIVE_INFINITY, 365 * 86_400, 'year'],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
// In one zone, the same where the page is rendered and where it is read.
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function ago(at: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  if (seconds < 60) return 'just now';
  const step = steps.find(([limit]) => seconds < limit);
  return step ? relative.format(-Math.floor(seconds / step[1]), step[2]) : at;
}

/** How long ago, with the exact time on the element. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={full.format(new Date(at))}>
      {ago(at, now)}
    </time>
  );
}

/** A calendar day in words; `short` for a margin. */
export function Day({ day, short = false }: { day: string; short?: boolean }) {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return <time dateTime={day}>{(short ? shortDay : dayOnly).format(date)}</time>;
}
