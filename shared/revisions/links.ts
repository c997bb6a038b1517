/** A link as it stands in a text: `[[@handle]]`, `[[#tag]]`, `[[i:ID]]`, or `[[a title or identifier]]`, each with `|what is shown`, or `\|` as bars are written within a table. */
export type WrittenLink = { to: string; label: string };

const link = /\[\[([^[\]\n|]{1,300}?)(?:\\?\|([^[\]\n]{1,300}))?\]\]/g;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** The stretches of a line that are code between backticks: [from, to). One pass, however many backticks there are. */
function codeOf(line: string): [number, number][] {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const byLength = new Map<number, number[]>();
  for (const [n, { length }] of runs.entries()) {
    const same = byLength.get(length);
    if (same) same.push(n);
    else byLength.set(length, [n]);
  }
  const found: [number, number][] = [];
  const passed = new Map<number, number>();
  for (let n = 0; n < runs.length; n++) {
    const run = runs[n];
    if (!run) break;
    const same = byLength.get(run.length) ?? [];
    let at = passed.get(run.length) ?? 0;
    while (at < same.length && (same[at] ?? 0) <= n) at++;
    passed.set(run.length, at);
    const closing = same[at];
    const close = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || !close) continue;
    found.push([run.index, close.index + close.length]);
    n = closing;
  }
  return found;
}

/** A text with each of its links replaced; what is code stays as it is. */
export function replaceLinks(text: string, replace: (link: WrittenLink) => string): string {
  if (!text.includes('[[')) return text;
  let open: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const [, mark] = fence.exec(line) ?? [];
      if (open !== undefined) {
        if (mark?.startsWith(open) && /^[`~ \t]*$/.test(line)) open = undefined;
        return line;
      }
      if (mark !== undefined) {
        open = mark;
        return line;
      }
      if (!line.includes('[[')) return line;
      const code = codeOf(line);
      let next = 0;
      return line.replace(link, (whole, to: string, label: string | undefined, at: number) => {
        while (next < code.length && (code[next]?.[1] ?? 0) <= at) next++;
        if (at >= (code[next]?.[0] ?? Number.POSITIVE_INFINITY)) return whole;
        return replace({ to: to.trim(), label: (label ?? to).trim() });
      });
    })
    .join('\n');
}

/** What a text links to, each once, in order, the first `most` of them. */
export function linksIn(text: string, most = mostLinks): string[] {
  const found = new Set<string>();
  replaceLinks(text, ({ to }) => {
    if (found.size < most && to !== '') found.add(to);
    return '';
  });
  return [...found];
}

/** So many links of one text are looked up and told to what they lead to. */
export const mostLinks = 300;
