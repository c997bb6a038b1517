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

export const daysLong = (days: number) => (days === 1 ? '1 day' : `${days} days`);
