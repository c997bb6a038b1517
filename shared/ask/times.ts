/** The clock of whoever asks: the moment, and how far it is ahead of UTC in minutes. */
export type Clock = { now: Date; offset: number };

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const parts: Record<string, number> = {
  morning: 10,
  noon: 12,
  lunchtime: 12,
  afternoon: 15,
  evening: 19,
  night: 21,
  midnight: 24,
};
const minute = 60_000;
const day = 24 * 60 * minute;

/** A day and time of day as questions say them: `on sunday`, `tomorrow evening`, `tonight at 8pm`, `at 18:30`. */
const dayWord = `(?:(?:on|this|next|coming|every) )?(?:${days.join('|')})s?|today|tonight|tomorrow|(?:this|the|at the|on the) weekend`;
const partWord = `(?:in the |at |this )?(?:${Object.keys(parts).join('|')})`;
const clockWord = '(?:at|after|from|until|till|by|around) \\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m| oclock)?|late|early';
export const timeWords = new RegExp(
  `^(?:(?:${dayWord})(?: (?:${partWord}))?(?: (?:${clockWord}))?|(?:${partWord})(?: (?:${clockWord}))?|(?:${clockWord})(?: ${partWord})?)\\b`,
);

/** Hours after midnight that a text speaks of; undefined where it speaks of none. */
function hoursIn(text: string): number | undefined {
  const clock = /\b(at|after|from|until|till|by|around) (\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])m)?/.exec(text);
  if (clock) {
    const [, how = '', hour = '0', minutes = '0', half] = clock;
    let hours = Number(hour) + Number(minutes) / 60;
    if (Number(hour) > 24 || Number(minutes) > 59) return undefined;
    if (half === 'p' && hours < 12) hours += 12;
    if (half === 'a' && Math.floor(hours) === 12) hours -= 12;
    // Nobody asks for five in the morning by “at 5”.
    if (!half && hours >= 1 && hours < 8 && !/\bmorning\b/.test(text)) hours += 12;
    // Open until ten is open before ten, and after ten from then on.
    return how === 'until' || how === 'till' || how === 'by' ? hours - 0.25 : hours;
  }
  if (/\blate\b/.test(text)) return 23;
  if (/\bearly\b/.test(text)) return 8;
  for (const [part, hours] of Object.entries(parts))
    if (new RegExp(`\\b${part}\\b`).test(text)) return part === 'midnight' ? 23.75 : hours;
  return undefined;
}

/**
 * The moment that words of `timeWords` speak of, to the minute, by the clock of whoever asks: the next one there is. A
 * day without a time is at noon, an evening at eight.
 */
export function momentIn(text: string, { now, offset }: Clock): { at: string; means: string } | 'now' {
  const here = now.getTime() + offset * minute;
  const midnight = Math.floor(here / day) * day;
  const today = new Date(midnight).getUTCDay();
  const named = days.findIndex((name) => text.includes(name));
  const weekend = text.includes('weekend');
  const ahead = /\btomorrow\b/.test(text)
    ? 1
    : named >= 0
      ? (named - today + 7) % 7
      : weekend && today !== 0
        ? 6 - today
        : 0;
  const isTonight = text.includes('tonight');
  const hours = hoursIn(text) ?? (isTonight ? 20 : undefined);
  const isToday = ahead === 0;
  let at = midnight + ahead * day + Math.round((hours ?? 12) * 60) * minute;
  if (isToday && at < here) {
    // What is meant of today is past: now is as near as it gets, but a named day is the next one.
    if (hours === undefined && named < 0) return 'now';
    if (isTonight || /\b(?:today|this|late)\b/.test(text)) return 'now';
    at += named >= 0 ? 7 * day : day;
  }
  const local = new Date(at);
  const clock = local.toISOString().slice(11, 16);
  return {
    at: `${new Date(at - offset * minute).toISOString().slice(0, 16)}Z`,
    means: `open on ${capital(days[local.getUTCDay()] ?? '')}, ${local.toISOString().slice(0, 10)}, at ${clock}`,
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The day (UTC) so many days before now. */
export const daysAgo = (count: number, { now }: Clock): string =>
  new Date(now.getTime() - count * day).toISOString().slice(0, 10);
