import { mentionPattern } from '../discussions/rules.ts';

type Node = { type: string; value?: string; url?: string; children?: Node[] };

/** A remark transform: where a text names one of these people with an @, it becomes a link to their page. */
export function markMentions(handles: readonly string[]) {
  const known = new Map(handles.map((handle) => [handle.toLowerCase(), handle]));
  return (tree: object) => {
    if (known.size > 0) walk(tree as Node, known);
  };
}

/** Within a link, and in code, nothing is one. */
const closed = new Set(['link', 'linkReference', 'code', 'inlineCode']);

function walk(node: Node, known: ReadonlyMap<string, string>): void {
  if (closed.has(node.type) || !node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return linked(child.value ?? '', known);
    walk(child, known);
    return [child];
  });
}

function linked(value: string, known: ReadonlyMap<string, string>): Node[] {
  const found: Node[] = [];
  let at = 0;
  for (const match of value.matchAll(mentionPattern)) {
    const handle = known.get((match[1] ?? '').toLowerCase());
    if (handle === undefined) continue;
    if (match.index > at) found.push({ type: 'text', value: value.slice(at, match.index) });
    found.push({ type: 'link', url: `/@${handle}`, children: [{ type: 'text', value: match[0] }] });
    at = match.index + match[0].length;
  }
  if (at < value.length) found.push({ type: 'text', value: value.slice(at) });
  return found;
}
