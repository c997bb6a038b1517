import type { PlaceRecord } from '#shared/imports/places.ts';
import { hasTag, placeName } from '#shared/imports/places.ts';
import {
  type PlaceAmenity,
  type PlaceCategory,
  placeAmenityKeys,
  placeCategoryKeys,
} from '#shared/items/kinds/place-categories.ts';
import { amenityTags, categoryTags } from '#shared/items/kinds/place-osm.ts';
import { longestHours } from '#shared/places/rules.ts';
import { webAddress } from '#shared/text.ts';
import { given, type ImportedSave } from '../imported-save.ts';
import { takeTags } from '../written-tags.ts';
import { oneLine, quoted, severalLines, takeTitle, textOf } from '../written-text.ts';

type Properties = Record<string, unknown>;
const longestName = 200;
const longestAddress = 300;
const longestDescription = 4000;

/** A place of any of the formats that hold some; what cannot be taken of it is told, what makes it none is why it is refused. */
export function placeSave(record: PlaceRecord, row: number): ImportedSave {
  const { properties } = record;
  const { title, problems } = takeTitle(placeName(properties) ?? '', '');
  const refused = refusalOf(record, title);
  const labels = takeTags(labelsOf(properties));
  const fields = refused === undefined ? fieldsOf(record, title, problems) : {};
  return {
    row,
    title,
    ...given('refused', refused),
    item: { kind: 'place', fields },
    tags: labels.tags,
    problems: [...problems, ...labels.problems],
  };
}

function refusalOf({ position, line }: PlaceRecord, name: string): string | undefined {
  if (name === '') return 'It has no name';
  if (line) return 'It is a line, such as a street or a border, and no place';
  if (!position) return 'It has no position, or one that cannot be read';
  const { latitude, longitude } = position;
  const at = `latitude ${Number(latitude.toPrecision(9))}, longitude ${Number(longitude.toPrecision(9))}`;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return undefined;
  if (Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180)
    return `It lies nowhere (${at}): the two may have changed places`;
  return `It lies nowhere (${at}): degrees are wanted, up to 90 and 180`;
}

function fieldsOf({ properties: own, position, osm }: PlaceRecord, title: string, problems: string[]) {
  const website = websiteOf(own, problems);
  const amenities = amenitiesOf(own);
  return {
    name: cut(title, longestName, 'The name', problems),
    position,
    ...given('osm', osm),
    ...given('category', categoryOf(own)),
    ...given('address', cut(addressOf(own), longestAddress, 'The address', problems)),
    ...given('hours', hoursOf(own, problems)),
    ...given('price', priceOf(own)),
    ...(amenities.length > 0 ? { amenities } : {}),
    ...given('website', website),
    ...given('phone', phoneOf(own, problems)),
    ...given('picture', pictureOf(own)),
    ...given(
      'description',
      cut(severalLines(first(own, 'description', 'description:en')), longestDescription, 'The description', problems),
    ),
  };
}

/** The first of these that says anything. */
function first(properties: Properties, ...keys: string[]): string {
  for (const key of keys) {
    const text = Object.hasOwn(properties, key) ? textOf(properties[key]).trim() : '';
    if (text !== '') return text;
  }
  return '';
}

function cut<Text extends string | undefined>(text: Text, length: number, what: string, problems: string[]): Text {
  if (text === undefined || text.length <= length) return text;
  problems.push(`${what} is cut at ${length} characters`);
  return `${text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…` as Text;
}

/** What sort of place it is: as our own export says, or else by the tags of OpenStreetMap, the most telling first. */
function categoryOf(properties: Properties): PlaceCategory | undefined {
  const said = first(properties, 'category');
  const own = placeCategoryKeys.find((key) => key === said);
  return own ?? telling.find(([, tag]) => hasTag(properties, tag))?.[0];
}

/** Tags and the categories that they say; those that stand for any value come last. */
const telling = (Object.keys(categoryTags) as PlaceCategory[])
  .flatMap((key) => categoryTags[key].map((tag) => [key, tag] as const))
  .sort(([, one], [, other]) => Number(one.endsWith('*')) - Number(other.endsWith('*')));

function amenitiesOf(properties: Properties): PlaceAmenity[] {
  const said = Array.isArray(properties.amenities) ? properties.amenities : [];
  return placeAmenityKeys.filter(
    (key) => said.includes(key) || amenityTags[key].some((tag) => hasTag(properties, tag)),
  );
}

function addressOf(properties: Properties): string | undefined {
  const whole = oneLine(first(properties, 'address', 'addr:full'));
  if (whole !== '') return whole;
  const part = (...keys: string[]) => oneLine(first(properties, ...keys));
  const street = [part('addr:street', 'addr:place'), part('addr:housenumber', 'addr:housename')]
    .filter(Boolean)
    .join(' ');
  const town = [part('addr:postcode'), part('addr:city', 'addr:town', 'addr:village')].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ') || undefined;
}

/** Whether they can be read is found out when the row is taken. */
function hoursOf(properties: Properties, problems: string[]): string | undefined {
  const hours = oneLine(first(properties, 'opening_hours', 'hours'));
  if (hours === '') return undefined;
  if (hours.length <= longestHours) return hours;
  problems.push(`The opening hours have more than ${longestHours} characters and are left out`);
  return undefined;
}

/** 1 to 4, as a number or in as many signs of a currency. */
function priceOf(properties: Properties): number | undefined {
  const said = first(properties, 'price', 'price_level', 'price_range', 'priceRange');
  if (/^[1-4]$/.test(said)) return Number(said);
  return /^([$€£¥])\1{0,3}$/.test(said) ? said.length : undefined;
}

function websiteOf(properties: Properties, problems: string[]): string | undefined {
  const said = first(properties, 'website', 'contact:website', 'url').split(';')[0]?.trim() ?? '';
  if (said === '') return undefined;
  const read = webAddress.safeParse(/^[a-z][a-z\d+.-]*:/i.test(said) ? said : `https://${said}`);
  if (read.success) return read.data;
  problems.push(`The website ${quoted(said)} is none and is left out`);
  return undefined;
}

function phoneOf(properties: Properties, problems: string[]): string | undefined {
  const said = first(properties, 'phone', 'contact:phone', 'contact:mobile').split(';')[0] ?? '';
  if (said.trim() === '') return undefined;
  const phone = said.replace(/[^+0-9 ()./-]/g, '').trim();
  if (/^\+?[0-9 ()./-]{4,30}$/.test(phone) && /\d{3}/.test(phone.replace(/\D/g, ''))) return phone;
  problems.push(`The telephone number ${quoted(said)} is left out`);
  return undefined;
}

function pictureOf(properties: Properties): string | undefined {
  const read = webAddress.safeParse(first(properties, 'image', 'picture'));
  return read.success && read.data.startsWith('https://') ? read.data : undefined;
}

/** What it is tagged with: our own export's tags, and what is served or sold there. */
function labelsOf(properties: Properties): string[] {
  const own = Array.isArray(properties.tags) ? properties.tags.filter((tag) => typeof tag === 'string') : [];
  const served = ['cuisine', 'sport', 'religion', 'beauty'].flatMap((key) => first(properties, key).split(/[;,]/));
  return [...own, ...served.map((word) => word.trim().replaceAll('_', ' '))].filter(Boolean).slice(0, 200);
}
