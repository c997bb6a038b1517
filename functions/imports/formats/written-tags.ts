import { isTag, normaliseTag, tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import { quoted } from './written-text.ts';

/** Tags that are named in problems; of more only the number is told. */
const named = 3;

/**
 * Written labels as tags, each once and as many as one item may have. Where characters keep a label from being a tag,
 * it is taken without them; what was changed or left out is told.
 */
export function takeTags(written: readonly string[]): { tags: string[]; problems: string[] } {
  const tags = new Set<string>();
  const changed: string[] = [];
  const refused: string[] = [];
  const tooMany = new Set<string>();
  for (const label of written) {
    if (label.trim() === '') continue;
    const tag = asTag(label);
    if (tag === undefined) refused.push(quoted(label));
    else if (tags.has(tag)) continue;
    else if (tags.size >= tagsPerPersonAndItem) tooMany.add(tag);
    else {
      tags.add(tag);
      if (tag !== normaliseTag(label)) changed.push(`${quoted(label)} as ${quoted(tag)}`);
    }
  }
  const problems = [
    ...(refused.length > 0 ? [`${listed(refused)} cannot be a tag here`] : []),
    ...(changed.length > 0 ? [`Tags are kept in letters that tags have: ${listed(changed)}`] : []),
    ...(tooMany.size > 0
      ? [`Only ${tagsPerPersonAndItem} tags are kept with an item, without ${listed([...tooMany].map(quoted))}`]
      : []),
  ];
  return { tags: [...tags], problems };
}

/** A written label as a tag: as it is or without what tags cannot have; undefined where nothing is left. */
export function asTag(label: string): string | undefined {
  const normal = normaliseTag(label.slice(0, 500));
  if (isTag(normal)) return normal;
  const plain = [...normal.replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}.\-_+#&']+/gu, ' ')]
    .slice(0, 40)
    .join('')
    .replace(/ ?-? -? ?/g, ' ')
    .trim()
    .replace(/ /g, '-')
    .replace(/^[\p{M}_]{1,40}/u, '');
  return isTag(plain) ? plain : undefined;
}

function listed(texts: readonly string[]): string {
  const more = texts.length - named;
  return texts.slice(0, named).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
