import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { decide } from '#functions/proposals/decide.ts';
import { getProposal } from '#functions/proposals/get-proposal.ts';
import { getProposedContent } from '#functions/proposals/get-proposed-content.ts';
import { listProposals } from '#functions/proposals/list-proposals.ts';
import { listProposalsAbout } from '#functions/proposals/list-proposals-about.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { inHours } from '#tests/worlds/proposal.ts';
import { votedProposal, voteOn } from '#tests/worlds/voted-proposal.ts';

const none = { params: undefined, query: undefined, body: undefined };
let table: TestTable;
let itemId: string;
let proposalId: string;

beforeAll(async () => {
  table = await createTestTable();
  ({ itemId, proposalId } = await votedProposal());
  await rebuild();
});
afterAll(() => table.drop());

it('the page of a proposal of 60 votes with reasons is one round trip and 6 read units, its change two and 10', async () => {
  const page = await costOf(() => getProposal({ ...none, params: { proposalId } }, as('reader')));
  expect.soft(page).toMatchObject({ roundTrips: 1, writeUnits: 0 });
  expect.soft(page.readUnits).toBeLessThanOrEqual(6);
  const content = await costOf(() => getProposedContent({ ...none, params: { proposalId }, query: {} }, as('reader')));
  expect.soft(content.roundTrips).toBeLessThanOrEqual(2);
  expect.soft(content.readUnits).toBeLessThanOrEqual(10);
});

it('lists of proposals are one request and 3 read units a page', async () => {
  const open = await costOf(() => listProposals({ ...none, query: { list: 'open' } }, as('reader')));
  expect.soft(open).toMatchObject({ requests: 1 });
  expect.soft(open.readUnits).toBeLessThanOrEqual(3);
  const params = { what: 'items' as const, target: itemId };
  const about = await costOf(() => listProposalsAbout({ ...none, params, query: {} }, as('reader')));
  expect.soft(about).toMatchObject({ requests: 1 });
  expect.soft(about.readUnits).toBeLessThanOrEqual(3);
});

it('a vote costs 8 write units, a decision that makes an edit 24', async () => {
  const voted = await costOf(() => voteOn(proposalId, 'voter0'));
  expect.soft(voted.writeUnits).toBeLessThanOrEqual(8);
  expect.soft(voted.roundTrips).toBeLessThanOrEqual(4);
  const decided = await costOf(() => decide(proposalId, inHours(2)));
  expect.soft(decided.writeUnits).toBeLessThanOrEqual(24);
  expect.soft(decided.roundTrips).toBeLessThanOrEqual(10);
});
