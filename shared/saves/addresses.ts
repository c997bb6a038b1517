import { normaliseTag } from '../tags/rules.ts';
import type { SaveList } from './rules.ts';

/** What follows a handle in an address and is no tag. A tag of that name has the longer address, which all have. */
const pagesOfPeople = new Set(
  `comments compatibility contributions export feed followers following goal goals import inbox items list lists own progress
  readings reviews saves shelf shelves tag tags talk taste votes work year years`.split(/\s+/),
);

/** The page of a list of a person's saves. */
export function savesPage(handle: string, { kind, shelf, own, tag }: SaveList = {}): string {
  const part = encodeURIComponent;
  if (tag !== undefined) return `/@${handle}/${pagesOfPeople.has(tag) ? 'tag/' : ''}${part(tag)}`;
  if (own !== undefined) return `/@${handle}/own/${part(own)}`;
  if (kind !== undefined) return `/@${handle}/shelf/${part(kind)}${shelf === undefined ? '' : `/${part(shelf)}`}`;
  return `/@${handle}/saves`;
}

/** The addresses of all these pages. Pages of people with a word of their own go before: any other word is a tag. */
export const savesPages =
  /^\/@(?<handle>[^/]+)\/(?:saves|shelf\/(?<kind>[^/]+)(?:\/(?<shelf>[^/]+))?|own\/(?<own>[^/]+)|tag\/(?<tag>[^/]+)|(?<word>[^/]+))\/?$/;

/** The list that such an address names, from its parts, decoded; undefined where it names none. */
export function listAt(parts: Record<string, string | undefined>): SaveList | undefined {
  const { kind, shelf, own, tag, word } = parts;
  if (word !== undefined && pagesOfPeople.has(word)) return undefined;
  const list = { kind, shelf, own: own && normaliseTag(own), tag: (tag ?? word) && normaliseTag(tag ?? word ?? '') };
  return Object.fromEntries(Object.entries(list).filter(([, part]) => part !== undefined));
}

/** How many tags may be asked for together. */
export const mostTagsTogether = 4;

/** The page of what has all of these tags: `a+b`. A plus within a tag is written `~`, which no tag has; at its end it stays. */
export function taggedPage(tags: readonly string[]): string {
  return `/tag/${tags.map((tag) => encodeURIComponent(tag.replace(/\+(?=.*[^+])/gu, '~'))).join('+')}`;
}

/** The tags that the last part of such an address names, decoded. A tag may end in pluses: the last of several parts. */
export function tagsTogether(part: string): string[] {
  const tags = part.split(/\+(?=[^+])/u).map((tag) => tag.replaceAll('~', '+'));
  return [...new Set(tags.map(normaliseTag).filter((tag) => tag !== ''))].slice(0, mostTagsTogether);
}

/** The item whose own page an address is, here or on another site like this one: ids stay where data moves. */
export function itemAt(address: string): string | undefined {
  return /^\/i\/([0-9A-Za-z]{12})\/?$/.exec(URL.parse(address)?.pathname ?? '')?.[1];
}
