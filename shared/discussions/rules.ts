import { wilsonLowerBound } from '../ranking/formulas.ts';
import { parameters } from '../ranking/parameters.ts';

/** How long a comment, a question and a tip may be, in UTF-16 units. */
export const commentLongest = 10_000;
export const questionLongest = 500;
export const tipLongest = 200;
/** Comments of one level on a page. */
export const threadPage = 20;
/** How many of a comment’s replies, the first ones in time, come with it. */
export const firstReplies = 3;
/** How many answers to a question, the first ones in time, the best is found among that comes with it in lists. */
export const answersWeighed = 10;
/** Bytes that lists show of a comment, and of a reply that comes with it: a page of 20 with 60 replies stays within 10 read units. */
export const commentBytes = 1000;
export const replyBytes = 500;
/** How many ancestors a comment names, the nearest ones; the page of each leads further up. */
export const ancestorsKept = 8;
/** People that one comment may mention. */
export const mentionsAtMost = 10;
/** Different words with an @ that are looked up, from the beginning of the text. */
const wordsLookedUp = 30;
/** The latest earlier wordings of a comment that are shown. */
export const commentWordings = 100;

/**
 * What orders comments as `best`: the lower bound of the share of up votes (Wilson, z as in the ranking `best`). Where
 * nobody voted up it is that of down votes, below zero, so that a comment nobody judged stands above one that was refused.
 */
export function commentScore(up: number, down: number): number {
  const z = parameters.wilsonZ;
  return up > 0 ? wilsonLowerBound(up, down, z) : 0 - wilsonLowerBound(down, up, z);
}

/** A handle behind an @ that begins a word. */
export const mentionPattern =
  /(?<![\p{L}\p{N}_@/.+-])@([A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){2,19})(?![\p{L}\p{N}_@]|-[A-Za-z0-9])/gu;

/** The handles that a text may mention, as they are written there, each once in any case; code is left out. */
export function handlesIn(markdown: string): string[] {
  const found = new Map<string, string>();
  for (const [, handle = ''] of withoutCode(markdown).matchAll(mentionPattern)) {
    if (!found.has(handle.toLowerCase())) found.set(handle.toLowerCase(), handle);
    if (found.size === wordsLookedUp) break;
  }
  return [...found.values()];
}

/** A text without what stands in code: what is quoted there mentions nobody. */
function withoutCode(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map((line) => {
      const [mark] = /^ {0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
      const run = mark?.trim();
      if (fence !== undefined) {
        if (run?.startsWith(fence) && line.trim() === run) fence = undefined;
        return '';
      }
      if (run === undefined) return withoutSpans(line);
      fence = run;
      return '';
    })
    .join('\n');
}

/** A line without its code spans: from a run of backticks to the next one as long. */
function withoutSpans(line: string): string {
  const runs = [...line.matchAll(/`+/g)];
  let [text, at] = ['', 0];
  for (let open = 0; open < runs.length; open++) {
    const close = runs.findIndex((run, index) => index > open && run[0].length === runs[open]?.[0].length);
    if (close < 0) continue;
    text += `${line.slice(at, runs[open]?.index)} `;
    at = (runs[close]?.index ?? 0) + (runs[close]?.[0].length ?? 0);
    open = close;
  }
  return text + line.slice(at);
}

/** The ancestors that a reply names: its parent last, the nearest before it. */
export function ancestorsOf(parent: { id: string; above: readonly string[] }): string[] {
  return [...parent.above, parent.id].slice(-ancestorsKept);
}
