import type { ItemRow } from '#functions/items/reader.ts';
import {
  type FieldsRow,
  type LinksRow,
  type RevisionRow,
  revisedKey,
  type TextRow,
} from '#functions/revisions/table.ts';
import type { Row } from '#functions/table/table.ts';
import { type Check, Counterparts, entryOf, gapsIn } from './check.ts';

type Head = Pick<ItemRow, 'revision' | 'fieldsOf' | 'textOf' | 'textBytes' | 'linked'>;
type Link = Pick<RevisionRow, 'fieldsOf' | 'textOf' | 'size'>;

/** What is stored of one item's revisions. */
class Chain {
  head: Head | undefined;
  readonly links = new Map<number, Link>();
  readonly fields = new Set<number>();
  /** By number: how many rows hold the text, and how many are there. */
  readonly texts = new Map<number, { parts: number; found: number }>();
  linked = 0;

  /** The chain is whole, its last link is what the item says, and what the links name is there. */
  differences(): string[] {
    const { head } = this;
    if (!head) return this.links.size > 0 ? ['has revisions and is no item'] : [];
    const { revision: last = 1, fieldsOf = 1, textOf = 0, textBytes = 0, linked = 0 } = head;
    const found: string[] = [];
    if (this.links.size > 0 || last > 1) {
      const { missing, beyond } = gapsIn(new Set(this.links.keys()), last);
      if (missing.length > 0) found.push(`is at revision ${last}, and ${missing.join(', ')} is missing`);
      if (beyond.length > 0) found.push(`is at revision ${last}, and there is ${beyond.join(', ')}`);
    }
    const latest = this.links.get(last);
    if (latest && (latest.fieldsOf !== fieldsOf || latest.textOf !== textOf || latest.size !== textBytes))
      found.push(`says ${JSON.stringify({ fieldsOf, textOf, textBytes })}, its revision ${JSON.stringify(latest)}`);
    const named = [...this.links.values()];
    const fields = new Set(named.map((link) => link.fieldsOf));
    // What nobody changed is the item's own.
    if (this.fields.size === 0) fields.delete(1);
    found.push(...unnamed('fields', fields, this.fields));
    const texts = new Set([...named.map((link) => link.textOf), textOf].filter((n) => n > 0));
    found.push(...unnamed('text', texts, new Set(this.texts.keys())));
    for (const [n, { parts, found: there }] of this.texts)
      if (there !== parts) found.push(`has ${there} of ${parts} parts of the text of revision ${n}`);
    if (this.linked !== linked) found.push(`says that its text links to ${linked}, and ${this.linked} are noted`);
    return found;
  }
}

function unnamed(what: string, named: ReadonlySet<number>, stored: ReadonlySet<number>): string[] {
  return [
    ...[...named].filter((n) => !stored.has(n)).map((n) => `has no ${what} of revision ${n}`),
    ...[...stored].filter((n) => !named.has(n)).map((n) => `has ${what} of revision ${n}, which no revision names`),
  ];
}

/** Every item's chain of revisions is without gaps and holds what it names; who made one is found by it. */
export function checkRevisions(): Check {
  const chains = new Map<string, Chain>();
  const credits = new Counterparts();
  const of = (itemId: string) => entryOf(chains, itemId, () => new Chain());
  const add: Record<string, (row: Row) => void> = {
    item: (row) => {
      const { id, revision, fieldsOf, textOf, textBytes, linked } = row as ItemRow;
      of(id).head = { revision, fieldsOf, textOf, textBytes, linked } as Head;
    },
    revision: (row) => {
      const { itemId, n, fieldsOf, textOf, size, byId } = row as RevisionRow;
      of(itemId).links.set(n, { fieldsOf, textOf, size });
      // The first is credited as the item that was added.
      if (byId !== undefined && n > 1) credits.call(revisedKey(byId, itemId, n));
    },
    revisionFields: (row) => of((row as FieldsRow).itemId).fields.add((row as FieldsRow).n),
    revisionText: (row) => {
      const { itemId, n, parts } = row as TextRow;
      entryOf(of(itemId).texts, n, () => ({ parts, found: 0 })).found++;
    },
    links: (row) => {
      of((row as LinksRow).itemId).linked = Object.keys((row as LinksRow).targets).length;
    },
    revised: (row) => credits.find(row),
  };
  return {
    add: (row) => add[String(row.type)]?.(row),
    differences: () => [
      ...[...chains].flatMap(([itemId, chain]) => chain.differences().map((what) => `The item ${itemId} ${what}`)),
      ...credits.differences('that somebody made a revision'),
    ],
  };
}
