type Node = {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hName: string; hProperties: Record<string, string> };
};

/** A remark transform: what stands between two `||` in one paragraph becomes a spoiler, with its markup. */
export function markSpoilers() {
  return (tree: object) => walk(tree as Node);
}

function walk(node: Node): void {
  if (!node.children) return;
  for (const child of node.children) walk(child);
  if (node.children.some((child) => child.type === 'text' && child.value?.includes('||')))
    node.children = grouped(node.children);
}

function grouped(children: Node[]): Node[] {
  const pieces = children.flatMap((child) => (child.type === 'text' ? cut(child.value ?? '') : [child]));
  const result: Node[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const end = piece.type === 'fence' ? pieces.findIndex((other, at) => at > index + 1 && other.type === 'fence') : -1;
    if (piece.type !== 'fence') result.push(piece);
    // A fence that nothing closes, or with nothing between, is what it looks like.
    else if (end === -1) result.push({ type: 'text', value: '||' });
    else {
      result.push({
        type: 'spoiler',
        data: { hName: 'span', hProperties: { dataSpoiler: '' } },
        children: pieces.slice(index + 1, end).filter(({ type }) => type !== 'fence'),
      });
      index = end;
    }
  }
  return result;
}

const cut = (value: string): Node[] =>
  value
    .split(/(\|\|)/)
    .filter((part) => part !== '')
    .map((part) => (part === '||' ? { type: 'fence' } : { type: 'text', value: part }));
