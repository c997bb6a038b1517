import type { ImportedSave } from './imported-save.ts';
import { type JsonObject, listOf, objectOf } from './json.ts';
import { atMostRows } from './limits.ts';
import { type LinkRecord, linkSave } from './link-record.ts';

/** How many folders around a bookmark count, the nearest first. */
const nearest = 10;

/** How a browser writes its tree: the name of a folder, undefined for its own ones, and a bookmark, undefined for the rest. */
export type TreeReader = {
  folder(node: JsonObject): string | undefined;
  bookmark(node: JsonObject): Omit<LinkRecord, 'private'> | undefined;
};

/**
 * Reads a browser's tree of folders and bookmarks in its order, however deep. All is private: nobody else sees a
 * browser's bookmarks. @throws import_too_long
 */
export function readTree(roots: readonly unknown[], { folder, bookmark }: TreeReader): ImportedSave[] {
  const saves: ImportedSave[] = [];
  // A stack of its own: the tree may be deeper than calls can be.
  const left = roots.toReversed().map((node) => ({ node: objectOf(node), folders: [] as readonly string[] }));
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, folders } = next;
    const found = bookmark(node);
    if (found) {
      atMostRows(saves.length + 1);
      saves.push(linkSave({ ...found, private: true, tags: [...found.tags, ...folders] }, saves.length + 1));
      continue;
    }
    const children = listOf(node.children);
    if (children.length === 0) continue;
    const name = folder(node)?.slice(0, 1000);
    const around = name ? [name, ...folders].slice(0, nearest) : folders;
    for (let at = children.length - 1; at >= 0; at--) left.push({ node: objectOf(children[at]), folders: around });
  }
  return saves;
}
