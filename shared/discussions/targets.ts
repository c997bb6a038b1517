import { readTarget } from '../targets.ts';
import { ancestorsKept } from './rules.ts';
import { threadTargets } from './schema.ts';

/** The thread that a comment is in: `items`, `questions`, … */
export const threadOf = ({ target }: { target: string }) => readTarget(target, threadTargets)?.what ?? 'items';

/** The question that a comment asks or is said below; undefined where it is talk, or too deep to tell. */
export function questionOf(comment: { id: string; target: string; above?: string[] }): string | undefined {
  const { id, above = [] } = comment;
  if (threadOf(comment) !== 'questions' || above.length >= ancestorsKept) return undefined;
  return above[0] ?? id;
}
