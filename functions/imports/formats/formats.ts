import { AppError } from '#shared/app-error.ts';
import type { ImportFormat } from '#shared/imports/schema.ts';
import { readChrome } from './chrome.ts';
import { readCommonplace, readCommonplaceCsv } from './commonplace.ts';
import { headingOf } from './csv-table.ts';
import { readDelicious } from './delicious.ts';
import { readFirefox } from './firefox.ts';
import { readGoodreads } from './goodreads.ts';
import type { ImportedSave } from './imported-save.ts';
import { readInstapaper } from './instapaper.ts';
import { listOf, objectOf, readJson } from './json.ts';
import { readNeoDb } from './neodb.ts';
import { readNetscape } from './netscape.ts';
import { readPinboard } from './pinboard.ts';
import { readGeoJson } from './places/geojson.ts';
import { readOsmXml } from './places/osm-xml.ts';
import { readOverpass } from './places/overpass.ts';
import { readPocketCsv, readPocketHtml } from './pocket.ts';
import { readStoryGraph } from './storygraph.ts';

export { isMangrove, readMangrove } from './mangrove.ts';

const ofText: Partial<Record<ImportFormat, (text: string) => ImportedSave[]>> = {
  netscape: readNetscape,
  'pocket-html': readPocketHtml,
  'pocket-csv': readPocketCsv,
  instapaper: readInstapaper,
  goodreads: readGoodreads,
  storygraph: readStoryGraph,
  neodb: readNeoDb,
  'commonplace-csv': readCommonplaceCsv,
  'osm-xml': readOsmXml,
};
const ofJson: Partial<Record<ImportFormat, (file: unknown) => ImportedSave[]>> = {
  pinboard: readPinboard,
  delicious: readDelicious,
  chrome: readChrome,
  firefox: readFirefox,
  commonplace: readCommonplace,
  geojson: readGeoJson,
  overpass: readOverpass,
};

/**
 * Reads a file of any format that is known, told by what is in it unless `format` says so.
 * @throws import_unreadable, import_too_long
 */
export function readExport(
  written: string,
  { format, filename }: { format?: ImportFormat; filename?: string } = {},
): { format: ImportFormat; saves: ImportedSave[] } {
  const text = written.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new AppError('import_unreadable', 'The file is empty');
  const json = looksLikeJson(text) ? readJson(text) : undefined;
  const found = format ?? (json === undefined ? formatOfText(text) : formatOfJson(json));
  if (!found) throw new AppError('import_unreadable', whatElse(text, filename));
  const saves = json === undefined ? ofText[found]?.(text) : ofJson[found]?.(json);
  if (!saves) throw new AppError('import_unreadable', json === undefined ? 'The file is not JSON' : 'The file is JSON');
  return { format: found, saves };
}

/** Which format a file has; undefined for none that is known. */
export function formatOf(written: string): ImportFormat | undefined {
  const text = written.replace(/^\ufeff/, '');
  if (!looksLikeJson(text)) return formatOfText(text);
  try {
    return formatOfJson(readJson(text));
  } catch {
    return undefined;
  }
}

const looksLikeJson = (text: string) => /^\s*[{[]/.test(text);

function formatOfJson(json: unknown): ImportFormat | undefined {
  const file = objectOf(json);
  if (file.format === 'commonplace') return 'commonplace';
  if (file.type === 'FeatureCollection' || file.type === 'Feature') return 'geojson';
  if (Array.isArray(file.elements)) return 'overpass';
  if (Object.keys(objectOf(file.roots)).length > 0) return 'chrome';
  if (file.type === 'text/x-moz-place-container' || file.root === 'placesRoot') return 'firefox';
  if (!Array.isArray(json)) return undefined;
  const first = objectOf(listOf(json)[0]);
  if (json.length === 0 || 'href' in first) return 'pinboard';
  return 'url' in first ? 'delicious' : undefined;
}

function formatOfText(text: string): ImportFormat | undefined {
  if (/^\s*</.test(text)) {
    const start = text.slice(0, 100_000);
    if (/^[^>]{0,500}(?:>[^>]{0,500}){0,5}<osm[\s>]/.test(start)) return 'osm-xml';
    if (/<title>\s*Pocket Export/i.test(start) || /<a [^<>]{0,3000}\btime_added=/i.test(start)) return 'pocket-html';
    if (/<!doctype netscape-bookmark/i.test(start) || /<d[lt]\b/i.test(start)) return 'netscape';
    return undefined;
  }
  const heading = new Set(headingOf(text));
  const has = (...names: string[]) => names.every((name) => heading.has(name));
  if (has('book id', 'title', 'author')) return 'goodreads';
  if (has('title', 'isbn/uid', 'read status')) return 'storygraph';
  if (has('url', 'title', 'private', 'privatenote')) return 'commonplace-csv';
  if (has('title', 'info', 'links', 'timestamp')) return 'neodb';
  if (has('url', 'time_added')) return 'pocket-csv';
  if (has('url', 'title', 'folder')) return 'instapaper';
  return undefined;
}

const signatures: readonly [RegExp, string][] = [
  [/^.PNG|^GIF8|^.{0,4}JFIF|^RIFF/s, 'The file is a picture'],
  [/^PK[^\w\s]{2}/, 'The file is an archive: unpack it and hand in what is inside'],
  [/^%PDF/, 'The file is a PDF'],
  [/^SQLite format 3/, 'The file is a database: export from the program that wrote it'],
  [/^[^>]{0,200}(?:>\s{0,20})?<(?:kml|gpx)\b/i, 'The file is a map in another format: save it as GeoJSON'],
  [/^\s*<\?xml|^\s*<(?:opml|rss|feed)\b/i, 'The file is XML, which is not among the formats that are read'],
  [/^\s*</, 'The file is a page and no list of bookmarks'],
  [/^\s*[{[]/, 'The file is JSON as none of the services writes it that are read here'],
];

/** What a file that cannot be read is instead, by its first characters, or else by its name. */
function whatElse(text: string, filename = ''): string {
  const start = text.slice(0, 100);
  const known = signatures.find(([signature]) => signature.test(start))?.[1];
  if (known) return known;
  if (/\.(png|jpe?g|gif|webp|heic)$/i.test(filename)) return 'The file is a picture';
  return 'It is in none of the formats that are read here';
}
