import { settledCount } from '../../ui/numbers.ts';
import { repliesSaid, type ThreadAt } from './queries.ts';

/** What a thread calls what is said there. */
type ThreadWords = {
  /** What one is asked to do, and the button that does it. */
  say: string;
  submit: string;
  /** Why to sign in: “to say something”. */
  guest: string;
  none: string;
  more: string;
  /** The button that answers what begins the thread. */
  answer: string;
  /** How many answered what begins it: `3 replies`. */
  answers: (count: number) => string;
};

const talk: ThreadWords = {
  say: 'Say something',
  submit: 'Comment',
  guest: 'to say something',
  none: 'Nobody has said anything yet.',
  more: 'More comments',
  answer: 'Reply',
  answers: repliesSaid,
};
const words: Partial<Record<ThreadAt['what'], ThreadWords>> = {
  questions: {
    say: 'Ask a question',
    submit: 'Ask',
    guest: 'to ask a question',
    none: 'Nobody has asked anything yet.',
    more: 'More questions',
    answer: 'Answer',
    answers: (count) => `${settledCount(count)} ${count === 1 ? 'answer' : 'answers'}`,
  },
  tips: {
    ...talk,
    say: 'Leave a short tip',
    submit: 'Give the tip',
    guest: 'to give a tip',
    none: 'No tips yet.',
    more: 'More tips',
  },
};
export const wordsOf = (what: ThreadAt['what']): ThreadWords => words[what] ?? talk;
