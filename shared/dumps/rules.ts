import type { DumpType } from './schema.ts';

/** A run removes the dumps that are older: the one made four weeks before goes as a new one comes. */
export const daysKept = 27;
/** Storage itself removes what is older, though no run may come by any more: what was withdrawn does not stay public. */
export const daysAtMost = 35;

const day = 86_400_000;

/** Where everything about dumps lies, in the bucket and on the site. */
export const dumpsFolder = 'dumps/';
export const dumpIndexKey = `${dumpsFolder}index.json`;

/** The key of a dump's file. */
export function dumpKey(name: string, file: string): string {
  return `${dumpsFolder}${name}/${file}`;
}

/** A dump's name: the moment it was begun, in UTC, such as `20261123T030000123Z`. */
export function dumpNameAt(at: Date): string {
  return at.toISOString().replaceAll(/[-:.]/g, '');
}

/** When a dump of this name was begun, in ms; undefined where the text names none. */
export function dumpBegun(name: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(name);
  if (!parts) return undefined;
  const [, year, month, date, hour, minute, second, ms] = parts;
  const time = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** From when on a dump's files may be gone, ISO 8601. */
export function dumpExpiry(begun: number): string {
  return new Date(begun + daysKept * day).toISOString();
}

/** Whether a folder is to be removed: a dump grown too old, or one that was never finished. */
export function isLeftOver(begun: number, isFinished: boolean, now: number): boolean {
  return now - begun > (isFinished ? daysKept * day : day);
}

/** Whether a type's files are collections of GeoJSON in place of lines of JSON. */
export const isCollection = (type: DumpType): boolean => type === 'places';

/** The name of one part of a type's rows, counted from 1. */
export function partName(type: DumpType, number: number): string {
  return `${type}-${String(number).padStart(4, '0')}.${isCollection(type) ? 'geojson' : 'ndjson'}.gz`;
}

/** The content type of a file in a dump, by its name. Parts are given out as the compressed files they are. */
export function dumpContentType(key: string): string {
  if (key.endsWith('.gz')) return 'application/gzip';
  return key.endsWith('.json') ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
}

/** How long a copy may be kept: the index changes, what lies in a dump's own folder never does but goes one day. */
export function dumpCacheControl(key: string): string {
  return key === dumpIndexKey ? 'no-cache' : 'public, max-age=86400';
}
