import { rebuild } from '#functions/projections/rebuild.ts';
import { operations } from '#shared/capabilities.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { longArticle, prose, written } from '#tests/worlds/long-article.ts';
import { commentIdOf, longThread } from '#tests/worlds/long-thread.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { votedProposal } from '#tests/worlds/voted-proposal.ts';
import { watchedChanges } from '#tests/worlds/watched-changes.ts';
import { checksOf, eventBy, type Measured, measured, tableOf } from '../asked.ts';
import { inTable } from '../in-table.ts';
import type { Section } from '../result.ts';

const number = (count: number) => count.toLocaleString('en-GB');
const megabyte = 1024 * 1024 - 100;

/** An article of so many revisions: read, looked back upon, compared, and saved again. */
const ofRevisions = (count: number) =>
  inTable(async () => {
    await join('maker', 'reader', 'editor');
    const { itemId, title, text } = await longArticle(count);
    await rebuild();
    const params = { itemId };
    const save = (time: number) => ({
      params,
      body: { fields: { title }, base: count + time, text: `${text} and ${time} more` },
    });
    return measured(`${number(count)} revisions`, [
      {
        name: 'latest text of an article',
        event: () => eventBy('reader', operations.getText, { params }),
        budget: { readUnits: 1, roundTrips: 1 },
      },
      {
        name: 'fifty of a history',
        event: () => eventBy('reader', operations.listRevisions, { params, query: {} }),
        budget: { readUnits: 5, roundTrips: 1 },
      },
      {
        name: 'one revision',
        event: () => eventBy('reader', operations.getRevision, { params: { itemId, n: `${Math.ceil(count / 2)}` } }),
        budget: { readUnits: 3, roundTrips: 1 },
      },
      {
        name: 'what changed between two',
        event: () => eventBy('reader', operations.compareRevisions, { params: { itemId, n: '1', to: `${count}` } }),
        budget: { readUnits: 5, roundTrips: 1 },
      },
      {
        name: 'who wrote which line',
        event: () => eventBy('reader', operations.getAuthors, { params }),
        budget: { readUnits: 4, roundTrips: 2 },
      },
      {
        name: 'save a revision',
        event: (time) => eventBy('editor', operations.reviseItem, save(time)),
        budget: { writeUnits: 16, roundTrips: 5 },
      },
    ]);
  });

const ofMegabyte = () =>
  inTable(async () => {
    await join('maker', 'reader', 'editor');
    const [title, text] = ['A megabyte', prose(megabyte, chanceFrom(11))];
    const itemId = await written(title, text);
    const params = { itemId };
    const said = (time: number) => text.replace('\n\n', `\n\nOne more line, ${time}.\n\n`);
    const save = (time: number) => ({ params, body: { fields: { title }, base: 1 + time, text: said(time) } });
    return measured('a page of 1 MB', [
      {
        name: 'read a text of 1 MB',
        event: () => eventBy('reader', operations.getText, { params }),
        budget: { readUnits: 50, roundTrips: 1 },
      },
      {
        name: 'save a revision of 1 MB',
        times: 5,
        event: (time) => eventBy('editor', operations.reviseItem, save(time)),
        budget: { writeUnits: 900 },
      },
    ]);
  });

const ofComments = (count: number) =>
  inTable(async () => {
    await join('maker', 'writer', 'judge');
    const itemId = (await facts.link(as('maker'), 'https://example.org/talked-about')).id;
    await longThread(itemId, count);
    await rebuild();
    const params = { what: 'items', target: itemId };
    const thread = (order: string) => () => eventBy('judge', operations.getThread, { params, query: { order } });
    const say = (time: number, parent?: string) =>
      eventBy('writer', operations.postComment, {
        params,
        body: { text: `Number ${time}`, ...(parent ? { parent } : {}) },
      });
    const vote = (time: number) =>
      eventBy('judge', operations.voteComment, { params: { commentId: commentIdOf(time) }, body: { value: 'up' } });
    return measured(`${number(count)} comments`, [
      { name: 'twenty of a thread, best first', event: thread('best'), budget: { readUnits: 12, roundTrips: 1 } },
      { name: 'twenty of a thread, newest first', event: thread('new'), budget: { readUnits: 12, roundTrips: 1 } },
      {
        name: 'a comment with those above and below',
        event: () =>
          eventBy('judge', operations.getComment, { params: { commentId: commentIdOf(4) }, query: { order: 'best' } }),
        budget: { readUnits: 12, roundTrips: 2 },
      },
      { name: 'say something', event: (time) => say(time), budget: { writeUnits: 6, roundTrips: 4 } },
      { name: 'reply', event: (time) => say(time, commentIdOf(0)), budget: { writeUnits: 8, roundTrips: 5 } },
      { name: 'vote on a comment', event: vote, budget: { writeUnits: 2 } },
    ]);
  });

