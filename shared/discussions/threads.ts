import { answersWeighed, commentLongest, firstReplies, questionLongest, tipLongest } from './rules.ts';
import type { ThreadTarget } from './schema.ts';

/**
 * What holds in some threads alone: how long what begins one may be (UTF-16 units), whether it may be answered, and how
 * many of the replies to it have a place in time.
 */
type ThreadRules = { longest: number; answered: boolean; numbered: number };
const usual: ThreadRules = { longest: commentLongest, answered: true, numbered: firstReplies };
const threadRules: Partial<Record<ThreadTarget, ThreadRules>> = {
  questions: { longest: questionLongest, answered: true, numbered: answersWeighed },
  tips: { longest: tipLongest, answered: false, numbered: firstReplies },
};
export const rulesOf = (what: ThreadTarget): ThreadRules => threadRules[what] ?? usual;

/** How long a comment may be, UTF-16 units: what begins a thread by its rules, a reply as any comment. */
export const longestIn = (what: ThreadTarget, isReply: boolean): number =>
  isReply ? commentLongest : rulesOf(what).longest;

/** How many of the replies to a comment, the first ones, have a place in time. */
export const repliesNumbered = (what: ThreadTarget, parent: { depth: number }): number =>
  parent.depth === 0 ? rulesOf(what).numbered : firstReplies;

type Placed = { id: string; parent?: string | undefined };
/** Whether a comment is a question, to which answers are replies. */
export const isQuestion = (what: string | undefined, { parent }: Pick<Placed, 'parent'>): boolean =>
  what === 'questions' && parent === undefined;
/** The page of a comment: a question has one of its own. */
export const commentPage = (what: string | undefined, comment: Placed): string =>
  `${isQuestion(what, comment) ? '/questions' : '/talk/comments'}/${comment.id}`;
/** What a comment is called, by its thread and place: `question`, `answer`, `tip` or `comment`. */
export function nounOf(what: string | undefined, comment: Pick<Placed, 'parent'>) {
  if (what === 'tips') return 'tip';
  if (what !== 'questions') return 'comment';
  return comment.parent === undefined ? 'question' : 'answer';
}
