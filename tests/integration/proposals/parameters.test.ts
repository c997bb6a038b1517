import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { flagTarget } from '#functions/moderation/flag-target.ts';
import { unflagTarget } from '#functions/moderation/unflag-target.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { parameters as effect } from '#functions/proposals/effects/parameters.ts';
import { explainRanking } from '#functions/ranking/explain-ranking.ts';
import { getRankingParameters } from '#functions/ranking/get-ranking-parameters.ts';
import { listRanking } from '#functions/ranking/list-ranking.ts';
import { rerank } from '#functions/ranking/reader.ts';
import type { Order } from '#shared/ranking/schema.ts';
import { made } from '#tests/builders/decide.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { CutProjector } from '#tests/worlds/cut-projector.ts';

const none = { params: undefined, query: undefined, body: undefined };
const day = 86_400_000;
let table: TestTable;
let projector: CutProjector;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  await join('alice', 'bob', 'carol', 'dave');
  projector = new CutProjector();
});
afterAll(() => table.drop());

const change = async (values: Record<string, number>) => {
  const { version } = await told();
  return made({ what: 'parameters', base: version, values });
};
const ever = () => Number.POSITIVE_INFINITY;
const told = async () =>
  (await getRankingParameters(none, as('alice'))) as Exclude<
    Awaited<ReturnType<typeof getRankingParameters>>,
    { text: string }
  >;
const listed = async (order: Order, window: 'all' | 'month' = 'all') => {
  const page = await listRanking({ ...none, query: { order, window } }, as('alice'));
  const { entries } = JSON.parse('text' in page ? page.text : '') as { entries: { title: string }[] };
  return entries.map(({ title }) => title);
};
const score = async (itemId: string, order: Order) => {
  const answer = await explainRanking({ ...none, params: { itemId } }, as('alice'));
  if ('text' in answer) throw new Error('written');
  return { version: answer.version, ...answer.orders.find((one) => one.order === order) };
};
const noDifference = async () => expect((await audit()).differences).toEqual([]);
const refusal = (made: Promise<unknown>) =>
  made.then(
    () => 'made',
    (error: { code?: string }) => error.code,
  );

it('new values are a version with its proposal, list everything anew, and can be taken back', async () => {
  const now = Date.now();
  const old = await facts.link(as('alice', new Date(now - 2 * day)), 'https://example.org/old', 'Old');
  const young = await facts.link(as('alice', new Date(now - day)), 'https://example.org/young', 'Young');
  for (const name of ['bob', 'carol', 'dave']) await facts.vote(as(name), old.id, 'up');
  for (const name of ['bob', 'carol']) await facts.vote(as(name), young.id, 'up');
  await facts.vote(as('dave'), young.id, 'down');
  await projector.projectAll();
  expect(await listed('hot')).toEqual(['Young', 'Old']);
  expect(await listed('controversial')).toEqual(['Young']);
  expect(await told()).toMatchObject({ version: '3', listed: true, versions: [{ version: '3', at: null }] });

  const { proposalId, opposite } = await change({ hotSecondsPerDecade: 604_800, controversialRatio: 1 });
  expect(await told()).toMatchObject({
    version: '3.1',
    listed: false,
    parameters: { hotSecondsPerDecade: 604_800, controversialRatio: 1, wilsonZ: 1.2816 },
    versions: [
      {
        version: '3.1',
        proposal: proposalId,
        summary: 'For a reason.',
        changed: [
          { name: 'hotSecondsPerDecade', from: 45_000, to: 604_800 },
          { name: 'controversialRatio', from: 4, to: 1 },
        ],
      },
      { version: '3', proposal: null, changed: [] },
    ],
  });
  expect(await score(old.id, 'hot')).toMatchObject({ version: '3' });
  expect(await rerank(ever())).toBe(true);
  await projector.projectAll();
  await noDifference();
  expect(await told()).toMatchObject({ listed: true });
  expect(await listed('hot')).toEqual(['Old', 'Young']);
  expect(await listed('hot', 'month')).toEqual(['Old', 'Young']);
  expect(await listed('controversial')).toEqual([]);
  expect((await listed('rising', 'month')).sort()).toEqual(['Old', 'Young']);
  const why = await score(old.id, 'hot');
  expect(why).toMatchObject({ version: '3.1', score: expect.any(Number) });
  expect(why.working).toContain('× 604800 / 45000');

  // Everything thrown away and made again stands by the version in force, too.
  await rebuild();
  await projector.projectAll();
  await noDifference();

  await made(opposite ?? ({} as never));
  expect(await told()).toMatchObject({ version: '3.2', parameters: { hotSecondsPerDecade: 45_000 } });
  await rerank(ever());
  await projector.projectAll();
  await noDifference();
  expect(await listed('hot')).toEqual(['Young', 'Old']);
  expect(await score(old.id, 'hot')).toMatchObject({ version: '3.2' });
});

