import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { personStandingKey, siteStandingKey } from '#functions/people/reader.ts';
import { audit } from '#functions/projections/audit.ts';
import { updateRow } from '#functions/table/table.ts';
import { powersOf, requirePower } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { rankingVersion } from '#shared/ranking/parameters.ts';
import { powers } from '#shared/trust/schema.ts';
import { costOf } from '#tests/builders/cost.ts';
import { subOf } from '#tests/builders/event.ts';
import { as as asSub } from '#tests/builders/people.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable;
let stream: UnreliableStream;
let world: World;

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(3) });
  world = await aliceAndBob();
  await stream.begin();
});
afterAll(() => table.drop());

/** The site as the projector would know it with so many people. */
const grownTo = (people: number) =>
  updateRow(siteStandingKey, {
    UpdateExpression: 'SET people = :people',
    ExpressionAttributeValues: { ':people': people },
  });
const context = (name: string, now?: Date) => asSub(subOf(name), now);
const trustOf = (handle: string) => seen('getTrust', { params: { handle } });

it('on a young site one person may do everything, and is asked for nothing but the size of the site', async () => {
  await powersOf(context('alice'));
  const cost = await costOf(() => requirePower(context('alice'), 'decide'));
  expect(cost.requests).toBe(0);
  expect(await powersOf(context('alice'))).toEqual({ level: 'new', powers: [...powers] });
  expect(await seen('getTrustRules')).toMatchObject({ people: 5, inForce: 'young' });
});

it('who found something useful counts once, however often, and no more once taken back', async () => {
  await as('dave').done('markReview', { params: { reviewId: world.reviewId, mark: 'useful' } });
  const item = (
    await as('alice').done('createItem', {
      body: { kind: 'link', fields: { url: 'https://example.org/2', title: 'Two' } },
    })
  ).item;
  const { review } = await as('bob').done('postReview', {
    params: { itemId: item.id },
    body: { rating: 2, text: 'No.' },
  });
  await as('dave').done('markReview', { params: { reviewId: review.id, mark: 'useful' } });
  await stream.run(0.3);
  expect((await trustOf('bob')).signals).toMatchObject({ people: 2, items: 1, outcomes: 3, days: 0 });
  await as('carol').done('unmarkReview', { params: { reviewId: world.reviewId, mark: 'useful' } });
  await as('bob').done('withdrawReview', { params: { itemId: item.id } });
  await stream.run(0.3);
  expect((await trustOf('bob')).signals).toMatchObject({ people: 1 });
  expect((await audit()).differences).toEqual([]);
});

it('who found a comment good counts as who found a review useful, until the vote turns or the comment is withdrawn', async () => {
  const { comment } = await as('bob').done('postComment', {
    params: { what: 'items', target: world.itemId },
    body: { text: 'A talk about it is on the page, too.' },
  });
  const params = { commentId: comment.id };
  const people = async () => {
    await stream.run(0.3);
    return (await trustOf('bob')).signals.people;
  };
  const before = await people();
  for (const name of ['alice', 'dave']) await as(name).done('voteComment', { params, body: { value: 'up' } });
  expect(await people()).toBe(before + 2);
  await as('dave').done('voteComment', { params, body: { value: 'down' } });
  expect(await people()).toBe(before + 1);
  expect((await audit()).differences).toEqual([]);
  await as('bob').done('withdrawComment', { params });
  expect(await people()).toBe(before);
  expect((await audit()).differences).toEqual([]);
});

it('on a grown site a newcomer is refused with what is missing; half a read unit says so', async () => {
  // Nobody has asked yet how large the site is.
  await table.reset();
  await as('bob').done('chooseHandle', { body: { handle: 'bob' } });
  await grownTo(1000);
  const bob = context('bob');
  await expect(requirePower(bob, 'edit')).rejects.toThrow(
    '4 days since joining (yours: 0), 10 good outcomes (yours: 0)',
  );
  const cost = await costOf(() => requirePower(bob, 'edit').catch((error: unknown) => error));
  expect(cost).toMatchObject({ requests: 1, readUnits: 0.5 });
  await requirePower(bob, 'comment');
  const change = { what: 'parameters', base: rankingVersion, values: { wilsonZ: 2 } };
  expect((await as('bob').call('createProposal', { body: { change, reason: 'Mine.' } })).code).toBe('trust_too_low');
  const onBlock = { params: { proposalId: 'a1b2c3d4e5f6', handle: 'bob' }, body: { vote: 'overrule' } };
  expect((await as('bob').call('voteOnBlock', onBlock)).body.detail).toContain('to block a proposal takes');
  await updateRow(personStandingKey(personIdOf(subOf('bob'))), {
    UpdateExpression: 'SET proposalsApplied = :many',
    ExpressionAttributeValues: { ':many': 20 },
  });
  const later = context('bob', new Date(Date.now() + 5 * 86_400_000));
  await requirePower(later, 'edit');
  await expect(requirePower(later, 'block')).rejects.toThrow(AppError);
  expect(await powersOf(later)).toEqual({ level: 'known', powers: ['comment', 'flag', 'propose', 'judge', 'edit'] });
});
