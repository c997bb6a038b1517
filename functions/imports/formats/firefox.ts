import { readTree } from './browser-tree.ts';
import type { ImportedSave } from './imported-save.ts';
import { type JsonObject, listOf, objectOf } from './json.ts';
import { textOf } from './written-text.ts';

/** How many tags of one address are read: each bookmark of it has them all, and a file may have many of either. */
const tagsRead = 200;
const ownFolders = /^(?:root|menu|toolbar|unfiled|mobile|tags)_{2,}$/;

/** Reads a Firefox backup. Its own folders are no tags; folders of its tag folder are tags and hold no bookmark. @throws import_too_long */
export function readFirefox(file: unknown): ImportedSave[] {
  const tags = new Map<string, string[]>();
  for (const root of listOf(objectOf(file).children).map(objectOf)) {
    if (!isTagRoot(root)) continue;
    for (const folder of listOf(root.children).map(objectOf)) {
      for (const { uri } of listOf(folder.children).map(objectOf)) {
        const known = tags.get(textOf(uri));
        if (known && known.length < tagsRead) known.push(textOf(folder.title));
        else if (!known) tags.set(textOf(uri), [textOf(folder.title)]);
      }
    }
  }
  const roots = listOf(objectOf(file).children).filter((root) => !isTagRoot(objectOf(root)));
  return readTree([{ ...objectOf(file), children: roots }], {
    folder: (node) => (node.root !== undefined || ownFolders.test(textOf(node.guid)) ? undefined : textOf(node.title)),
    bookmark: (node) =>
      node.type === 'text/x-moz-place'
        ? {
            address: textOf(node.uri),
            title: textOf(node.title),
            time: node.dateAdded ?? node.lastModified,
            note: descriptionOf(node),
            tags: [...textOf(node.tags).split(','), ...(tags.get(textOf(node.uri)) ?? [])],
          }
        : undefined,
  });
}

const isTagRoot = (node: JsonObject) => node.root === 'tagsFolder' || /^tags_{2,}$/.test(textOf(node.guid));

function descriptionOf(node: JsonObject): string {
  const found = listOf(node.annos)
    .map(objectOf)
    .find(({ name }) => name === 'bookmarkProperties/description');
  return textOf(found?.value);
}
