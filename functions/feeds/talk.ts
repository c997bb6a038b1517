import { threadTargets } from '#shared/discussions/schema.ts';
import { answered, entriesOf } from './answers.ts';
import { commentEntry } from './entries.ts';
import type { List } from './list.ts';

/** What is said about something, replies too. */
export const talk: List = {
  path: `/talk/:what(${threadTargets.filter((what) => what !== 'questions' && what !== 'tips').join('|')})/:target`,
  feed: async ({ params: { what = '', target = '' }, ask, origin }) => {
    const params = { what, target };
    const [{ about }, found] = await Promise.all([
      answered(ask, 'getThread', { params, query: {} }),
      entriesOf(ask, 'listThreadComments', { params, query: {} }),
    ]);
    return {
      page: `/talk/${what}/${encodeURIComponent(target)}`,
      title: `Talk: ${about?.title ?? 'what is gone'}`,
      description: 'What people say about it, newest first.',
      entries: found.map((line) => commentEntry(line, origin)),
      isByTime: true,
    };
  },
};

const ofItem = { questions: 'Questions about', tips: 'Tips on' } as const;

/** What is asked and answered about an item, or given as tips on it. */
export const asked: List = {
  path: `/i/:target/:what(${Object.keys(ofItem).join('|')})`,
  feed: async ({ params: { what = '', target = '' }, ask, origin }) => {
    const params = { what, target };
    const [{ about }, found] = await Promise.all([
      answered(ask, 'getThread', { params, query: {} }),
      entriesOf(ask, 'listThreadComments', { params, query: {} }),
    ]);
    return {
      page: `/i/${target}/${what}`,
      title: `${ofItem[what as keyof typeof ofItem]} ${about?.title ?? 'what is gone'}`,
      description: 'The newest first.',
      entries: found.map((line) => commentEntry(line, origin)),
      isByTime: true,
    };
  },
};

/** What a person says anywhere. */
export const saidBy: List = {
  path: '/@:handle/comments',
  feed: async ({ params: { handle = '' }, ask, origin }) => {
    const [{ person }, found] = await Promise.all([
      answered(ask, 'getPerson', { params: { handle } }),
      entriesOf(ask, 'listCommentsByPerson', { params: { handle } }),
    ]);
    return {
      page: `/@${person.handle}/comments`,
      title: `@${person.handle}: comments`,
      description: `What @${person.handle} said, newest first.`,
      entries: found.map((line) => commentEntry(line, origin)),
      isByTime: true,
    };
  },
};
