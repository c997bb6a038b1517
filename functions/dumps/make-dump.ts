import { type ItemRow, type ItemStanding, itemStandingKey } from '#functions/items/reader.ts';
import {
  type ListEntryRow,
  type ListedStanding,
  type ListRow,
  type ListStanding,
  listedId,
  listedStandingKey,
  listStandingKey,
} from '#functions/lists/reader.ts';
import { ownerOf, type PersonStanding, type Profile, personStandingKey } from '#functions/people/reader.ts';
import {
  type ReviewRow,
  type ReviewStanding,
  type ReviewVersion,
  reviewKey,
  reviewOfVersion,
  reviewStandingKey,
} from '#functions/reviews/reader.ts';
import type { Bucket } from '#functions/runtime/bucket.ts';
import { isSaveRow } from '#functions/saves/reader.ts';
import { getRows, type Key, keyText, type Row } from '#functions/table/table.ts';
import { dumpKey, dumpNameAt, dumpsFolder } from '#shared/dumps/rules.ts';
import { type DumpManifest, type DumpRow, type DumpType, dumpTypes } from '#shared/dumps/schema.ts';
import { parameters, rankingVersion } from '#shared/ranking/parameters.ts';
import project from '../../package.json' with { type: 'json' };
import { keepIndex, putText } from './kept-dumps.ts';
import { dumpLicence } from './licence.ts';
import { PartFile } from './part-file.ts';
import { dumpReadme } from './readme.ts';
import { itemRow, listEntryRow, listRow, personRow, reviewRow, saveRow, tagRows, wordingRow } from './rows.ts';
import { dumpedRows } from './table.ts';

/** Parts of the table that are read side by side. */
const segments = 4;

type Options = {
  bucket: Bucket;
  now?: Date;
  /** Asked before each page of the table: may throw why it goes no further. Told how many rows were written so far. */
  onPage?: (rows: number) => void;
  partBytes?: number;
};
type Lines = { [T in DumpType]: DumpRow<T>[] };

/**
 * Writes everything public into a new folder of the bucket, and the index of the dumps kept. The manifest comes last:
 * a dump without one is none. What was written goes again where it cannot be finished.
 */
export async function makeDump({ bucket, now = new Date(), onPage, ...options }: Options): Promise<DumpManifest> {
  const name = dumpNameAt(now);
  const parts = new Map(dumpTypes.map((type) => [type, new PartFile(bucket, name, type, options.partBytes)]));
  let rows = 0;
  const segment = async (_: unknown, number: number) => {
    for await (const page of dumpedRows(number, segments)) {
      onPage?.(rows);
      const lines = await linesOf(page);
      for (const type of dumpTypes) {
        rows += lines[type].length;
        await parts.get(type)?.add(lines[type]);
      }
    }
  };
  try {
    const runs = Array.from({ length: segments }, segment);
    // None may still be writing when what was written is removed.
    await Promise.allSettled(runs);
    await Promise.all(runs);
    const files = (await Promise.all([...parts.values()].map((part) => part.end()))).flat();
    const manifest = manifestOf(name, now, files);
    await putText(bucket, dumpKey(name, 'README.txt'), dumpReadme(manifest));
    await putText(bucket, dumpKey(name, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await keepIndex(bucket, now);
    return manifest;
  } catch (error) {
    await bucket.remove(await bucket.list(`${dumpsFolder}${name}/`));
    throw error;
  }
}

/** The rows beside which a row is shown: its numbers, or the review that it is an earlier wording of. */
function beside(row: Row): Key[] {
  if (row.type === 'item') return [itemStandingKey((row as ItemRow).id)];
  if (row.type === 'review') return [reviewStandingKey((row as ReviewRow).id)];
  if (row.type === 'profile') return [personStandingKey(ownerOf(row))];
  if (row.type === 'reviewVersion') return [reviewKey(reviewOfVersion(row))];
  if (row.type === 'list') return [listStandingKey((row as ListRow).id)];
  if (row.type === 'listEntry') {
    const { listId, itemId } = row as ListEntryRow;
    return [listedStandingKey(listedId(listId, itemId))];
  }
  return [];
}

/** What is written of a page of the table. What belongs to a row mostly lies in the same page; the rest is read at once. */
async function linesOf(page: readonly Row[]): Promise<Lines> {
  const here = new Map(page.map((row) => [keyText(row), row]));
  const missing = page.flatMap(beside).filter((key) => !here.has(keyText(key)));
  const read = missing.length > 0 ? await getRows(missing) : undefined;
  const at = (key: Key) => here.get(keyText(key)) ?? read?.get(keyText(key));
  const lines = Object.fromEntries(dumpTypes.map((type) => [type, []])) as unknown as Lines;
  for (const row of page) {
    const [key] = beside(row);
    const other = key && at(key);
    if (row.type === 'item') {
      const standing = other as ItemStanding | undefined;
      lines.items.push(itemRow(row as ItemRow, standing));
      lines.tags.push(...tagRows((row as ItemRow).id, standing));
    } else if (row.type === 'review') {
      lines.reviews.push(reviewRow(row as ReviewRow, other as ReviewStanding | undefined));
    } else if (row.type === 'profile') {
      const person = personRow(row as Profile, other as PersonStanding | undefined);
      if (person) lines.people.push(person);
    } else if (row.type === 'reviewVersion') {
      const wording = wordingRow(row as ReviewVersion, other as ReviewRow | undefined);
      if (wording) lines.wordings.push(wording);
    } else if (isSaveRow(row)) {
      const save = saveRow(row);
      if (save) lines.saves.push(save);
    } else if (row.type === 'list') {
      lines.lists.push(listRow(row as ListRow, other as ListStanding | undefined));
    } else if (row.type === 'listEntry') {
      lines.listEntries.push(listEntryRow(row as ListEntryRow, other as ListedStanding | undefined));
    }
  }
  return lines;
}

function manifestOf(name: string, from: Date, files: DumpManifest['files']): DumpManifest {
  const rowsOf = (type: DumpType) =>
    files.filter((file) => file.type === type).reduce((sum, file) => sum + file.rows, 0);
  return {
    format: 'commonplace-dump',
    version: 1,
    name,
    from: from.toISOString(),
    at: new Date().toISOString(),
    software: { name: project.name, version: project.version, licence: project.license },
    licence: dumpLicence,
    ranking: { version: rankingVersion, parameters },
    rows: Object.fromEntries(dumpTypes.map((type) => [type, rowsOf(type)])),
    files,
  };
}
