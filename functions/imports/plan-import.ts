import { describe } from '#functions/items/describe.ts';
import { wishOf } from '#functions/saves/from-file.ts';
import type { Visibility } from '#shared/imports/schema.ts';
import { shelvesPerSave } from '#shared/saves/rules.ts';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import type { ImportedSave } from './formats/imported-save.ts';
import { planRow } from './plan-row.ts';
import type { PlannedRow, PlannedSave } from './planned-row.ts';

/** Decides what all rows of a file ask for. Several about one thing become the first of them, with the tags of all. */
export function planImport(saves: readonly ImportedSave[], visibility: Visibility, now: Date): PlannedRow[] {
  const first = new Map<string, PlannedSave>();
  return saves.map((save): PlannedRow => {
    const planned = planRow(save, visibility, now);
    if (!('save' in planned)) return planned;
    const { described, names, nearby } = wishOf(describe(planned.kind, planned.fields));
    const all = [...described.names, ...names];
    const earlier = [...all, ...nearby].map((name) => first.get(name)).find((other) => other !== undefined);
    for (const name of all) if (!first.has(name)) first.set(name, earlier ?? planned);
    if (!earlier) return planned;
    join(earlier, planned);
    return {
      row: planned.row,
      title: planned.title,
      skipped: `Row ${earlier.row} is about the same, and was given the tags and shelves of both`,
    };
  });
}

/** Bookmarks lie in several folders. What is private in one place stays private. */
function join(first: PlannedSave, other: PlannedSave): void {
  const { save } = first;
  save.tags = [...new Set([...save.tags, ...other.save.tags])].slice(0, tagsPerPersonAndItem);
  save.shelves = [...new Set([...save.shelves, ...other.save.shelves])].slice(0, shelvesPerSave);
  save.note ||= other.save.note;
  save.privateNote ||= other.save.privateNote;
  if (!first.shelf && other.stage) first.stage ??= other.stage;
  if (!save.private && other.review) first.review ??= other.review;
  if (other.save.private && !save.private) {
    save.private = true;
    delete first.review;
    first.problems.push(`It is private in row ${other.row}, so it is private`);
  }
}

/** Rows a chunk may hold, so that one step stays well within a request; and its bytes, well below DynamoDB's 400 KB. */
const chunkRows = 50;
const chunkBytes = 250_000;

/** Cuts planned rows into the steps of an import. */
export function chunksOf(rows: readonly PlannedRow[]): PlannedRow[][] {
  const chunks: PlannedRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const current = chunks.at(-1);
    if (!current || current.length >= chunkRows || bytes + size > chunkBytes) {
      chunks.push([row]);
      bytes = size;
    } else {
      current.push(row);
      bytes += size;
    }
  }
  return chunks;
}
