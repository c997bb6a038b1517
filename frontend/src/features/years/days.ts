const monthAndDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day in few letters: `5 May`, and with its year where that is asked for. */
export const shortDay = (day: string, full = true) =>
  (full ? withYear : monthAndDay).format(new Date(`${day}T00:00:00Z`));

/** Today where the browser is, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const daysLong = (days: number) => (days === 1 ? '1 day' : `${days} days`);
