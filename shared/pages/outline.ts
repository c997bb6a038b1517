type Node = {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** From so many headings on a text begins with what is in it. */
const contentsFrom = 4;

/**
 * A rehype transform: the headings of a text in steps of one from `top` on, whatever their author chose, each with an
 * address of its own; a long text begins with a list of them.
 */
export function outline({ top }: { top: number }) {
  return (tree: object) => {
    const root = tree as Node;
    const above: number[] = [];
    const used = new Set<string>();
    const found: { id: string; level: number; text: string }[] = [];
    for (const node of root.children ?? []) {
      const depth = Number(/^h([1-6])$/.exec(node.tagName ?? '')?.[1]);
      if (!depth) continue;
      while (above.length > 0 && (above.at(-1) ?? 0) >= depth) above.pop();
      const level = Math.min(6, top + above.length);
      above.push(depth);
      const text = textOf(node).trim();
      const id = idOf(text, used);
      node.tagName = `h${level}`;
      node.properties = { ...node.properties, id };
      found.push({ id, level, text });
    }
    if (found.length >= contentsFrom && root.children) root.children.unshift(contents(found, top));
  };
}

/** What can be read of an element: not what a spoiler hides. */
export function textOf({ value, properties, children = [] }: Node): string {
  if (properties?.dataSpoiler !== undefined) return '▒▒▒';
  return value ?? children.map(textOf).join('');
}

function idOf(text: string, used: Set<string>): string {
  const name = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  let id = `s-${name}`;
  for (let n = 2; used.has(id); n++) id = `s-${name}-${n}`;
  used.add(id);
  return id;
}

function contents(headings: readonly { id: string; level: number; text: string }[], top: number): Node {
  const element = (tagName: string, properties: Record<string, string>, children: Node[]): Node => ({
    type: 'element',
    tagName,
    properties,
    children,
  });
  const items = headings.map(({ id, level, text }) =>
    element('li', { dataDeep: String(level - top) }, [
      element('a', { href: `#${encodeURIComponent(id)}` }, [{ type: 'text', value: text || '…' }]),
    ]),
  );
  return element('nav', { ariaLabel: 'Contents of the text' }, [element('ul', {}, items)]);
}
