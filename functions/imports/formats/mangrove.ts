import { AppError } from '#shared/app-error.ts';
import {
  isDated,
  isProofOf,
  type KeyOwner,
  type MangroveClaims,
  mangroveClaims,
  mangroveFormat,
  starsOfRating,
} from '#shared/imports/mangrove.ts';
import { isbn13 } from '#shared/items/isbn.ts';
import { given, type ImportedSave } from './imported-save.ts';
import { listOf, objectOf, readJson } from './json.ts';
import { atMostRows } from './limits.ts';
import { verified } from './mangrove-token.ts';
import { takeAddress } from './written-address.ts';
import { quoted, severalLines, takeTitle } from './written-text.ts';

type Options = {
  /** Who brings the file, as a proof names them. */
  owner: KeyOwner | undefined;
  now: Date;
  /** The titles of books that are here, by ISBN. */
  titlesOf: (isbns: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

const token = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;

/** Whether a text holds Mangrove reviews: tokens a line each, what its servers answer, or a file with the proof of a key. */
export function isMangrove(text: string): boolean {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('eyJ')) return token.test(start.slice(0, 20_000).split(/\s/, 1)[0] ?? '');
  return /^[[{]/.test(start) && /"jwt"\s*:\s*"eyJ|"format"\s*:\s*"mangrove"/.test(start.slice(0, 50_000));
}

/**
 * Reads Mangrove reviews of one's own. Everybody can read and copy everybody's, so a signature alone shows only that nobody
 * changed a review: it is taken where its key is shown to be of who brings it.
 * @throws import_unreadable, import_too_long
 */
export async function readMangrove(text: string, { owner, now, titlesOf }: Options): Promise<ImportedSave[]> {
  const { tokens, proof } = tokensIn(text);
  atMostRows(tokens.length);
  const mine = owner === undefined || proof === undefined ? undefined : await keyOf(proof, owner, now);
  const rows: ImportedSave[] = [];
  for (const [index, one] of tokens.entries()) rows.push(await rowOf(one, index + 1, mine, now));
  const isbns = rows.flatMap(({ refused, book }) => (refused === undefined && book?.isbn ? [book.isbn] : []));
  const titles = await titlesOf([...new Set(isbns)]);
  // Of several reviews of one thing the latest is the word that counts.
  return rows
    .map((row) => titled(row, titles))
    .sort(({ at: one = '' }, { at: other = '' }) => (one > other ? -1 : Number(one < other)));
}

function tokensIn(text: string): { tokens: unknown[]; proof?: string } {
  const written = text.replace(/^\ufeff/, '').trim();
  if (!/^[[{]/.test(written)) return { tokens: written.split(/\s+/) };
  const json = readJson(written);
  const file = objectOf(json);
  const reviews = Array.isArray(json) ? json : file.reviews;
  if (!Array.isArray(reviews)) throw new AppError('import_unreadable', 'There are no reviews in the file');
  const tokens = listOf(reviews).map((one) => (typeof one === 'string' ? one : objectOf(one).jwt));
  return file.format === mangroveFormat && typeof file.proof === 'string' ? { tokens, proof: file.proof } : { tokens };
}

/** The key that a proof shows to be a person's; undefined where it shows nothing. */
async function keyOf(proof: string, owner: KeyOwner, now: Date): Promise<string | undefined> {
  const found = await verified(proof);
  return 'claims' in found && isProofOf(found.claims, owner, now) ? found.key : undefined;
}

const notShown = 'It is signed with a key that was not shown to be yours';

async function rowOf(written: unknown, row: number, mine: string | undefined, now: Date): Promise<ImportedSave> {
  const none = (title: string, refused: string): ImportedSave => ({ row, title, refused, tags: [], problems: [] });
  const found = await verified(typeof written === 'string' ? written : '');
  if ('refused' in found) return none(`Review ${row}`, found.refused);
  const read = mangroveClaims.safeParse(found.claims);
  const subject = typeof found.claims.sub === 'string' ? quoted(found.claims.sub) : `Review ${row}`;
  if (!read.success) {
    const [issue] = read.error.issues;
    return none(subject, `${String(issue?.path[0] ?? 'It')} ${issue?.message ?? 'is not as the standard has it'}`);
  }
  const { data } = read;
  if (!isDated(data, now)) return none(subject, 'It is dated ahead');
  if (found.key !== mine) return none(subject, notShown);
  const about = aboutOf(data.sub);
  if ('refused' in about && about.refused !== undefined) return none(subject, about.refused);
  return { row, ...said(data), ...about };
}

/** What it says, whatever it is about. */
function said({ iat, rating, opinion }: MangroveClaims) {
  return {
    title: '',
    at: new Date(iat * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
    private: false,
    tags: [],
    ...given('rating', rating === undefined ? undefined : starsOfRating(rating)),
    text: severalLines(opinion ?? '') ?? '',
    reviewOnly: true as const,
    problems: [],
  };
}

type About = Pick<ImportedSave, 'title' | 'url' | 'book' | 'item'> | { refused: string };

/** What a subject is here: an address, a book by its number, a place by its position and name. */
function aboutOf(sub: string): About {
  if (/^https:/i.test(sub)) {
    const taken = takeAddress(sub);
    return taken.refused === undefined
      ? { url: taken.url, title: takeTitle('', sub.replace(/^https:\/\//i, '')).title }
      : { refused: taken.refused };
  }
  if (/^urn:isbn:/i.test(sub)) {
    const isbn = isbn13(sub.slice('urn:isbn:'.length, 100));
    return isbn === undefined
      ? { refused: 'It has no valid ISBN' }
      : { title: '', book: { title: '', authors: [], isbn } };
  }
  if (/^geo:/i.test(sub)) return placeAt(sub);
  if (/^urn:maresi:/i.test(sub)) return { refused: 'It is a review of a review, which is none here' };
  return { refused: 'It is about nothing that there is here: only https:, geo: and urn:isbn: are taken' };
}

function placeAt(sub: string): About {
  const [, lat = '', lon = '', query = ''] =
    /^geo:(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)\??(.*)$/is.exec(sub) ?? [];
  const [latitude, longitude] = [Number(lat), Number(lon)];
  if (lat === '' || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return { refused: 'It has no position on earth' };
  const name = new URLSearchParams(query).get('q')?.trim() ?? '';
  if (name === '') return { refused: 'It names no place: a position alone may be many' };
  return { title: name, item: { kind: 'place', fields: { name, position: { latitude, longitude } } } };
}

/** A book is told by its number alone, so it has to be here: a page without a title helps nobody. */
function titled(row: ImportedSave, titles: ReadonlyMap<string, string>): ImportedSave {
  const { book } = row;
  if (!book?.isbn || row.refused !== undefined) return row;
  const title = titles.get(book.isbn);
  if (title !== undefined) return { ...row, title, book: { ...book, title } };
  return {
    ...row,
    title: `ISBN ${book.isbn}`,
    refused: `There is no book here with the ISBN ${book.isbn}: add it, then bring the file again`,
  };
}
