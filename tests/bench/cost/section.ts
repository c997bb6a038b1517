import { prices, visit } from '#infra/commands/deployment/costs.ts';
import { type Check, round, type Section } from '../result.ts';
import { accesses, dearestPage } from './accesses.ts';
import { type AtSize, measureAt, type Priced } from './at-size.ts';

const sizes = [1000, 10_000, 100_000];
const fullSize = 1_000_000;
/** The site may grow a thousandfold and a request cost a tenth more. */
const flat = 1.1;

/** Dollars for a million: the table alone, and with gateway and function. */
const tableUsd = ({ readUnits, writeUnits }: Priced) =>
  readUnits * prices.readMillion + writeUnits * prices.writeMillion;
const requestUsd =
  prices.requestMillion +
  prices.invocationMillion +
  1_000_000 * (visit.milliseconds / 1000) * visit.gigabytes * prices.gigabyteSecond;

export const cost: Section = {
  name: 'cost',
  title: 'Cost per operation',
  intro:
    'Each operation through its function, on the local engine, in worlds of different size: their facts are projected by ' +
    "the projector's own code and written straight into the engine's file. Requests that wait for none before count as one " +
    'round trip. Where there are several ways to ask, the dearest counts; writes are the mean of twenty on different items, ' +
    'since what a person may do is counted by tens.',
  run: async ({ full, onStep }) => {
    const found: AtSize[] = [];
    for (const items of full ? [...sizes, fullSize] : sizes) {
      onStep(`${items.toLocaleString('en-GB')} items`);
      found.push(await measureAt(items));
    }
    const [smallest] = found;
    const largest = found.at(-1);
    if (!smallest || !largest) throw new Error('No size was measured');
    const names = [...largest.costs.keys()];
    return {
      tables: [
        {
          caption: `At ${largest.items.toLocaleString('en-GB')} items`,
          columns: [
            'operation',
            'requests',
            'round trips',
            'read units',
            'write units',
            'bytes from the table',
            'bytes answered',
            '$ a million, table',
            '$ a million, all',
          ],
          rows: [...largest.costs].map(([name, priced]) => [
            name,
            priced.requests,
            priced.roundTrips,
            priced.readUnits,
            priced.writeUnits,
            priced.tableBytes,
            priced.answerBytes,
            tableUsd(priced).toFixed(3),
            name.startsWith('after') ? '' : (tableUsd(priced) + requestUsd).toFixed(2),
          ]),
        },
        {
          caption: 'Read + write units by number of items',
          columns: ['operation', ...found.map(({ items }) => items.toLocaleString('en-GB'))],
          rows: names.map((name) => [name, ...found.map(({ costs }) => unitsOf(costs.get(name)))]),
        },
        {
          caption: 'The worlds',
          columns: ['items', 'rows', 'seconds to load'],
          rows: found.map(({ items, rows, seconds }) => [items, rows, Math.round(seconds)]),
        },
      ],
      plots: [plotOf(found)],
      checks: [...budgetChecks(found), ...flatChecks(smallest, largest)],
      notes: [
        `The dearest ranked page: ${found.map(({ items, costs }) => `${costs.get(dearestPage)?.asked} at ${items.toLocaleString('en-GB')} items`).join('; ')}.`,
        `Prices of us-east-1 on ${prices.date}: $${prices.readMillion} a million read units, $${prices.writeMillion} a million ` +
          `write units; “all” adds the gateway's $${prices.requestMillion.toFixed(2)} and ${visit.milliseconds} ms of a ` +
          `${visit.gigabytes} GB function ($${(requestUsd - prices.requestMillion).toFixed(2)}).`,
      ],
    };
  },
};

const unitsOf = (priced: Priced | undefined) => (priced?.readUnits ?? 0) + (priced?.writeUnits ?? 0);

const words = { readUnits: 'read units', writeUnits: 'write units', roundTrips: 'round trips' };

/** Budgets hold at every size. */
function budgetChecks(found: readonly AtSize[]): Check[] {
  return accesses.flatMap(({ name, budget }) => {
    if (!budget) return [];
    const limits = Object.entries(budget).map(([unit, limit]) => {
      const key = unit as keyof typeof words;
      return {
        word: words[key],
        limit,
        worst: Math.max(...found.map(({ costs }) => costs.get(name)?.[key] ?? Number.NaN)),
      };
    });
    return [
      {
        what: name[0]?.toUpperCase() + name.slice(1),
        target: limits.map(({ word, limit }) => `≤ ${limit} ${word}`).join(', '),
        measured: limits.map(({ worst }) => round(worst)).join(', '),
        holds: limits.every(({ limit, worst }) => worst <= limit),
      },
    ];
  });
}

/** Growth of an operation. Units come in half steps: within one step, the bytes that were read say more. */
function growth(small: Priced, large: Priced): number {
  const units = unitsOf(large) - unitsOf(small) <= 0.5 ? 1 : unitsOf(large) / unitsOf(small);
  return Math.max(
    units,
    small.tableBytes > 0 ? large.tableBytes / small.tableBytes : 1,
    large.requests / small.requests,
  );
}

function flatChecks(small: AtSize, large: AtSize): Check[] {
  const grown = [...large.costs].map(([name, priced]) => {
    const before = small.costs.get(name);
    return { name, ratio: before ? growth(before, priced) : Number.NaN };
  });
  const worst = grown.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  return [
    {
      what: `Every operation flat from ${small.items.toLocaleString('en-GB')} to ${large.items.toLocaleString('en-GB')} items`,
      target: `≤ ${flat} ×`,
      measured: `${worst.ratio.toFixed(2)} × (${worst.name})`,
      holds: worst.ratio <= flat,
    },
  ];
}

function plotOf(found: readonly AtSize[]) {
  const values = found.flatMap(({ items, costs }) =>
    accesses.filter(({ budget }) => budget).map(({ name }) => ({ items, name, units: unitsOf(costs.get(name)) })),
  );
  return {
    name: 'cost-flat',
    alt: 'Units per operation against the number of items: flat lines',
    spec: {
      data: { values },
      mark: { type: 'line' as const, point: true },
      width: 420,
      height: 260,
      encoding: {
        x: {
          field: 'items',
          type: 'quantitative' as const,
          scale: { type: 'log' as const },
          title: 'items',
          axis: { tickCount: 4, format: ',d' },
        },
        y: { field: 'units', type: 'quantitative' as const, title: 'read + write units', scale: { zero: true } },
        color: { field: 'name', title: null, sort: null },
      },
    },
  };
}
