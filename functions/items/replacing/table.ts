import type { Write } from '#functions/table/table.ts';
import { type ItemRow, identifierKey, identifierWrite, itemKey } from '../table.ts';

/**
 * What makes an item another than the one before, where that still stands: its fact, whose other attributes stay, then the
 * identifiers that go and come, each on the condition that nobody has it. `come` says which of the writes those are.
 */
export function replacementWrites(item: ItemRow, before: ItemRow, also: Attributes = {}) {
  const gone = before.names.filter((name) => !item.names.includes(name));
  const come = item.names.filter((name) => !before.names.includes(name));
  const { fields, title, byline, names, revision, textOf, textBytes, linked, fieldsOf } = item;
  const set = { fields, title, byline, names, revision, textOf, textBytes, linked, fieldsOf, ...also.set };
  const kept = Object.entries(set).filter(([, value]) => value !== undefined);
  const remove = also.remove ?? [];
  const expression = `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  // The first revision's mark goes with it as it is read.
  const mark = before.revision === 1 && !before.patrolled ? ' AND attribute_not_exists(patrolled)' : '';
  const author = before.byId === undefined ? 'attribute_not_exists(byId)' : 'byId = :author';
  return {
    writes: [
      {
        update: itemKey(item.id),
        set: remove.length > 0 ? `${expression} REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : expression,
        condition: `#revision = :before AND ${author}${mark}`,
        names: Object.fromEntries([...kept.map(([name]) => name), ...remove].map((name) => [`#${name}`, name])),
        values: {
          ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
          ':before': before.revision,
          ...(before.byId === undefined ? {} : { ':author': before.byId }),
        },
      },
      ...gone.map((name) => ({ delete: identifierKey(name) })),
      ...come.map((name) => identifierWrite(name, item.id)),
    ] satisfies Write[],
    come: Array.from({ length: come.length }, (_, n) => 1 + gone.length + n),
  };
}

/** Attributes of a fact that change with it. */
export type Attributes = { set?: Record<string, unknown>; remove?: readonly string[] };
