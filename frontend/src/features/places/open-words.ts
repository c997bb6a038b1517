import { type OpenState, openAt } from '#shared/places/rules.ts';
import type { Opening, Stretch } from '#shared/places/schema.ts';

type Days = Pick<Opening, 'stretches' | 'until' | 'zone'>;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${name}`;
  const found = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, found);
  return found;
}

/** The hour that a place's clocks show, such as 09:00. */
export const clock = (zone: string, at: string): string =>
  format(zone, 'hour', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

const dayOf = (zone: string, at: number | string): string =>
  format(zone, 'day', { weekday: 'long', day: 'numeric', month: 'numeric' }).format(new Date(at));

/** `at 09:00` where that is today by the place's clocks, `on Monday at 09:00` otherwise. */
function when(zone: string, at: string, now: number): string {
  const hour = `at ${clock(zone, at)}`;
  if (dayOf(zone, at) === dayOf(zone, now)) return hour;
  if (dayOf(zone, at) === dayOf(zone, now + 86_400_000)) return `tomorrow ${hour}`;
  return `on ${format(zone, 'weekday', { weekday: 'long' }).format(new Date(at))} ${hour}`;
}

export type OpenWords = { is: OpenState['is'] | 'unsure'; short: string; more: string };

/** Whether a place is open at a moment (milliseconds), in words; undefined where that is not known. */
export function openWords(days: Days, now: number): OpenWords | undefined {
  const state = openAt(days, now);
  if (!state) return undefined;
  if (state.is === 'closed')
    return { is: 'closed', short: 'Closed now', more: state.opens ? `opens ${when(days.zone, state.opens, now)}` : '' };
  const { stretch, until } = state;
  const more = until ? `${stretch.unsure ? 'until' : 'closes'} ${when(days.zone, until, now)}` : '';
  return stretch.unsure
    ? { is: 'unsure', short: 'Perhaps open now', more: stretch.note ?? more }
    : { is: 'open', short: 'Open now', more };
}

/** A stretch by the place's clocks: `09:00–18:00`. */
export const stretchWords = (zone: string, { from, to }: Stretch): string => {
  const [opens, closes] = [clock(zone, from), clock(zone, to)];
  return opens === closes ? 'all day' : `${opens}–${closes === '00:00' ? '24:00' : closes}`;
};
