import type { ItemRow } from '#functions/items/reader.ts';
import { type Attributes, replacementWrites } from '#functions/items/replacing/reader.ts';
import type { Write } from '#functions/table/table.ts';
import { crowdTagsOn } from '#functions/tags/reader.ts';
import { attribute } from '#shared/revisions/authorship.ts';
import { linesOf } from '#shared/revisions/lines.ts';
import { isSame } from '#shared/revisions/merge.ts';
import { bytesOf, type Deed, type Links } from '#shared/revisions/schema.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { attributed, type Draft } from './drafts.ts';
import { resolveLinks } from './links.ts';
import {
  fieldsRow,
  type LinksRow,
  linksKey,
  linksOf,
  type RevisionRow,
  revisedKey,
  revisionKey,
  textRows,
} from './table.ts';

/** Who makes a revision, when and why. */
export type Making = {
  /** Absent for a former member, and for what the site does by itself. */
  by?: string;
  byId?: string;
  at: string;
  did: Deed;
  summary?: string;
  minor?: boolean;
  /** The revision that was started from; the latest unless told. */
  base?: number;
  proposal?: string;
  newcomer?: boolean;
  reverted?: RevisionRow['reverted'];
  /** Attributes of the item’s fact that change with it. */
  fact?: Attributes;
};

/** What stood in the way of a revision, by the position of the write that was refused. */
export type Blame = 'item' | 'identifier';

/** Tags of an item that its revisions tell. */
const tagsTold = 5;

/**
 * The writes of an item’s next revision (at most 20, all on the condition that the item is as it was read), to stand in one
 * transaction with whatever must hold with it: whoever credits somebody adds `accountIsOpen`. `blame` says for each write
 * what stood in the way where its condition does not hold. A draft of nothing is a revision that changes no content.
 */
export async function revisionWrites(
  item: ItemRow,
  draft: Draft | undefined,
  making: Making,
): Promise<{ writes: Write[]; blame: (Blame | undefined)[]; item: ItemRow }> {
  const n = item.revision + 1;
  const { described, text } = draft ?? {};
  const { fieldsOf = 1 } = item;
  const size = text ? bytesOf(text.now) : (item.textBytes ?? 0);
  const [resolved, linked, tags] = await Promise.all([
    text ? resolveLinks(text.now) : undefined,
    text && item.linked ? linksOf(item.id) : undefined,
    crowdTagsOn(item.id),
  ]);
  const next: ItemRow = {
    ...item,
    ...described,
    revision: n,
    ...(described ? { fieldsOf: n } : {}),
    ...(text ? { textOf: n, textBytes: size, linked: resolved?.targets.length ?? 0 } : {}),
  };
  const replaced = replacementWrites(next, item, making.fact);
  const meta: RevisionRow = {
    ...revisionKey(item.id, n),
    type: 'revision',
    itemId: item.id,
    kind: item.kind,
    title: next.title,
    n,
    ...made(making, item),
    size,
    delta: size - (item.textBytes ?? 0),
    changed: [...(described ? (['fields'] as const) : []), ...(text ? (['text'] as const) : [])],
    fieldsOf: described ? n : fieldsOf,
    textOf: text ? n : (item.textOf ?? 0),
    tags: crowdTags(tags)
      .slice(0, tagsTold)
      .map(({ tag }) => tag),
  };
  const absent = 'attribute_not_exists(pk)';
  const rows = [
    { put: meta, condition: absent },
    ...(item.revision === 1 ? [{ put: firstRevision(item) }] : []),
    ...(described && fieldsOf === 1 ? [{ put: fieldsRow(item.id, 1, item.fields) }] : []),
    ...(described ? [{ put: fieldsRow(item.id, n, described.fields) }] : []),
    ...(text && resolved ? textWrites(item, n, text, resolved.links) : []),
    ...(resolved ? linksWrites(item.id, resolved.targets, linked, making.at) : []),
    ...(making.byId === undefined ? [] : [{ put: { ...revisedKey(making.byId, item.id, n), type: 'revised' } }]),
  ];
  const writes: Write[] = [...replaced.writes, ...rows];
  const blame = writes.map((_, at): Blame | undefined => {
    if (replaced.come.includes(at)) return 'identifier';
    return at === 0 || at === replaced.writes.length ? 'item' : undefined;
  });
  return { writes, blame, item: next };
}

function made(
  { by, byId, at, did, summary = '', minor = false, base, proposal, newcomer, reverted }: Making,
  item: ItemRow,
) {
  return {
    at,
    ...(by === undefined ? {} : { by }),
    ...(byId === undefined ? {} : { byId }),
    summary,
    minor,
    licence: item.licence,
    did,
    base: base ?? item.revision,
    ...(proposal === undefined ? {} : { proposal }),
    ...(newcomer ? { newcomer: true as const } : {}),
    ...(reverted ? { reverted } : {}),
  };
}

/** What an item was when it was added: told by its own fact until there is a second revision. */
export function firstRevision(item: ItemRow): RevisionRow {
  const size = item.textOf === 1 ? (item.textBytes ?? 0) : 0;
  return {
    ...revisionKey(item.id, 1),
    type: 'revision',
    itemId: item.id,
    kind: item.kind,
    title: item.title,
    n: 1,
    ...made({ by: item.by, byId: item.byId, at: item.at, did: 'created', base: 0 }, item),
    size,
    delta: size,
    changed: size > 0 ? ['fields', 'text'] : ['fields'],
    fieldsOf: 1,
    textOf: item.textOf === 1 ? 1 : 0,
    ...(item.patrolled ? { patrolled: item.patrolled } : {}),
  };
}

function textWrites(
  item: ItemRow,
  n: number,
  { now, before, sources }: NonNullable<Draft['text']>,
  links: Links,
): Write[] {
  const runs = attribute(attributed(before), linesOf(now), n, sources);
  return textRows(item.id, n, { text: now, runs, links }).map((put) => ({ put }));
}

/** To what the latest text links, each since when it first did: written where that changes. */
function linksWrites(itemId: string, targets: readonly string[], before: LinksRow | undefined, at: string): Write[] {
  if (targets.length === 0) return before ? [{ delete: linksKey(itemId) }] : [];
  const since = Object.fromEntries(targets.map((target) => [target, before?.targets[target] ?? at]));
  if (before && isSame(before.targets, since)) return [];
  return [{ put: { ...linksKey(itemId), type: 'links', itemId, targets: since } }];
}

/** What stores a text with the item that is added with it, and what its fact says of it. */
export async function firstTextWrites(text: string, at: string) {
  const { links, targets } = await resolveLinks(text);
  const runs = attribute({ lines: [], runs: [] }, linesOf(text), 1);
  const known = { textOf: 1, textBytes: bytesOf(text), ...(targets.length > 0 ? { linked: targets.length } : {}) };
  return (itemId: string) => {
    const writes: Write[] = [
      ...textRows(itemId, 1, { text, runs, links }).map((put) => ({ put })),
      ...linksWrites(itemId, targets, undefined, at),
    ];
    return { writes, known };
  };
}
