import { itemIdsByIdentifiers, itemsById } from '#functions/items/reader.ts';
import { peopleByHandles } from '#functions/people/reader.ts';
import { id as anId } from '#shared/ids.ts';
import { kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { handle as aHandle } from '#shared/people/schema.ts';
import { linksIn } from '#shared/revisions/links.ts';
import type { Links } from '#shared/revisions/schema.ts';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import { type Target, targetText } from '#shared/targets.ts';

/** What the links of a text lead to: items as its readers are told, and every target by which it is found. */
export type Resolved = { links: Links; targets: string[] };

/**
 * Looks up what a text links to, each once: people and items that are here now, tags as they are called. Three requests at
 * most for every hundred links; none for a text without.
 */
export async function resolveLinks(text: string): Promise<Resolved> {
  const written = linksIn(text);
  const named = (begin: string) =>
    written.filter((to) => to.startsWith(begin)).map((to) => [to, to.slice(begin.length)] as const);
  const people = named('@').filter(([, name]) => aHandle.safeParse(name).success);
  const tags = named('#')
    .map(([, tag]) => normaliseTag(tag))
    .filter(isTag);
  const byId = named('i:').filter(([, itemId]) => anId.safeParse(itemId).success);
  const byName = written
    .filter((to) => !/^([@#]|i:)/.test(to))
    .map((to) => [to, kindNames.flatMap((kind) => kinds[kind].recognise(to))] as const);
  const [persons, ids] = await Promise.all([
    peopleByHandles(people.map(([, name]) => name)),
    itemIdsByIdentifiers(byName.flatMap(([, names]) => names)),
  ]);
  const idOf = new Map<string, string>([
    ...byId,
    ...byName.flatMap(([to, names]) => {
      const found = names.map((name) => ids.get(name)).find((one) => one !== undefined);
      return found === undefined ? [] : [[to, found] as const];
    }),
  ]);
  const items = await itemsById([...new Set(idOf.values())]);
  const links = [...idOf].flatMap(([to, itemId]) => {
    const item = items.get(itemId);
    return item ? [[to, { id: itemId, title: item.title }] as const] : [];
  });
  const targets: Target[] = [
    ...links.map(([, { id }]) => ({ what: 'items' as const, id })),
    ...[...persons.values()].map((id) => ({ what: 'people' as const, id })),
    ...tags.map((id) => ({ what: 'tags' as const, id })),
  ];
  return { links: Object.fromEntries(links), targets: [...new Set(targets.map(targetText))].sort() };
}
