import { itemWithStanding } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { rankingEntries } from '#functions/ranking/reader.ts';
import { writeRows } from '#functions/table/table.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { bucketOf, writeVote } from '#shared/votes/rules.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable } from '#tests/setup/table.ts';
import type { Options, Section } from '../result.ts';
import { Feed } from './feed.ts';
import { logFit } from './fit.ts';
import { rankingWritesOf } from './writes.ts';

/** What N votes cost so far, at some N. */
export type Point = { votes: number; ranking: number; writeUnits: number };
type Series = { batch: number; tags: number; points: Point[]; places: number };

export const ranking: Section = {
  name: 'ranking',
  title: 'Ranking write amplification',
  intro:
    'One link, added just now, without tags, with one and with five, receives votes, nine of ten up; the stream is projected in ' +
    'batches, one vote at a time (a slow day) or a hundred (a rush). Counted are the entries of rankings that are put or ' +
    'deleted, and all write units of the projector.',
  run: async ({ full, onStep }) => {
    const most = full ? 100_000 : 10_000;
    const alone = await measure(1, 1, most, onStep);
    const rush = await measure(5, 100, 100_000, onStep);
    const series = [await measure(0, 1, most, onStep), alone, await measure(5, 1, most, onStep), rush];
    const first = rush.points.find(({ votes }) => votes === 1000);
    const aVote = (first?.writeUnits ?? Number.NaN) / 1000;
    const fit = logFit(
      alone.points.filter(({ votes }) => votes >= 100).map(({ votes, ranking: total }) => [votes, total]),
    );
    return {
      tables: [
        {
          caption: 'Writes for one item',
          columns: [
            'tags',
            'places',
            'a batch',
            'votes',
            'ranking writes',
            'a vote',
            'all write units',
            'units a vote',
          ],
          rows: series.flatMap(({ tags, places, batch, points }) =>
            points
              .filter(({ votes }) => Number.isInteger(Math.log10(votes)))
              .map(({ votes, ranking: total, writeUnits }) => [
                tags,
                places,
                batch,
                votes,
                total,
                total / votes,
                writeUnits,
                writeUnits / votes,
              ]),
          ),
        },
      ],
      plots: [plotOf(series, fit)],
      checks: [
        {
          what: 'Ranking writes of an item with N votes grow as log N (from 100 votes on, R² of a + b·log₁₀ N)',
          target: '≥ 0.98',
          measured: fit.r2.toFixed(4),
          holds: fit.r2 >= 0.98,
        },
        {
          what: 'Write units a vote after the request, first 1,000 votes on a new item with five tags, in a rush',
          target: '≤ 3',
          measured: aVote.toFixed(2),
          holds: aVote <= 3,
        },
      ],
      notes: [
        `Fit, with one tag and one vote a batch: ${Math.round(fit.a)} + ${Math.round(fit.b)} · log₁₀ N ranking writes; a count settles ten ` +
          `times in each decade, and each time the item moves in ${alone.places} rankings, by one put and, where its sort key ` +
          'changes, one delete. Counting a vote that comes alone takes 4 units more (the item’s numbers and the place in the ' +
          'stream, in one transaction), which a batch shares.',
      ],
    };
  },
};

async function measure(tags: number, batch: number, most: number, onStep: Options['onStep']): Promise<Series> {
  const table = await createTestTable();
  try {
    await join('adder', 'tagger');
    const item = await facts.link(as('adder'), 'https://example.org/popular');
    for (let n = 0; n < tags; n++) await facts.tag(as('tagger'), item.id, `popular-${n}`);
    const feed = new Feed();
    await feed.drain(100);
    const points: Point[] = [];
    let ranking = 0;
    let writeUnits = 0;
    let votes = 0;
    for (const until of steps(most)) {
      onStep(`${until.toLocaleString('en-GB')} votes, ${batch} a batch, ${tags} tags`);
      while (votes < until) {
        const some = Math.min(until - votes, 1000);
        await castVotes(item.id, votes, some);
        const cost = await rankingWritesOf(() => feed.drain(batch));
        ranking += cost.ranking;
        writeUnits += cost.writeUnits;
        votes += some;
      }
      points.push({ votes, ranking, writeUnits });
    }
    feed.stop();
    const { standing } = await itemWithStanding(item.id);
    if (!standing || standing.up + standing.down !== votes) throw new Error('The projector did not count every vote');
    return { batch, tags, points, places: rankingEntries(item.id, standing, new Date()).length };
  } finally {
    await table.drop();
  }
}

/** 10, 20, 50, 100, … */
function steps(most: number): number[] {
  const found: number[] = [];
  for (let decade = 10; decade <= most; decade *= 10) {
    found.push(...[1, 2, 5].map((n) => n * decade).filter((n) => n <= most));
  }
  return found;
}

/** Votes of new people, as `storeVote` writes them. */
async function castVotes(itemId: string, from: number, count: number): Promise<void> {
  const sk = `M#${bucketOf(itemId)}`;
  const minute = minuteOf(Date.now());
  await writeRows(
    Array.from({ length: count }, (_, n) => ({
      put: {
        pk: personPartition(personIdOf(`voter-${from + n}`)),
        sk,
        type: 'marks',
        [`v${itemId}`]: writeVote((from + n) % 10 === 9 ? 'down' : 'up', minute),
      },
    })),
  );
}

function plotOf(series: readonly Series[], fit: { a: number; b: number }) {
  const measured = series.flatMap(({ tags, batch, points }) =>
    points.map(({ votes, ranking: total }) => ({ votes, total, kind: `${tags} tags, ${batch} a batch` })),
  );
  const fitted = [100, 1000, 10_000, 100_000].map((votes) => ({
    votes,
    total: fit.a + fit.b * Math.log10(votes),
    kind: 'a + b·log N, 1 tag',
  }));
  return {
    name: 'ranking-writes',
    alt: 'Ranking writes of an item against its votes: a straight line over a logarithmic axis',
    spec: {
      data: { values: [...measured, ...fitted] },
      mark: { type: 'line' as const, point: true },
      width: 420,
      height: 260,
      encoding: {
        x: {
          field: 'votes',
          type: 'quantitative' as const,
          scale: { type: 'log' as const },
          title: 'votes',
          axis: { tickCount: 5, format: ',d' },
        },
        y: { field: 'total', type: 'quantitative' as const, title: 'ranking writes in all' },
        color: { field: 'kind', title: null, sort: null },
      },
    },
  };
}
