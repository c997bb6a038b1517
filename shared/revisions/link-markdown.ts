import { normaliseTag } from '../tags/rules.ts';
import { replaceLinks } from './links.ts';
import type { Links } from './schema.ts';

/** A text with its `[[links]]` as links of Markdown, to pages of this site. What led nowhere when it was written leads to looking for it. */
export function withLinks(text: string, links: Links): string {
  return replaceLinks(text, ({ to, label }) => {
    const known = Object.hasOwn(links, to) ? links[to] : undefined;
    const shown = label === to && to.startsWith('i:') ? (known?.title ?? 'an item') : label;
    return `[${escaped(shown)}](${pathOf(to, known?.id)})`;
  });
}

function pathOf(to: string, itemId: string | undefined): string {
  if (itemId !== undefined) return `/i/${itemId}`;
  const part = (text: string) =>
    encodeURIComponent(text).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  if (to.startsWith('@')) return `/@${part(to.slice(1))}`;
  if (to.startsWith('#')) return `/t/${part(normaliseTag(to.slice(1)))}`;
  if (to.startsWith('i:')) return `/i/${part(to.slice(2))}`;
  return `/find?value=${part(to)}`;
}

const escaped = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