const ofProposal = () =>
  inTable(async () => {
    const { itemId, proposalId } = await votedProposal();
    await rebuild();
    const params = { proposalId };
    const votes = ['for', 'against'];
    const vote = (time: number) => ({ params, body: { vote: votes[time % 2], version: 1, reason: 'I read both.' } });
    return measured('a proposal of 60 votes', [
      {
        name: 'a proposal’s page',
        event: () => eventBy('reader', operations.getProposal, { params }),
        budget: { readUnits: 6, roundTrips: 1 },
      },
      {
        name: 'what it would change',
        event: () => eventBy('reader', operations.getProposedContent, { params, query: {} }),
        budget: { readUnits: 10, roundTrips: 2 },
      },
      {
        name: 'open proposals',
        event: () => eventBy('reader', operations.listProposals, { query: { list: 'open' } }),
        budget: { readUnits: 3, roundTrips: 1 },
      },
      {
        name: 'proposals about an item',
        event: () =>
          eventBy('reader', operations.listProposalsAbout, { params: { what: 'items', target: itemId }, query: {} }),
        budget: { readUnits: 3, roundTrips: 1 },
      },
      {
        name: 'vote on a proposal',
        event: (time) => eventBy('voter0', operations.castProposalVote, vote(time)),
        budget: { writeUnits: 8, roundTrips: 4 },
      },
    ]);
  });

const ofChanges = () =>
  inTable(async () => {
    await join('reader');
    await watchedChanges('reader', new Date());
    const budget = { readUnits: 10, roundTrips: 1 };
    const changes = (query: Record<string, string>) => () => eventBy('reader', operations.listChanges, { query });
    return measured('1,000 changes', [
      { name: 'recent changes', event: changes({}), budget },
      {
        name: 'recent changes, by five filters',
        event: changes({ kind: 'link', tag: 'history', newcomers: 'yes', minor: 'hidden', unreviewed: 'yes' }),
        budget,
      },
      {
        name: 'a watchlist',
        event: () => eventBy('reader', operations.listWatchedChanges, { query: {} }),
        budget,
      },
      { name: 'notifications', event: () => eventBy('reader', operations.listNotices, { query: {} }), budget },
    ]);
  });

export const together: Section = {
  name: 'together',
  title: 'Writing together',
  intro:
    'Articles, threads, proposals and watchlists, small and large: the worlds of the budget tests, asked through the handlers ' +
    'of `read` and `write` on the local engine, one request at a time. Figures are means of nine requests (five of a megabyte) ' +
    'after one that warms up, round trips the most of them; *ms* is the median of processor time of the whole handler, the ' +
    'client of the table included. Budgets are those of `tests/budgets`.',
  run: async ({ onStep }) => {
    const found: Measured[] = [];
    const worlds: Record<string, () => Promise<Measured[]>> = {
      'ten revisions': () => ofRevisions(10),
      'ten thousand revisions': () => ofRevisions(10_000),
      'a page of 1 MB': ofMegabyte,
      'ten comments': () => ofComments(10),
      'five thousand comments': () => ofComments(5000),
      'a proposal': ofProposal,
      changes: ofChanges,
    };
    for (const [name, work] of Object.entries(worlds)) {
      onStep(name);
      found.push(...(await work()));
    }
    return { tables: [tableOf('One request', found)], plots: [], checks: checksOf(found), notes: [] };
  },
};
