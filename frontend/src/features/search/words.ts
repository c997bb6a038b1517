import { kinds } from 'virtual:contract';
import { amenityLabel, categoryLabel } from '#shared/items/kinds/place-categories.ts';
import type { FilterName } from './address.ts';

export const whatLabels = {
  items: 'Items',
  tags: 'Tags',
  people: 'People',
  reviews: 'Reviews',
  questions: 'Questions & tips',
  lists: 'Lists',
} as const;

export const sortLabels = { relevance: 'Best match', best: 'Best rated', new: 'Newest', near: 'Nearest' } as const;

export const filterLabels: Partial<Record<FilterName, string>> = {
  kind: 'Kind',
  category: 'What it is',
  tags: 'Tag',
  stars: 'Rating',
  licence: 'Licence',
  language: 'Language',
  price: 'Price',
  amenities: 'With',
  party: 'Who came',
};

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });
const languageName = (tag: string) => {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
};
const spoken = (key: string) => key.replace(/[-_:]/g, ' ').replace(/^./, (first) => first.toUpperCase());
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayName = (day: string) => (Number.isNaN(Date.parse(day)) ? day : dayFormat.format(new Date(day)));
/** Metres as people say them. */
export function distanceName(metres: number): string {
  if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  return `${metres < 9950 ? (metres / 1000).toFixed(1) : Math.round(metres / 1000)} km`;
}

function yearsName(years: string): string {
  const [from = '', to = ''] = years.split('..');
  const named = (year: string) => (year.startsWith('-') ? `${year.slice(1)} BCE` : year);
  if (!from) return `Up to ${named(to)}`;
  if (!to) return `Since ${named(from)}`;
  return from === to ? `From ${named(from)}` : `${named(from)} to ${named(to)}`;
}

/** A moment in a zone; of UTC, which a page is rendered in for everybody, that is said. */
const momentName = (open: string, timeZone: string) => {
  if (open === 'now') return 'Open now';
  const at = new Date(open);
  if (Number.isNaN(at.getTime())) return `Open ${open}`;
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return `Open ${format.format(at)}${timeZone === 'UTC' ? ' UTC' : ''}`;
};

const names: Partial<Record<FilterName, (value: string, zone: string) => string>> = {
  kind: (kind) => (kind in kinds ? kinds[kind as keyof typeof kinds].plural : kind),
  category: categoryLabel,
  amenities: amenityLabel,
  tags: (tag) => `#${tag}`,
  stars: (stars) => `★ ${stars} or more`,
  licence: (licence) => licence,
  language: languageName,
  price: (level) => '€'.repeat(Math.min(4, Number(level) || 0)) || level,
  years: yearsName,
  from: (day) => `Added since ${dayName(day)}`,
  to: (day) => `Added until ${dayName(day)}`,
  open: momentName,
  near: (position) => `Near ${position.replace(',', ', ')}`,
  within: (metres) => `Within ${distanceName(Number(metres) || 0)}`,
  view: () => 'In a part of the map',
  area: () => 'In an area',
};

/** A value of a filter in plain words; times by the clocks of a zone. */
export function valueName(name: FilterName, value: string, zone = 'UTC'): string {
  return (names[name] ?? spoken)(value, zone);
}
