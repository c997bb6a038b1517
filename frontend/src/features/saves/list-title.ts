import { kinds } from 'virtual:contract';
import { shelvesOf } from 'virtual:shelves';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { SaveList } from '#shared/saves/rules.ts';

const isKind = (kind: string): kind is KindName => Object.hasOwn(kinds, kind);

/** Whether there is such a list: its kind and shelf are known here. */
export function isSaveList({ kind, shelf }: SaveList): boolean {
  if (kind === undefined) return true;
  return isKind(kind) && (shelf === undefined || shelvesOf[kind].some(({ key }) => key === shelf));
}

/** What a list of saves is called. */
export function saveListTitle({ kind, shelf, own, tag }: SaveList): string {
  if (tag !== undefined) return `#${tag}`;
  if (own !== undefined) return own;
  if (kind === undefined || !isKind(kind)) return 'Saves';
  const { plural } = kinds[kind];
  return shelf === undefined ? plural : `${plural}: ${shelfLabel(kind, shelf)}`;
}

/** The label of one of a kind's shelves. */
export function shelfLabel(kind: KindName, shelf: string): string {
  return shelvesOf[kind].find(({ key }) => key === shelf)?.label ?? shelf;
}