it('what was changed since is refused, what is another’s to change stands beside it', async () => {
  const of = (base: string, values: Record<string, number>) => refusal(made({ what: 'parameters', base, values }));
  expect(await of('3', { wilsonZ: 2 })).toBe('made');
  expect(await of('3', { starsZ: 1.5 })).toBe('made');
  expect(await of('3', { wilsonZ: 3 })).toBe('change_conflict');
  expect(await of('3.2', { wilsonZ: 2 })).toBe('nothing_changes');
  expect(await of('3.9', { wilsonZ: 3 })).toBe('change_not_possible');
  for (const values of [{ wilsonZ: 5 }, { settledFrom: 7 }, { constructor: 1 }, { starsZ: 1.123456789 }])
    expect(await of('3.2', values as never), JSON.stringify(values)).toBe('change_not_possible');
  expect(await told()).toMatchObject({ version: '3.2', parameters: { wilsonZ: 2, starsZ: 1.5 } });
  expect((await effect.check({ what: 'parameters', base: '3.2', values: { risingDays: 9 } })).title).toBe(
    'Ranking: rising days 7 → 9',
  );
});

it('twenty made at once are versions one after the other', async () => {
  const days = Array.from({ length: 20 }, (_, n) => n + 8);
  const outcomes = await Promise.all(
    days.map((value) => refusal(made({ what: 'parameters', base: '3', values: { risingDays: value } }))),
  );
  // All change the same: the first that came makes the others' base an old one.
  expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1);
  expect((await told()).versions).toHaveLength(2);
  const names = ['wilsonZ', 'starsZ', 'hotSecondsPerDecade', 'controversialRatio', 'risingMinutesPerDecade'];
  const values = [2, 2, 50_000, 3, 200];
  await Promise.all(
    names.map((name, n) => made({ what: 'parameters', base: '3.1', values: { [name]: values[n] as number } })),
  );
  expect((await told()).versions.map(({ version }) => version)).toEqual([
    '3.6',
    '3.5',
    '3.4',
    '3.3',
    '3.2',
    '3.1',
    '3',
  ]);
});

it('a listing anew that is cut off goes on where it was, for any number of things', async () => {
  for (let n = 0; n < 230; n++) await facts.link(as('alice'), `https://example.org/${n}`, `No. ${n}`);
  await projector.projectAll();
  await change({ hotSecondsPerDecade: 30_000 });
  let steps = 0;
  while (!(await rerank(0))) steps++;
  expect(steps).toBe(2);
  await projector.projectAll();
  await noDifference();
  expect(await rerank(0)).toBe(true);
});

it('what was in no listing while the version changed comes back under the one in force', async () => {
  const [merged, removed, folded, other] = [
    await facts.link(as('alice'), 'https://example.org/merged'),
    await facts.link(as('alice'), 'https://example.org/removed'),
    await facts.link(as('alice'), 'https://example.org/folded'),
    await facts.link(as('alice'), 'https://example.org/other'),
  ];
  for (const { id } of [merged, removed, folded, other]) await facts.vote(as('bob'), id, 'up');
  await change({ wilsonZ: 2 });
  await projector.projectAll();
  await made({ what: 'merge', from: merged.id, into: other.id });
  await made({ what: 'removal', itemId: removed.id });
  const flag = { params: { what: 'items', target: folded.id }, query: undefined } as const;
  const said = { body: { reason: 'spam', words: '' } } as const;
  for (const name of ['carol', 'dave']) await flagTarget({ ...flag, ...said }, as(name));
  await projector.projectAll();
  await noDifference();
  expect(await listed('best')).toHaveLength(1);

  await change({ wilsonZ: 3 });
  while (!(await rerank(0)));
  await projector.projectAll();
  await noDifference();
  await made({ what: 'unmerge', from: merged.id, into: other.id });
  await made({ what: 'restoration', itemId: removed.id });
  await unflagTarget({ ...flag, body: undefined }, as('carol'));
  await projector.projectAll();
  await noDifference();
  expect(await listed('best')).toHaveLength(4);
  for (const { id } of [merged, removed, folded]) expect(await score(id, 'best')).toMatchObject({ version: '3.2' });
});

it.each([0, 1, 2])(
  'a projector that was held up anywhere while the version changed lists by the one in force in the end (hop %i)',
  async (hop) => {
    const old = await facts.link(as('alice'), 'https://example.org/old', 'Old');
    await projector.projectAll();
    for (let at = 1, held = true; held; at++) {
      // One that is new, one that gets votes: in one batch. What follows from it comes in the next.
      const item = await facts.link(as('alice'), `https://example.org/${hop}/${at}`, `New ${at}`);
      await facts.vote(as('bob'), item.id, 'up');
      await facts.vote(as(at % 2 ? 'bob' : 'carol'), old.id, at % 3 ? 'up' : 'down');
      for (let before = 0; before < hop; before++) await projector.project(await projector.written());
      const records = await projector.written();
      const stopped = await projector.hold(records, at, at % 4 === 0);
      held = stopped !== undefined;
      if (stopped) {
        await change({ risingDays: 8 + (at % 20), hotSecondsPerDecade: 40_000 + at });
        while (!(await rerank(0)));
        if (!(await stopped.goOn())) while (!(await projector.project(records)));
      }
      await projector.projectAll();
      expect((await audit()).differences, `held at request ${at}`).toEqual([]);
    }
  },
);
